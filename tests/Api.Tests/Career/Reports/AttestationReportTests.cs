using MethodCenter.Api.Tests.Office.Reports;

namespace MethodCenter.Api.Tests.Career.Reports;

/// <summary>GET /reports/attestations (SPB-T12).</summary>
public sealed class AttestationReportTests
{
    private const string Path = "/reports/attestations?academicYear=" + ReportCentre.Year;

    [Fact]
    public async Task Categories_by_type_of_institution_with_totals()
    {
        var service = await TestService.SharedAsync();
        var world = await WithAttestationsAsync(service);

        var report = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        Names(report, "columns", "group").ShouldBe(["school", "preschool"]);
        Names(report, "rows", "kind").ShouldBe(["highest", "first"]);
        Cells(report, "rows.0").ShouldBe([1, 0]);
        Cells(report, "rows.1").ShouldBe([2, 1]);
        ((int)report["rows.0.total.value"]!).ShouldBe(1);
        ((int)report["rows.1.total.value"]!).ShouldBe(3);
        ((int)report["columns.0.total.value"]!).ShouldBe(3);
        ((int)report["columns.1.total.value"]!).ShouldBe(1);
        ((int)report["total.value"]!).ShouldBe(4);

        // Conformity is not a category: beside the table, in no total.
        Cells(report, "conformity").ShouldBe([0, 1]);
        ((string?)report["columns.1.name"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Published_figures_stand_beside_the_computed_ones()
    {
        var service = await TestService.SharedAsync();
        var world = await WithAttestationsAsync(service);
        await world.StateAsync("attestations", "total", 3);
        await world.StateAsync("attestations", "category:highest", 1);
        await world.StateAsync("attestations", "cell:first/preschool", 2);
        await world.StateAsync("attestations", "group:additionalEducation", 5);

        var report = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        ((bool)report["total.contradicted"]!).ShouldBeTrue();
        ((decimal)report["total.difference"]!).ShouldBe(-1);
        ((bool)report["rows.0.total.contradicted"]!).ShouldBeFalse();
        ((bool)report["rows.1.cells.1.contradicted"]!).ShouldBeTrue();
        ((string?)report["unmatched.0.key"]).ShouldBe("group:additionalEducation");
    }

    [Fact]
    public async Task A_year_without_attestations_has_no_rows_and_a_total_of_0()
    {
        var service = await TestService.SharedAsync();
        var world = await WithAttestationsAsync(service);

        var report = await world.Api.GetAsync("/reports/attestations?academicYear=2010-2011");

        report.Expect(HttpStatusCode.OK).Json!["rows"]!.AsArray().ShouldBeEmpty();
        report.Json!["columns"]!.AsArray().ShouldBeEmpty();
        ((int)report["total.value"]!).ShouldBe(0);
    }

    [Fact]
    public async Task The_analyst_may_read_it()
    {
        var service = await TestService.SharedAsync();
        var world = await WithAttestationsAsync(service);

        var analyst = await world.RoleAsync(service, "analyst");

        (await analyst.GetAsync(Path)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<string> Names(Answer report, string list, string member) =>
        report[list]!.AsArray().Select(one => (string)one![member]!);

    private static IEnumerable<int> Cells(Answer report, string row) =>
        report[row + ".cells"]!.AsArray().Select(cell => (int)cell!["value"]!);

    /// <summary>
    /// Four categories of one year; and what must not count: refused, annulled, another year, another centre.
    /// </summary>
    private static async Task<World> WithAttestationsAsync(TestService service)
    {
        var world = await World.CreateAsync(service);
        var teacher = await world.PositionAsync();
        var school = await world.OrganisationAsync();
        var nursery = await world.OrganisationAsync("nursery", "Детский сад", "kindergarten");
        var people = new List<Guid>();
        foreach (var place in new[] { school, school, school, nursery, nursery, school })
        {
            people.Add(await world.EmployeeAsync(place, teacher));
        }

        // The year begins on 1 September and ends on 31 August: both days belong to it.
        await world.AttestAsync(people[0], school, teacher, "first", "2024-09-01");
        await world.AttestAsync(people[1], school, teacher, "first", "2025-08-31");
        await world.AttestAsync(people[2], school, teacher, "first", "2023-10-10");
        await world.AttestAsync(people[2], school, teacher, "highest", "2024-11-20");
        await world.AttestAsync(people[3], nursery, teacher, "first", "2024-11-20");
        await world.AttestAsync(people[4], nursery, teacher, "conformity", "2024-11-21");
        await world.AttestAsync(people[5], school, teacher, "first", "2024-08-31");
        await world.AttestAsync(people[4], nursery, teacher, "first", "2024-12-10", "refused");
        var mistake = await world.AttestAsync(people[5], school, teacher, "highest", "2025-03-05");
        var annulled = await world.Api.PostAsync(
            $"/attestations/{mistake.Id}/annulment",
            new { reason = "внесено по ошибке" },
            ("If-Match", mistake.ETag)
        );
        annulled.Expect(HttpStatusCode.OK);

        var neighbour = await World.CreateAsync(service, "neighbour");
        var (place2, post) = (await neighbour.OrganisationAsync(), await neighbour.PositionAsync());
        var stranger = await neighbour.EmployeeAsync(place2, post);
        await neighbour.AttestAsync(stranger, place2, post, "first", "2024-11-20");
        return world;
    }
}
