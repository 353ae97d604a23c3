using MethodCenter.Api.Tests.Learning.Applications;
using MethodCenter.Api.Tests.Learning.Orders;

namespace MethodCenter.Api.Tests.Learning.Certificates;

/// <summary>Every kind of paper as it comes out of the printer: on one page, whole, with who signs.</summary>
public sealed class PrintedPaperTests
{
    private static readonly string LongReason =
        "личное заявление слушателя от 15.11.2026 в связи с переездом в другой муниципальный округ";

    [Fact]
    public async Task Each_paper_is_one_page_and_bears_its_name_number_and_signatures()
    {
        var papers = new Dictionary<string, byte[]>();
        await DocumentsAsync(papers, "удостоверение", "", "professionalDevelopment", 72);
        await DocumentsAsync(papers, "диплом", "справка", "retraining", 250);
        await DocumentsAsync(papers, "сертификат", "", "permanentSeminar", 36);
        await ExpulsionAsync(papers);
        await LetterAsync(papers);

        var printed = await OfficeSuite.PrintAsync(papers, ".docx", TestContext.Current.CancellationToken);

        foreach (var (paper, pages) in printed)
        {
            pages.Count.ShouldBe(1, paper);
            pages[0].ShouldContain("Образцова", customMessage: paper);
            pages[0].ShouldContain("№", customMessage: paper);
        }

        Says("Приказ о зачислении", "О зачислении", "ПРИКАЗЫВАЮ", "1. Зачислить с 01.10.2025");
        Says("Приказ о завершении professionalDevelopment", "ПРИКАЗЫВАЮ", "удостоверение о повышении квалификации");
        Says("Приказ о завершении retraining", "ПРИКАЗЫВАЮ", "диплом о профессиональной переподготовке");
        Says("Приказ об отчислении", "Об отчислении", "Отчислить с 20.11.2026", "Причина отчисления:", "муниципальный");
        Says("удостоверение", "УДОСТОВЕРЕНИЕ", "о повышении квалификации", "72 академических", "Секретарь");
        Says("диплом", "ДИПЛОМ", "о профессиональной переподготовке", "250 академических", "Секретарь");
        Says("справка", "СПРАВКА", "об обучении", "250 академических");
        Says("сертификат", "СЕРТИФИКАТ", "36 академических");
        Says("Направление", "НАПРАВЛЕНИЕ", "КРИПКиПРО", "Исполнитель: Петрова А. И.");

        void Says(string paper, params string[] texts)
        {
            var page = Squeeze(printed.First(one => one.Key.StartsWith(paper, StringComparison.Ordinal)).Value[0]);
            foreach (var text in texts)
            {
                page.ShouldContain(Squeeze(text), customMessage: paper);
            }
        }
    }

    /// <summary>The list of a whole group, points, control and signature stand on one page.</summary>
    [Fact]
    public async Task An_order_of_a_whole_group_is_one_page_with_everybody_on_it()
    {
        const int group = 25;
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), group);
        var order = (await scenario.DraftAsync("enrolment", "2025-09-20")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(order)).Expect(HttpStatusCode.OK);
        var paper = await BytesAsync(scenario.World, $"/orders/{order.Id}/file");

        var printed = await OfficeSuite.PrintAsync(
            new Dictionary<string, byte[]> { ["Приказ о зачислении группы"] = paper },
            ".docx",
            TestContext.Current.CancellationToken
        );

        var page = Squeeze(printed["Приказ о зачислении группы"].ShouldHaveSingleItem());
        order["lines"]!.AsArray().Count.ShouldBe(group);
        foreach (var line in order["lines"]!.AsArray())
        {
            page.ShouldContain(Squeeze((string)line!["fullName"]!));
        }

        page.ShouldContain("3.Контроль");
        page.ShouldContain("М.П.Образцова");
    }

    /// <summary>A document of education lies on its side; an order stands.</summary>
    [Fact]
    public async Task A_document_of_education_is_landscape_and_an_order_is_not()
    {
        var papers = new Dictionary<string, byte[]>();
        await DocumentsAsync(papers, "удостоверение", "", "professionalDevelopment", 72);

        foreach (var (paper, content) in papers)
        {
            using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(content));
            using var part = archive.GetEntry("word/document.xml")!.Open();
            System.Xml.Linq.XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
            var size = System.Xml.Linq.XElement.Load(part).Descendants(word + "pgSz").ShouldHaveSingleItem();
            var isWide = paper.StartsWith("удостоверение", StringComparison.Ordinal);
            ((string?)size.Attribute(word + "orient") == "landscape").ShouldBe(isWide, paper);
            ((int)size.Attribute(word + "w")! > (int)size.Attribute(word + "h")!).ShouldBe(isWide, paper);
        }
    }

    /// <summary>The orders of a course and the documents of who passed and who failed.</summary>
    private static async Task DocumentsAsync(
        Dictionary<string, byte[]> papers,
        string passed,
        string failed,
        string programme,
        int hours
    )
    {
        var scenario = await OrderScenario.CreateAsync(
            await TestService.SharedAsync(),
            2,
            hours: hours,
            programme: programme
        );
        var api = scenario.World.Api;
        var enrolment = (await scenario.DraftAsync("enrolment", "2025-09-20")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(enrolment)).Expect(HttpStatusCode.OK);
        await scenario.ProtocolAsync("2026-08-31", "passed", "failed");
        var completion = (await scenario.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(completion)).Expect(HttpStatusCode.OK);
        await scenario.CompleteCourseAsync();
        papers[$"Приказ о зачислении {programme}"] = await BytesAsync(scenario.World, $"/orders/{enrolment.Id}/file");
        papers[$"Приказ о завершении {programme}"] = await BytesAsync(scenario.World, $"/orders/{completion.Id}/file");
        foreach (var (kind, learner) in new[] { (passed, 0), (failed, 1) })
        {
            if (kind.Length > 0)
            {
                var issued = await api.PostAsync("/certificates", new { enrolmentId = scenario.Enrolments[learner] });
                papers[$"{kind} {programme}"] = await BytesAsync(
                    scenario.World,
                    $"/certificates/{issued.Expect(HttpStatusCode.Created).Id}/file"
                );
            }
        }
    }

    private static async Task ExpulsionAsync(Dictionary<string, byte[]> papers)
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), 1, year: "2026-2027");
        var order = await scenario.DraftAsync(
            "expulsion",
            "2026-11-16",
            [scenario.Enrolments[0]],
            leavesOn: "2026-11-20",
            reason: LongReason
        );
        order.Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(order)).Expect(HttpStatusCode.OK);
        papers["Приказ об отчислении"] = await BytesAsync(scenario.World, $"/orders/{order.Id}/file");
    }

    private static async Task LetterAsync(Dictionary<string, byte[]> papers)
    {
        var world = await World.SharedAsync();
        var campaign = await world.CampaignAsync("byCentre", byQuota: false, provider: "КРИПКиПРО");
        var employee = await world.EmployeeAsync(await world.OrganisationAsync(), await world.PositionAsync());
        var applied = await world.Api.ApplyAsync(campaign, employee, programme: await world.ProgrammeAsync());
        var decided = await world.Api.DecideAsync(
            applied.Expect(HttpStatusCode.Created),
            "referral",
            ReferralLetterTests.Letter
        );
        decided.Expect(HttpStatusCode.OK);
        papers["Направление"] = await BytesAsync(world, $"/applications/{applied.Id}/referral-letter");
    }

    private static async Task<byte[]> BytesAsync(World world, string path)
    {
        using var request = world.Api.Request(HttpMethod.Get, path + "?format=docx");
        using var answer = await world.Api.Http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
