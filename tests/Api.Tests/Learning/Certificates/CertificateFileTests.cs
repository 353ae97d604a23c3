using MethodCenter.Api.Tests.Common;
using MethodCenter.Api.Tests.Security;

namespace MethodCenter.Api.Tests.Learning.Certificates;

/// <summary>The paper of a document of education over HTTP.</summary>
public sealed class CertificateFileTests
{
    [Fact]
    public async Task The_paper_says_what_the_register_says()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var issued = await IssueAsync(world);
        var path = $"/certificates/{issued.Id}/file";

        var (word, pictures, name) = await world.Api.WordAsync(path);
        var page = await world.Api.PageAsync(path);

        foreach (var text in new[] { word, page })
        {
            text.ShouldContain("Тестовый методический центр");
            text.ShouldContain("УДОСТОВЕРЕНИЕ");
            text.ShouldContain("о повышении квалификации");
            text.ShouldContain((string)issued["lastName"]!);
            text.ShouldContain($"«{issued["title"]}»");
            text.ShouldContain("36 академических часов");
            text.ShouldContain($"Регистрационный номер: 1/{issued["year"]}");
            text.ShouldContain("ПК № 000098");
            text.ShouldContain("Документ о квалификации");
            text.ShouldContain("Настоящее удостоверение свидетельствует о том, что");
            text.ShouldContain("прошёл(а) повышение квалификации в");
            text.ShouldContain("по дополнительной профессиональной программе");
            text.ShouldContain("в объёме 36 академических часов");
            text.ShouldContain("г. Тестовск");
            text.ShouldContain("Лицензия № 1234 от 02.03.2015, выдана: Министерство образования");
            text.ShouldContain("Директор");
            text.ShouldContain("М. П. Образцова");
            text.ShouldContain("Секретарь");
            text.ShouldNotContain("Дубликат");

            // The tests' service knows no public address: the paper bears the code as text.
            text.ShouldContain($"Код проверки: {issued["code"]}");
        }

