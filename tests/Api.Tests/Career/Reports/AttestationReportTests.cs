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
        report["marks"]!.AsArray().ShouldBeEmpty();
        ((int)report["none.value"]!).ShouldBe(0);
        ((string?)report["from"], (string?)report["to"]).ShouldBe(("2024-09-01", "2025-08-31"));
        ((string?)report["columns.1.name"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task One_person_with_four_decisions_counts_one_and_the_decisions_are_four()
    {
        var world = await World.SharedAsync();
        var teacher = await world.PositionAsync();
        var school = await world.OrganisationAsync();
        var (many, marked, refused) = (
            await world.EmployeeAsync(school, teacher),
            await world.EmployeeAsync(school, teacher),
            await world.EmployeeAsync(school, teacher)
        );
        await world.AttestAsync(many, school, teacher, "conformity", "2024-09-10");
        await world.AttestAsync(many, school, teacher, "first", "2024-10-10");
        await world.AttestAsync(many, school, teacher, "highest", "2024-11-20");
        await world.AttestAsync(many, school, teacher, "methodist", "2025-03-15");
        await world.AttestAsync(marked, school, teacher, "mentor", "2025-03-15");
        await world.AttestAsync(refused, school, teacher, "first", "2025-03-15", "refused");

        var report = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        ((int)report["total.value"]!, (int)report["total.decisions"]!).ShouldBe((1, 2));
        Measures(report, "rows").ShouldBe(["highest 1 1", "first 0 1"]);
        ((int)report["columns.0.total.value"]!, (int)report["columns.0.total.decisions"]!).ShouldBe((1, 2));
        ((int)report["conformity.total.value"]!, (int)report["conformity.total.decisions"]!).ShouldBe((0, 1));
        Measures(report, "marks").ShouldBe(["methodist 1 1", "mentor 1 1"]);
        ((int)report["none.value"]!, (int)report["none.decisions"]!).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData("from=2024-09-01&to=2024-09-01", 1, 1)]
    [InlineData("from=2024-09-02&to=2025-08-30", 2, 2)]
    [InlineData("from=2023-10-10&to=2024-11-20", 4, 5)]
    [InlineData("to=2024-08-31", 2, 2)]
    [InlineData("from=2025-08-31", 1, 1)]
    [InlineData("from=2024-09-01&to=2024-12-31", 3, 3)]
    public async Task Any_period_is_counted_with_both_its_days(string period, int persons, int decisions)
    {
        var service = await TestService.SharedAsync();
        var world = await WithAttestationsAsync(service);
        await world.StateAsync("attestations", "total", 3);

        var report = (await world.Api.GetAsync($"/reports/attestations?{period}")).Expect(HttpStatusCode.OK);

        ((int)report["total.value"]!, (int)report["total.decisions"]!).ShouldBe((persons, decisions));
        ((string?)report["academicYear"]).ShouldBeNull();

        // What was published for the year is not held against other days.
        report["total.stated"].ShouldBeNull();
        report["unmatched"]!.AsArray().ShouldBeEmpty();
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
    public async Task What_was_published_for_days_for_marks_and_for_nothing_stands_beside_them()
    {
        var service = await TestService.SharedAsync();
        var world = await WithAttestationsAsync(service);
        const string days = "2023-10-10/2024-11-20";
        await world.StateAsync("attestations", "total", 4, days);
        await world.StateAsync("attestations", "total#decisions", 6, days);
        await world.StateAsync("attestations", "none", 2, days);
        await world.StateAsync("attestations", "category:methodist", 7, days);

        var report = (await world.Api.GetAsync("/reports/attestations?from=2023-10-10&to=2024-11-20")).Expect(
            HttpStatusCode.OK
        );

        ((string?)report["total.key"], (string?)report["none.key"]).ShouldBe(("total", "none"));
        report["total.statedFigures"]!.AsArray().Select(cell => (bool)cell!["contradicted"]!).ShouldBe([false, true]);
        ((decimal)report["none.difference"]!).ShouldBe(2);
        ((string?)report["unmatched.0.key"]).ShouldBe("category:methodist");
    }

    [Fact]
    public async Task A_period_that_is_named_in_two_ways_is_refused()
    {
        var world = await World.SharedAsync();

        var answer = await world.Api.GetAsync("/reports/attestations?academicYear=2024-2025&to=2024-12-31");

        (answer.Code, answer.ErrorCode).ShouldBe((400, "report.period-named-twice"));
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

        var report = (await analyst.GetAsync(Path)).Expect(HttpStatusCode.OK);

        // Four persons are too few to tell of, and so is the difference of two measures.
        report["total.value"].ShouldBeNull();
        report.Text.ShouldNotContain("decisions");
    }

    private static IEnumerable<string> Names(Answer report, string list, string member) =>
        report[list]!.AsArray().Select(one => (string)one![member]!);

    private static IEnumerable<string> Measures(Answer report, string list) =>
        report[list]!.AsArray().Select(row => $"{row!["kind"]} {row["total"]!["value"]} {row["total"]!["decisions"]}");

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
