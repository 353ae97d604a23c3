using MethodCenter.Api.Tests.Office.Reports;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Reports;

/// <summary>Who pays for those enrolled and completed, and in which period they count (SPB-71).</summary>
public sealed class EnrolledCompletedReportTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_learner_counts_with_the_source_that_pays_for_him(DatabaseProvider provider)
    {
        var world = await World.SharedAsync(provider);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        var order = new { source = "stateAssignment" };
        var course = await world.CourseAsync(programme, order, site: null);
        await world.CourseAsync(programme, order, site: null, season: "spring");
        await world.EnrolAsync(course, await world.EmployeeAsync(school, teacher));
        var payer = await world.EnrolAsync(course, await world.EmployeeAsync(school, teacher));
        await world.FundAsync(course, payer, "paid", "Договор № 15");

        var report = await world.Api.GetAsync("/reports/enrolled-completed?academicYear=2024-2025");
        var paid = await world.Api.GetAsync("/enrolments?fundingSource=paid");

        Row(report, "rows.0").ShouldBe(("stateAssignment", null, 1, 2));
        Row(report, "rows.1").ShouldBe(("paid", "Договор № 15", 1, 1));
        Row(report, "sources.0").ShouldBe(("stateAssignment", null, 1, 2));
        Row(report, "sources.1").ShouldBe(("paid", null, 1, 1));
        paid.Json!["items"]!.AsArray().Count.ShouldBe((int)report["sources.1.enrolled"]!);

        // A course of two sources stands in the rows of both and is one in the total.
        ((int)report["total.enrolled"]!, (int)report["total.courses"]!).ShouldBe((2, 2));
    }

    /// <summary>Of two ways to count one year an analyst would take the difference: the few of the courses that cross 31 August.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_year_is_the_same_by_its_name_and_by_its_days(DatabaseProvider provider)
    {
        var world = await World.SharedAsync(provider);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync(hours: 250, kind: "retraining");
        var funding = new { source = "stateAssignment" };
        var within = await world.CourseAsync(programme, funding, site: null, season: "spring");
        var crossing = await world.CourseAsync(programme, funding, site: null, season: "spring");
        await world.EndAsync(crossing, "2025-12-20");
        foreach (var (course, learners) in new[] { (within, 5), (crossing, 3) })
        {
            for (var learner = 0; learner < learners; learner++)
            {
                var employee = await world.EmployeeAsync(school, teacher);
                await world.EnrolAsync(course, employee, "spring", "2025-02-03");
            }
        }

        var (_, key) = await world.ProgramAsync(TestAccounts.Role("analyst"));
        using var analyst = world.Service.Client(key, world.Centre);
        foreach (var client in new[] { world.Api, analyst })
        {
            var named = await CountsAsync(client, "academicYear=2024-2025");
            named.ShouldContain("\"enrolled\":5");
            (await CountsAsync(client, "from=2024-09-01&to=2025-08-31")).ShouldBe(named);
            (await CountsAsync(client, "academicYear=2024-2025&from=2024-09-01&to=2025-08-31")).ShouldBe(named);
        }

        (await CountsAsync(world.Api, "academicYear=2025-2026")).ShouldContain("\"enrolled\":3");
        (await CountsAsync(world.Api, "academicYear=2024-2025&to=2025-07-31")).ShouldBe("report.period-named-twice");
        (await CountsAsync(world.Api, "from=2025-08-31&to=2024-09-01")).ShouldBe("report.period-reversed");
    }

    private static async Task<string> CountsAsync(ApiClient client, string period)
    {
        var report = await client.GetAsync($"/reports/enrolled-completed?{period}");
        return report.Code == 200
            ? report["rows"]!.ToJsonString() + report["total"]!.ToJsonString()
            : report.ErrorCode!;
    }

    private static (string? Source, string? Reference, int Enrolled, int Courses) Row(Answer report, string path) =>
        (
            (string?)report.Expect(HttpStatusCode.OK)[$"{path}.source"],
            (string?)report[$"{path}.reference"],
            (int)report[$"{path}.enrolled"]!,
            (int)report[$"{path}.courses"]!
        );
}
