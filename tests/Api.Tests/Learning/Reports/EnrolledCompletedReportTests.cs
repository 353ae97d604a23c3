using MethodCenter.Api.Tests.Office.Reports;
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

    private static (string? Source, string? Reference, int Enrolled, int Courses) Row(Answer report, string path) =>
        (
            (string?)report.Expect(HttpStatusCode.OK)[$"{path}.source"],
            (string?)report[$"{path}.reference"],
            (int)report[$"{path}.enrolled"]!,
            (int)report[$"{path}.courses"]!
        );
}
