using MethodCenter.Api.Tests.Common;
using MethodCenter.Api.Tests.Security;

namespace MethodCenter.Api.Tests.Learning.Certificates;

/// <summary>The issue ledger of a course as it is printed and signed.</summary>
public sealed class IssueLedgerTests
{
    [Fact]
    public async Task It_lists_every_document_with_its_receipt_and_who_signs()
    {
        var world = await World.SharedAsync();
        var course = await world.CompletedCourseAsync(3);
        var path = $"/courses/{course}/certificates";
        (await world.Api.GetAsync($"{path}/ledger")).ErrorCode.ShouldBe("certificate.none-issued");
        (await world.Api.PostAsync(path, new { issuedOn = "2026-08-31" })).Expect(HttpStatusCode.OK);
        var documents = await DocumentsAsync(world, course);
        var receipt = new { on = "2026-09-02", mark = "по доверенности" };
        await SendAsync(world, documents[0], "receipt", receipt);
        await SendAsync(world, documents[2], "annulment", new { reason = "Ошибка в имени слушателя" });

        var (word, _, name) = await world.Api.WordAsync($"{path}/ledger");
        var page = await world.Api.PageAsync($"{path}/ledger");

        name.ShouldBe("Ведомость выдачи документов, курс № 1, 2025-2026.docx");
        foreach (var text in new[] { word, page })
        {
            text.ShouldContain("ВЕДОМОСТЬ");
            text.ShouldContain("выдачи удостоверений о повышении квалификации");
            text.ShouldContain("Курс № 1, 2025-2026 учебный год, с 01.10.2025 по 31.08.2026");
            foreach (var document in documents)
            {
                text.ShouldContain($"{document["number"]}/{document["year"]}");
                text.ShouldContain((string)document["fullName"]!);
            }

            text.ShouldContain("31.08.2026");
            text.ShouldContain("02.09.2026");
            text.ShouldContain("по доверенности");
            text.ShouldContain("аннулирован");
            text.ShouldContain("Всего документов: 3, из них получено: 1.");
            text.ShouldContain("Директор");
            text.ShouldContain("М. П. Образцова");
            text.ShouldContain("Секретарь");
        }

        (await world.Api.GetAsync($"/courses/{Guid.NewGuid()}/certificates/ledger")).ErrorCode.ShouldBe(
            "course.not-found"
        );
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("methodist"));
        using var methodist = world.Service.Client(key);
        (await methodist.GetAsync($"{path}/ledger")).Code.ShouldBe(403);
    }

    [Fact]
    public async Task A_group_prints_on_one_page_and_a_second_one_repeats_the_heading()
    {
        var world = await World.SharedAsync();
        var papers = new Dictionary<string, byte[]>();
        foreach (var learners in new[] { 10, 30 })
        {
            var course = await world.CompletedCourseAsync(learners);
            var path = $"/courses/{course}/certificates";
            (await world.Api.PostAsync(path, new { issuedOn = "2026-08-31" })).Expect(HttpStatusCode.OK);
            papers.Add($"ledger-{learners}", await BytesAsync(world, $"{path}/ledger?format=docx"));
        }

        var printed = await OfficeSuite.PrintAsync(papers, ".docx", TestContext.Current.CancellationToken);

        var pages = printed["ledger-10"];
        pages.Count.ShouldBe(1);
        pages[0].ShouldContain("Всего документов: 10, из них получено: 0.");
        pages[0].ShouldContain("Секретарь");
        pages = printed["ledger-30"];
        pages.Count.ShouldBe(2);
        pages.ShouldAllBe(page => page.Contains("Фамилия, имя, отчество"));

        // The signatures do not stand alone on a sheet.
        pages[1].ShouldContain("Анна Ивановна");
        pages[1].ShouldContain("Секретарь");
    }

    private static async Task<byte[]> BytesAsync(World world, string path)
    {
        using var request = world.Api.Request(HttpMethod.Get, path);
        using var answer = await world.Api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<System.Text.Json.Nodes.JsonNode>> DocumentsAsync(World world, Guid course)
    {
        var list = (await world.Api.GetAsync($"/certificates?courseId={course}&sort=number")).Expect(HttpStatusCode.OK);
        return [.. list["items"]!.AsArray().OfType<System.Text.Json.Nodes.JsonNode>()];
    }

    private static async Task SendAsync(World world, System.Text.Json.Nodes.JsonNode document, string what, object body)
    {
        var tag = $"\"{document["version"]}\"";
        (await world.Api.PostAsync($"/certificates/{document["id"]}/{what}", body, ("If-Match", tag))).Expect(
            HttpStatusCode.OK
        );
    }
}
