using MethodCenter.Api.Tests.Career.Attestations;
using MethodCenter.Api.Tests.Learning.Certificates;
using MethodCenter.Api.Tests.Office.Reports;
using MethodCenter.Api.Tests.Teaching.Timetables;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Teaching.Reports;

/// <summary>Reports of enrolled and completed (SPB-71), of documents and of the teaching load (SPB-22).</summary>
public sealed class TeachingReportTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Enrolled_is_who_had_a_seat_whatever_became_of_him(DatabaseProvider provider)
    {
        await using var setting = await AttestationSetting.StartAsync(provider);
        var world = setting.World;
        var ict = await world.ProgrammeAsync("ict", "ict");
        await world.CompletedCourseAsync(3);
        var paid = await world.CourseAsync(ict, new { source = "paid" }, null, capacity: 2, year: "2025-2026");
        var leaver = await world.EmployeeAsync(setting.School, setting.Teacher);
        var left = await world.EnrolAsync(paid, leaver, on: "2025-10-01");
        await world.EnrolAsync(paid, await world.EmployeeAsync(setting.School, setting.Teacher), on: "2025-10-01");

        // Of these two nobody ever has a seat.
        foreach (var _ in new[] { 1, 2 })
        {
            var late = await world.EmployeeAsync(setting.School, setting.Teacher);
            await world.EnrolAsync(paid, late, on: "2025-10-01");
        }

        var seat = await setting.Api.GetAsync($"/courses/{paid}/enrolments/{left}");
        (
            await setting.Api.PostAsync(
                $"/courses/{paid}/enrolments/{left}/withdrawal",
                new { reason = "Перевод" },
                ("If-Match", seat.ETag)
            )
        ).Expect(HttpStatusCode.OK);

        const string path = "/reports/enrolled-completed?academicYear=2025-2026";
        setting.Commands.Take("GetEnrolledCompletedReport");
        var report = (await setting.Api.GetAsync(path)).Expect(HttpStatusCode.OK);
        setting.Commands.Take("GetEnrolledCompletedReport").ShouldBeLessThanOrEqualTo(4);
        Counts(report, "rows.0").ShouldBe((3, 3, 0, 0, 100m));
        ((string?)report["rows.0.line"]).ShouldBe("thematic");
        Counts(report, "rows.1").ShouldBe((2, 0, 1, 1, 0m));
        Counts(report, "lines.1").ShouldBe((2, 0, 1, 1, 0m));
        Counts(report, "total").ShouldBe((5, 3, 1, 1, 60m));

        var period = await setting.Api.GetAsync("/reports/enrolled-completed?from=2026-01-01&to=2026-12-31");
        Counts(period, "total").ShouldBe((3, 3, 0, 0, 100m));
        period["academicYear"].ShouldBeNull();
        Counts(await setting.Api.GetAsync("/reports/enrolled-completed"), "total").ShouldBe((0, 0, 0, 0, null));
        (await setting.Api.GetAsync("/reports/enrolled-completed?from=1066-01-01")).Code.ShouldBe(400);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Documents_are_counted_with_duplicates_and_annulled_ones_apart(DatabaseProvider provider)
    {
        await using var setting = await AttestationSetting.StartAsync(provider);
        var course = await setting.World.CompletedCourseAsync(4);
        var on = new { issuedOn = "2026-09-10" };
        (await setting.Api.PostAsync($"/courses/{course}/certificates", on)).Expect(HttpStatusCode.OK);
        var documents = (await setting.Api.GetAsync("/certificates")).Json!["items"]!
            .AsArray()
            .Select(item => (Guid)item!["id"]!)
            .ToList();
        await ChangeAsync(documents[0], "replacement", new { reason = "lost" }, HttpStatusCode.Created);
        await ChangeAsync(documents[1], "annulment", new { reason = "Ошибка в фамилии" }, HttpStatusCode.OK);

        const string path = "/reports/certificates?from=2026-09-01&to=2026-11-30";
        setting.Commands.Take("GetCertificateReport");
        var report = (await setting.Api.GetAsync(path)).Expect(HttpStatusCode.OK);
        setting.Commands.Take("GetCertificateReport").ShouldBeLessThanOrEqualTo(4);
        Documents(report, "total").ShouldBe((3, 1, 1));
        Documents(report, "kinds.0").ShouldBe((3, 1, 1));
        Documents(report, "programmes.0").ShouldBe((3, 1, 1));
        ((int)report["months.0.month"]!).ShouldBe(9);
        Documents(report, "months.0").ShouldBe((3, 0, 1));
        Documents(report, "months.1").ShouldBe((0, 1, 0));
        var whole = await setting.Api.GetAsync("/reports/certificates?from=2025-09-01");
        ((string?)whole["to"]).ShouldBe("2026-08-31");
        Documents(whole, "total").ShouldBe((0, 0, 0));

        async Task ChangeAsync(Guid id, string what, object body, HttpStatusCode status)
        {
            var present = await setting.Api.GetAsync($"/certificates/{id}");
            (await setting.Api.PostAsync($"/certificates/{id}/{what}", body, ("If-Match", present.ETag))).Expect(
                status
            );
        }
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task The_load_is_held_against_the_rates_and_off_site_lessons_stand_apart(DatabaseProvider provider)
    {
        await using var setting = await AttestationSetting.StartAsync(provider);
        var world = setting.World;
        await world.SetCalendarAsync();
        var (room, teacher) = (await world.RoomAsync(), await world.EmployeeAsync(setting.School, setting.Teacher));
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync("p-72", hours: 72));
        var learner = new
        {
            employeeId = await world.EmployeeAsync(setting.School, setting.Teacher),
            on = "2026-10-01",
        };
        var seat = (await setting.Api.PostAsync($"/courses/{course.Id}/enrolments", learner)).Expect(
            HttpStatusCode.Created
        );
        var held = await world.LessonAsync(course.Id, room, teacher, "2026-10-05");
        await world.LessonAsync(course.Id, room, teacher, "2026-10-12");
        var offSite = new
        {
            courseId = course.Id,
            date = "2026-10-19",
            stream = 1,
            hours = 4,
            venue = "offSite",
            hostId = setting.School,
            teacherId = teacher,
        };
        (await setting.Api.PostAsync("/lessons", offSite)).Expect(HttpStatusCode.Created);
        var sheet = new { learners = new[] { new { enrolmentId = seat.Id, presence = "present" } } };
        (await setting.Api.PutAsync($"/lessons/{held.Id}/attendance", sheet, ("If-Match", held.ETag))).Expect(
            HttpStatusCode.OK
        );

        const string path = "/reports/teaching-load?academicYear=2026-2027";
        setting.Commands.Take("GetTeachingLoadReport");
        var report = (await setting.Api.GetAsync(path)).Expect(HttpStatusCode.OK);
        setting.Commands.Take("GetTeachingLoadReport").ShouldBeLessThanOrEqualTo(4);

        // One thematic rate, as shipped; one group of 72 hours is an eighth of it.
        ((int)report["hoursPerRate"]!, (int)report["groupsPerRate"]!).ShouldBe((576, 8));
        ((string?)report["lines.0.line"], (int)report["lines.0.groupsByNorm"]!).ShouldBe(("thematic", 8));
        ((int)report["lines.0.groups"]!, (int)report["lines.0.groupsDifference"]!).ShouldBe((1, -7));
        ((decimal)report["lines.0.ratesOfGroups"]!).ShouldBe(0.13m);
        ((int)report["lines.1.groupSizeByNorm"]!, (int)report["lines.1.groups"]!).ShouldBe((12, 0));
        ((int)report["total.rates"]!, (int)report["total.hoursByNorm"]!).ShouldBe((2, 1152));
        ((decimal)report["total.learnersPerGroup"]!).ShouldBe(1m);
        Hours(report, "total").ShouldBe((12, 4, 4, 1));
        Hours(report, "teachers.0").ShouldBe((12, 4, 4, 1));
        ((decimal)report["teachers.0.ratesPlanned"]!).ShouldBe(0.02m);
        report["teachers"]!.AsArray().Count.ShouldBe(1);
        (await setting.Api.GetAsync("/reports/teaching-load?academicYear=2019-2020"))["teachers"]!
            .AsArray()
            .ShouldBeEmpty();
    }

    private static (int Enrolled, int Completed, int Studying, int Withdrawn, decimal? Percent) Counts(
        Answer report,
        string at
    ) =>
        (
            (int)report[$"{at}.enrolled"]!,
            (int)report[$"{at}.completed"]!,
            (int)report[$"{at}.studying"]!,
            (int)report[$"{at}.withdrawn"]!,
            (decimal?)report[$"{at}.completedPercent"]
        );

    private static (int Issued, int Replacements, int Annulled) Documents(Answer report, string at) =>
        ((int)report[$"{at}.issued"]!, (int)report[$"{at}.replacements"]!, (int)report[$"{at}.annulled"]!);

    private static (int Planned, int Given, int OffSite, int Lessons) Hours(Answer report, string at) =>
        (
            (int)report[$"{at}.hoursPlanned"]!,
            (int)report[$"{at}.hoursGiven"]!,
            (int)report[$"{at}.hoursOffSite"]!,
            (int)report[$"{at}.lessonsOffSite"]!
        );
}
