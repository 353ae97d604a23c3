using MethodCenter.Api.Tests.Office.Reports;

namespace MethodCenter.Api.Tests.Learning.Reports;

/// <summary>GET /reports/courses (SPB-T02).</summary>
public sealed class CourseReportTests
{
    private const string Path = "/reports/courses?academicYear=" + ReportCentre.Year;

    [Fact]
    public async Task Counts_learners_and_neither_who_waits_nor_who_has_withdrawn()
    {
        var service = await TestService.SharedAsync();
        var world = await WithCoursesAsync(service);

        var report = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        // Order: 2 seats; of four who came one has withdrawn and two wait: the course is over, nobody moves up any more.
        Value(report, "blocks.0.sites.0.total").ShouldBe(1);
        ((string?)report["blocks.0.sites.0.site"]).ShouldBe("Главный корпус");
        ((int)report["blocks.0.sites.0.courses.0.learnersAutumn"]!).ShouldBe(1);
        Value(report, "blocks.0.sites.1.total").ShouldBe(1);
        Value(report, "blocks.0.total").ShouldBe(2);
        ((int)report["blocks.0.total.courses"]!).ShouldBe(2);

        // Two registers of one source are two blocks; the source has the sum.
        ((string?)report["blocks.1.reference"]).ShouldBe("реестр 1");
        Value(report, "blocks.1.total").ShouldBe(3);
        ((int)report["blocks.1.total.learnersAutumn"]!).ShouldBe(1);
        ((int)report["blocks.1.total.learnersSpring"]!).ShouldBe(2);
        Value(report, "blocks.2.total").ShouldBe(1);
        Value(report, "sources.0.total").ShouldBe(2);
        Value(report, "sources.1.total").ShouldBe(4);
        Value(report, "total").ShouldBe(6);
        ((int)report["total.courses"]!).ShouldBe(4);
        report.Json!["blocks"]!.AsArray().Count.ShouldBe(3);
        report["computedAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Published_figures_stand_beside_the_computed_ones()
    {
        var service = await TestService.SharedAsync();
        var world = await WithCoursesAsync(service);
        await world.StateAsync("courses", "total", 6);
        await world.StateAsync("courses", "block:stateAssignment", 5);
        await world.StateAsync("courses", "block:paid", 4);
        await world.StateAsync("attestations", "total", 1);

        var report = (await world.Api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        ((bool)report["total.contradicted"]!).ShouldBeFalse();
        ((decimal)report["total.difference"]!).ShouldBe(0);
        ((bool)report["blocks.0.total.contradicted"]!).ShouldBeTrue();
        report["blocks.0.total.stated"]!.ToJsonString().ShouldBe("5");
        report["blocks.0.total.difference"]!.ToJsonString().ShouldBe("3");
        ((string?)report["blocks.0.total.statedSource"]).ShouldBe("Отчёт центра");
        report["blocks.1.total.stated"].ShouldBeNull();

        // A published block of which nothing is on record is not passed over.
        var unmatched = report.Json!["unmatched"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)unmatched["key"]).ShouldBe("block:paid");
        ((int)unmatched["value"]!).ShouldBe(0);
        ((bool)unmatched["contradicted"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task A_year_without_courses_has_no_rows_and_a_total_of_0()
    {
        var service = await TestService.SharedAsync();
        var world = await WithCoursesAsync(service);

        var report = (await world.Api.GetAsync("/reports/courses?academicYear=2010-2011")).Expect(HttpStatusCode.OK);

        report.Json!["blocks"]!.AsArray().ShouldBeEmpty();
        report.Json!["sources"]!.AsArray().ShouldBeEmpty();
        Value(report, "total").ShouldBe(0);
    }

    [Fact]
    public async Task Names_come_in_the_language_of_the_caller()
    {
        var service = await TestService.SharedAsync();
        var world = await WithCoursesAsync(service);

        var russian = await world.Api.GetAsync(Path);
        var english = await world.Api.GetAsync(Path, ("Accept-Language", "en"));

        ((string?)russian["blocks.0.name"]).ShouldBe("план-заказ");
        ((string?)english["blocks.0.name"]).ShouldNotBe("план-заказ");
        ((string?)russian["basis"]).ShouldNotBe((string?)english["basis"]);
    }

    [Fact]
    public async Task The_analyst_may_read_it_and_a_school_may_not()
    {
        var service = await TestService.SharedAsync();
        var world = await WithCoursesAsync(service);
        var school = await world.OrganisationAsync("school-9", "Девятая СОШ");

        var analyst = await world.RoleAsync(service, "analyst");
        var school9 = await world.RoleAsync(service, "schoolOperator", school);

        (await analyst.GetAsync(Path)).Status.ShouldBe(HttpStatusCode.OK);
        (await school9.GetAsync(Path)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await service.Client(key: null).GetAsync(Path)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await world.Api.GetAsync("/reports/courses?academicYear=2024")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await world.Api.GetAsync("/reports/courses?year=2024-2025")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static int Value(Answer report, string at) => (int)report[at + ".value"]!;

    /// <summary>Courses of one year with 6 learners; and what must not count: another year, a cancelled course, another centre.</summary>
    private static async Task<World> WithCoursesAsync(TestService service)
    {
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var people = new List<Guid>();
        for (var person = 0; person < 4; person++)
        {
            people.Add(await world.EmployeeAsync(school, teacher));
        }

        var programme = await world.ProgrammeAsync();
        var order = new { source = "stateAssignment" };
        var full = await world.CourseAsync(programme, order, "Главный корпус", capacity: 2);
        var first = await world.EnrolAsync(full, people[0]);
        foreach (var person in people[1..])
        {
            await world.EnrolAsync(full, person);
        }

        var enrolment = await world.Api.GetAsync($"/courses/{full}/enrolments/{first}");
        var withdrawn = await world.Api.PostAsync(
            $"/courses/{full}/enrolments/{first}/withdrawal",
            new { reason = "по заявлению" },
            ("If-Match", enrolment.ETag)
        );
        withdrawn.Expect(HttpStatusCode.OK);
        await world.EnrolAsync(await world.CourseAsync(programme, order, null), people[0]);

        var register = new { source = "personifiedModel", reference = "реестр 1" };
        var both = await world.CourseAsync(programme, register, null, "autumnAndSpring");
        await world.EnrolAsync(both, people[0]);
        await world.EnrolAsync(both, people[1], "spring", "2025-02-03");
        await world.EnrolAsync(both, people[2], "spring", "2025-02-03");
        var other = new { source = "personifiedModel", reference = "реестр 2" };
        await world.EnrolAsync(await world.CourseAsync(programme, other, null), people[3]);

        var cancelled = await world.CourseAsync(programme, order, "Главный корпус");
        await world.EnrolAsync(cancelled, people[0]);
        var course = await world.Api.GetAsync($"/courses/{cancelled}");
        var cancellation = await world.Api.PostAsync(
            $"/courses/{cancelled}/cancellation",
            new { reason = "нет преподавателя" },
            ("If-Match", course.ETag)
        );
        cancellation.Expect(HttpStatusCode.OK);
        var before = await world.CourseAsync(programme, order, "Главный корпус", year: "2023-2024");
        await world.EnrolAsync(before, people[0], on: "2023-10-02");

        var neighbour = await World.CreateAsync(service, "neighbour");
        var place = await neighbour.OrganisationAsync();
        var stranger = await neighbour.EmployeeAsync(place, await neighbour.PositionAsync());
        var theirs = await neighbour.CourseAsync(await neighbour.ProgrammeAsync(), order, "Главный корпус");
        await neighbour.EnrolAsync(theirs, stranger);
        await neighbour.StateAsync("courses", "source:stateAssignment", 99);
        return world;
    }
}
