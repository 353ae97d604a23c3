using MethodCenter.Api.Tests.Common;
using MethodCenter.Api.Tests.Security;

namespace MethodCenter.Api.Tests.Learning.Applications;

/// <summary>The letter with which an employee goes to an outside provider.</summary>
public sealed class ReferralLetterTests
{
    [Fact]
    public async Task It_says_who_goes_where_and_is_written_for_the_referred_alone()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        var campaign = await world.CampaignAsync("byCentre", byQuota: false, provider: "КРИПКиПРО");
        var employee = await world.EmployeeAsync(school, teacher);
        var applied = (await world.Api.ApplyAsync(campaign, employee, programme: programme)).Expect(
            HttpStatusCode.Created
        );
        var path = $"/applications/{applied.Id}/referral-letter";

        var early = await world.Api.GetAsync(path);
        (await world.Api.DecideAsync(applied, "referral", Letter)).Expect(HttpStatusCode.OK);
        var (word, _, name) = await world.Api.WordAsync(path);
        var page = await world.Api.PageAsync(path);

        early.Status.ShouldBe(HttpStatusCode.Conflict);
        early.ErrorCode.ShouldBe("application.wrong-state");
        foreach (var text in new[] { word, page })
        {
            text.ShouldContain("НАПРАВЛЕНИЕ");
            text.ShouldContain("№ 12-Н");
            text.ShouldContain("22.11.2026");
            text.ShouldContain("Тестовый методический центр");
            text.ShouldContain("КРИПКиПРО");
            text.ShouldContain("Тестова");
            text.ShouldContain("Первая СОШ");
            text.ShouldContain("36 академических часов");
            text.ShouldContain("Учитель");
            text.ShouldContain("Сроки обучения: с 01.12.2026 по 12.12.2026");
            text.ShouldContain("Место обучения: г. Кемерово, ул. Первая, 3");
            text.ShouldContain("Ректору института повышения квалификации");
            text.ShouldContain("М. П. Образцова");
            text.ShouldContain("Исполнитель: Петрова А. И.");
            text.ShouldContain("тел. 8 (000) 000-00-01");
        }

        name.ShouldBe("Направление на обучение № 12-Н от 22.11.2026.docx");
    }

    [Fact]
    public async Task What_nobody_has_said_is_left_blank()
    {
        var world = await World.SharedAsync();
        await world.CardAsync(new { phones = new[] { "8 (000) 000-00-09" }, head = (object?)null });
        var campaign = await world.CampaignAsync("byCentre", byQuota: false, provider: "КРИПКиПРО");
        var employee = await world.EmployeeAsync(await world.OrganisationAsync(), await world.PositionAsync());
        var applied = await world.Api.ApplyAsync(campaign, employee, programme: await world.ProgrammeAsync());

        var wrong = await world.Api.DecideAsync(
            applied,
            "referral",
            new
            {
                referralNumber = "1",
                startsOn = "2026-12-02",
                endsOn = "2026-12-01",
            }
        );
        (await world.Api.DecideAsync(applied, "referral", new { referralNumber = "1" })).Expect(HttpStatusCode.OK);
        var page = await world.Api.PageAsync($"/applications/{applied.Id}/referral-letter");

        wrong.FieldErrors.ShouldBe(["/endsOn application.referral-term"]);
        page.ShouldContain("Сроки обучения: с «___»");
        page.ShouldContain("Место обучения: КРИПКиПРО");
        page.ShouldContain("Руководитель");
        page.ShouldContain("Исполнитель: ______");
        page.ShouldContain("тел. 8 (000) 000-00-09");
    }

    internal static readonly object Letter = new
    {
        referralNumber = "12-Н",
        startsOn = "2026-12-01",
        endsOn = "2026-12-12",
        place = "г. Кемерово, ул. Первая, 3",
        addressee = "Ректору института повышения квалификации",
        executor = "Петрова А. И.",
        executorPhone = "8 (000) 000-00-01",
    };

    [Fact]
    public async Task The_school_of_the_employee_reads_it_and_another_finds_none()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var campaign = await world.CampaignAsync("byCentre", byQuota: false, provider: "КРИПКиПРО");
        var applied = await world.Api.ApplyAsync(
            campaign,
            await world.EmployeeAsync(school, teacher),
            programme: await world.ProgrammeAsync()
        );
        (await world.Api.DecideAsync(applied, "referral", new { referralNumber = "1" })).Expect(HttpStatusCode.OK);
        var (_, own) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", school));
        var other = await world.OrganisationAsync("school-2", "Вторая СОШ");
        var (_, foreign) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", other));
        using var sender = service.Client(own, world.Centre);
        using var stranger = service.Client(foreign, world.Centre);

        (await sender.GetAsync($"/applications/{applied.Id}/referral-letter")).Status.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync($"/applications/{applied.Id}/referral-letter")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }
}
