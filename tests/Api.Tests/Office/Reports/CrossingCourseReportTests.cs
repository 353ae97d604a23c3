using MethodCenter.Api.Tests.Learning.Certificates;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Office.Reports;

/// <summary>A course that crosses 31 August is one of the year in which it ends, as training elsewhere is.</summary>
public sealed class CrossingCourseReportTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task It_counts_in_the_year_in_which_it_ends(DatabaseProvider provider)
    {
        var world = await World.SharedAsync(provider);
        var programme = await world.ProgrammeAsync(hours: 250, kind: "retraining");
        var course = await world.CourseAsync(programme, new { source = "stateAssignment" }, null, "spring");
        await world.EndAsync(course, "2025-12-20");
        var learner = await world.EmployeeAsync(await world.OrganisationAsync(), await world.PositionAsync());
        await world.EnrolAsync(course, learner, "spring", "2025-02-03");
        await world.WaivePapersAsync();
        var full = (await world.Api.GetAsync($"/courses/{course}")).Expect(HttpStatusCode.OK);
        (await world.Api.PostAsync($"/courses/{course}/completion", null, ("If-Match", full.ETag))).Expect(
            HttpStatusCode.OK
        );

        foreach (var (year, count) in new[] { ("2024-2025", 0), ("2025-2026", 1) })
        {
            var trained = await world.Api.GetAsync($"/reports/trained-by-provider?academicYear={year}");
            var feedback = await world.Api.GetAsync($"/reports/course-feedback?academicYear={year}");

            ((int)trained.Expect(HttpStatusCode.OK)["total.value"]!).ShouldBe(count, year);
            ((int)feedback.Expect(HttpStatusCode.OK)["total.courses"]!).ShouldBe(count, year);
        }
    }
}
