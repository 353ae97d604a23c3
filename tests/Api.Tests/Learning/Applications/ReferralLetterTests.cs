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
        (await world.Api.DecideAsync(applied, "referral", new { referralNumber = "12-Н" })).Expect(HttpStatusCode.OK);
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
        }

        name.ShouldBe($"referral-{applied.Id:N}.docx");
    }

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