        pictures.ShouldBe(0);
        var last = (string)issued["lastName"]!;
        name.ShouldBe($"Удостоверение о повышении квалификации № 1-{issued["year"]}, {last} А. И.docx");
        page.ShouldContain("@page { size: A4 landscape;");
    }

    [Fact]
    public async Task With_a_public_address_it_bears_the_way_to_its_verification()
    {
        await using var service = await TestService.StartAsync(
            settings: new Dictionary<string, string?> { ["Public:Address"] = "https://imc.example.org/" }
        );
        var world = await World.CreateAsync(service);
        var issued = await IssueAsync(world);
        var link = $"https://imc.example.org/api/v1/public/certificates/{issued["code"]}";

        var (word, pictures, _) = await world.Api.WordAsync($"/certificates/{issued.Id}/file");
        var page = await world.Api.PageAsync($"/certificates/{issued.Id}/file");

        word.ShouldContain(link);
        pictures.ShouldBe(1);
        page.ShouldContain(link);
        page.ShouldContain("data:image/png;base64,");
    }

    [Fact]
    public async Task A_duplicate_is_marked_and_what_is_valid_no_more_is_not_printed()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var original = await IssueAsync(world);
        var duplicate = (
            await world.Api.PostAsync(
                $"/certificates/{original.Id}/replacement",
                new { reason = "lost", blankNumber = "000099" },
                ("If-Match", original.ETag)
            )
        ).Expect(HttpStatusCode.Created);

        var (word, _, _) = await world.Api.WordAsync($"/certificates/{duplicate.Id}/file");
        var page = await world.Api.PageAsync($"/certificates/{duplicate.Id}/file");
        var replaced = await world.Api.GetAsync($"/certificates/{original.Id}/file");
        var annulment = await world.Api.PostAsync(
            $"/certificates/{duplicate.Id}/annulment",
            new { reason = "выдан не тому" },
            ("If-Match", duplicate.ETag)
        );
        annulment.Expect(HttpStatusCode.OK);
        var annulled = await world.Api.GetAsync($"/certificates/{duplicate.Id}/file?format=html");

        word.ShouldContain("Дубликат");
        page.ShouldContain("Дубликат");
        replaced.Status.ShouldBe(HttpStatusCode.Conflict);
        replaced.ErrorCode.ShouldBe("certificate.not-valid");
        ((string)replaced["detail"]!).ShouldContain("замен");
        annulled.ErrorCode.ShouldBe("certificate.not-valid");
        ((string)annulled["detail"]!).ShouldContain("аннулирован");
    }

    [Fact]
    public async Task What_the_card_of_the_centre_lacks_is_told_and_left_blank()
    {
        var world = await World.SharedAsync();
        await world.CardAsync(
            new
            {
                town = (string?)null,
                licence = (object?)null,
                head = (object?)null,
            }
        );

        var issued = await IssueAsync(world);
        await world.CardAsync(new { town = "г. Позднеград", head = Official("Щукин") });
        var (word, _, _) = await world.Api.WordAsync($"/certificates/{issued.Id}/file");

        issued["warnings"]!
            .AsArray()
            .Where(warning => (string?)warning!["code"] == "certificate.card-lacks")
            .Select(warning => (string?)warning!["params"]!["gap"])
            .ShouldBe(["head", "town", "licence"]);
        word.ShouldContain("Лицензия № ______");
        word.ShouldContain("Город: ______");
        word.ShouldContain("Руководитель");

        // What was issued stays as it was, whoever is the head later.
        word.ShouldNotContain("Позднеград");
        word.ShouldNotContain("Щукин");
    }

    [Fact]
    public async Task A_paper_of_the_past_bears_the_name_of_its_day()
    {
        var world = await World.SharedAsync();
        await world.CardAsync(
            new { formerNames = new[] { new { fullName = "Научно-методический центр", until = "2026-11-22" } } }
        );

        var issued = await IssueAsync(world);
        var (word, _, _) = await world.Api.WordAsync($"/certificates/{issued.Id}/file");

        word.ShouldContain("Научно-методический центр");
        word.ShouldNotContain("Тестовый методический центр");
    }

    [Fact]
    public async Task The_proof_of_a_new_name_does_not_stand_on_the_exchanged_paper()
    {
        var world = await World.SharedAsync();
        var original = await IssueAsync(world);
        var exchanged = (
            await world.Api.PostAsync(
                $"/certificates/{original.Id}/replacement",
                new { reason = "nameChanged", basis = "свидетельство о браке I-ЕР № 1" },
                ("If-Match", original.ETag)
            )
        ).Expect(HttpStatusCode.Created);

        (await world.Api.PageAsync($"/certificates/{exchanged.Id}/file")).ShouldNotContain("браке");
    }

    private static object Official(string lastName) =>
        new
        {
            post = "директор",
            lastName,
            firstName = "Пётр",
        };

    [Fact]
    public async Task Another_school_and_another_centre_find_no_paper()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var issued = await IssueAsync(world);
        var other = await world.OrganisationAsync("school-2", "Вторая СОШ");
        var (_, foreign) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", other));
        using var stranger = service.Client(foreign, world.Centre);
        var neighbour = await World.CreateAsync(service, "neighbour");

        (await stranger.GetAsync($"/certificates/{issued.Id}/file")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.Api.GetAsync($"/certificates/{issued.Id}/file")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.Api.GetAsync($"/certificates/{issued.Id}/file?format=exe")).Code.ShouldBe(400);
    }

    private static async Task<Answer> IssueAsync(World world)
    {
        var enrolments = await world.EnrolmentsAsync(await world.CompletedCourseAsync(1));
        return (
            await world.Api.PostAsync(
                "/certificates",
                new
                {
                    enrolmentId = enrolments[0],
                    series = "ПК",
                    blankNumber = "000098",
                }
            )
        ).Expect(HttpStatusCode.Created);
    }
}
