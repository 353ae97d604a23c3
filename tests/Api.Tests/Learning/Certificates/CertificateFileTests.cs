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
            text.ShouldNotContain("Дубликат");

            // The tests' service knows no public address: the paper bears the code as text.
            text.ShouldContain($"Код проверки: {issued["code"]}");
        }

        pictures.ShouldBe(0);
        name.ShouldBe($"certificate-{issued["year"]}-1.docx");
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
