using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Applications;

/// <summary>Applications by file.</summary>
public sealed class ApplicationImportTests
{
    private const string Dataset = "applications";
    private const string Header = "Кампания;Программа;Ключ курса;Ключ работника;Полугодие;Дата заявки;Состояние";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task They_queue_in_the_order_of_their_rows_and_come_back(DatabaseProvider provider)
    {
        await using var scenario = await ScenarioAsync(provider, capacity: 2);
        var first = await scenario.ImportAsync(
            Dataset,
            Header,
            "Осень 2026;;plan-1;00001;;20.11.2026;",
            "осень 2026;p-1;plan-1;00002;;;",
            "Осень 2026;;plan-1;00003;осень;;удовлетворена",
            "Осень 2026;;plan-1;00001;;20.11.2026;"
        );
        first.ShouldBe(created: 3, refused: 1);
        // The same wish twice in one file is a slip of the hand; and the third found no seat.
        first.Findings.ShouldBe(
            ["4 - application.waits-for-seat", "4 state application.other-state", "5 - import.duplicate"],
            ignoreOrder: true
        );
        (await scenario.RowsAsync("enrolments", "state = 'Enrolled'")).ShouldBe(2);

        await scenario.ShouldComeBackAsync(Dataset, 3);
        await scenario.ShouldComeBackAsync(Dataset, 3, "source=test&personal=true&purpose=сверка");
        (await scenario.ExportAsync(Dataset, "source=test&state=waiting")).ShouldContain("00003");

        var other = await scenario.ImportAsync(Dataset, Header, "Осень 2026;p-1;;00001;;19.11.2026;");
        other.Findings.ShouldBe(["2 on application.already-applied"]);
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_column()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ShouldRefuseAsync(
            Dataset,
            Header,
            (";;plan-1;00001;;;", "campaign import.required"),
            ("нет такой;;plan-1;00001;;;", "campaign import.unknown-reference"),
            ("Осень 2026;;;00001;;;", "programme import.required"),
            ("Осень 2026;p-99;;00001;;;", "programme import.unknown-reference"),
            ("Осень 2026;;plan-9;00001;;;", "courseKey import.unknown-reference"),
            ("Осень 2026;;plan-1;99999;;;", "employeeKey employee.unknown"),
            ("Осень 2026;;plan-1;00001;;23.11.2026;", "on application.in-future"),
            ("Осень 2026;;plan-1;00001;;;отклонена", "state application.state-not-by-file"),
            ("Осень 2026;p-1;;00002;;;", "courseKey application.course-missing")
        );
    }

    [Fact]
    public async Task A_school_applies_for_its_own_people_and_sees_no_others()
    {
        await using var scenario = await ScenarioAsync();
        var second = await scenario.World.OrganisationAsync("school-2", "Вторая СОШ");
        await scenario.ImportAsync("employees", Imports.Header, Imports.Row(6, "school-2"));
        await scenario.ImportAsync(Dataset, Header, "Осень 2026;;plan-1;00001;;;");
        var (_, key) = await scenario.World.ProgramAsync(TestAccounts.Role("schoolOperator", second));
        using var school = scenario.Service.Client(key);
        var csv = string.Join(
            "\r\n",
            Header,
            "Осень 2026;;plan-1;00006;;;",
            "Осень 2026;;plan-1;00001;;;",
            "Осень 2026;p-1;plan-1;00006;;;"
        );

        var outcome = await DatasetScenario.SendAsync(school, Dataset, "validRows", csv);

        outcome.ShouldBe(created: 1, unchanged: 1, refused: 1);
        outcome.Findings.ShouldBe(["3 employeeKey employee.unknown"]);
        var own = (await school.GetAsync("/exports/applications?format=csv&source=test")).Expect(HttpStatusCode.OK);
        own.Text.ShouldContain("00006");
        own.Text.ShouldNotContain("00001");
    }

    [Fact]
    public async Task Rows_that_say_nothing_new_cost_a_handful_of_queries_a_chunk()
    {
        await using var scenario = await ScenarioAsync(capacity: 100);
        await scenario.ImportAsync("employees", Imports.StaffList(60, first: 10));
        string[] lines = [Header, .. Enumerable.Range(10, 60).Select(n => $"Осень 2026;;plan-1;{n:D5};;;")];
        (await scenario.ImportAsync(Dataset, lines)).ShouldBe(created: 60);
        Outcome? again = null;
        var asked = await scenario.CountAsync(
            "applications",
            async () => again = await scenario.ImportAsync(Dataset, lines)
        );
        again!.ShouldBe(unchanged: 60);
        asked.ShouldBe(1);
    }

    /// <summary>A school with four teachers, an open course «plan-1» and a campaign that decides by arrival.</summary>
    private static async Task<DatasetScenario> ScenarioAsync(
        DatabaseProvider provider = DatabaseProvider.Sqlite,
        int capacity = 25
    )
    {
        var scenario = await DatasetScenario.StartAsync(provider);
        await scenario.OpenCourseAsync(capacity);
        (
            await scenario.Api.PostAsync(
                "/campaigns",
                new
                {
                    title = "Осень 2026",
                    opensOn = "2026-11-01",
                    closesOn = "2026-11-30",
                    decision = "byArrival",
                    byQuota = false,
                }
            )
        ).Expect(HttpStatusCode.Created);
        return scenario;
    }
}
