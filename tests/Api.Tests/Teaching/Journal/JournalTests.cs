using MethodCenter.Api.Tests.Career.Attestations;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Api.Tests.Teaching.Timetables;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Teaching.Journal;

/// <summary>Attendance, the journal of a course, final works and assessments.</summary>
public sealed class JournalTests
{
    private const string Past = "2025-2026";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Attendance_makes_the_journal_and_each_school_sees_its_own(DatabaseProvider provider)
    {
        await using var scenario = await AttestationSetting.StartAsync(provider);
        var (world, position) = (scenario.World, scenario.Teacher);
        var (school, other) = (scenario.School, scenario.OtherSchool);
        await world.SetCalendarAsync(Past);
        var (room, teacher) = (await world.RoomAsync(), await world.EmployeeAsync(school, position));
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync(), 25, Past);
        List<Guid> enrolments = [];
        foreach (var place in new[] { school, other })
        {
            var body = new { employeeId = await world.EmployeeAsync(place, position), on = "2025-10-01" };
            enrolments.Add(
                (await world.Api.PostAsync($"/courses/{course.Id}/enrolments", body)).Expect(HttpStatusCode.Created).Id
            );
        }

        var lesson = await world.LessonAsync(course.Id, room, teacher, "2025-10-06");
        await world.LessonAsync(course.Id, room, teacher, "2025-10-13");
        var path = $"/lessons/{lesson.Id}/attendance";
        object Sheet(params object[] learners) => new { learners };
        var whole = Sheet(
            new
            {
                enrolmentId = enrolments[0],
                presence = "late",
                minutesMissed = 45,
            },
            new { enrolmentId = enrolments[1], presence = "absent" }
        );

        (await world.Api.GetAsync($"/courses/{course.Id}/journal"))["learners.0.share"].ShouldBeNull();
        (await world.Api.PutAsync(path, whole)).Code.ShouldBe(428);
        var part = Sheet(new { enrolmentId = enrolments[0], presence = "present" });
        (await world.Api.PutAsync(path, part, ("If-Match", lesson.ETag))).ErrorCode.ShouldBe(
            "attendance.learners-missing"
        );
        (await world.Api.PutAsync(path, whole, ("If-Match", lesson.ETag))).Expect(HttpStatusCode.OK);
        scenario.Commands.Take("RecordAttendance").ShouldBeLessThanOrEqualTo(3 * 8);
        scenario.Commands.Take("GetCourseJournal");
        var journal = (await world.Api.GetAsync($"/courses/{course.Id}/journal")).Expect(HttpStatusCode.OK);
        scenario.Commands.Take("GetCourseJournal").ShouldBeLessThanOrEqualTo(4);

        ((int)journal["hoursPlanned"]!, (int)journal["hoursGiven"]!).ShouldBe((8, 4));
        var lines = journal.Json!["learners"]!.AsArray().ToDictionary(line => (Guid)line!["enrolmentId"]!);
        ((decimal)lines[enrolments[0]]!["hoursAttended"]!).ShouldBe(3m);
        ((decimal)lines[enrolments[0]]!["share"]!).ShouldBe(0.75m);
        ((decimal)lines[enrolments[1]]!["share"]!).ShouldBe(0m);
        ((int)lines[enrolments[1]]!["absences"]!).ShouldBe(1);
        await TheSchoolSeesItsOwnAsync(scenario, (course.Id, lesson.Id, teacher, enrolments[0]), whole);
    }

    private static async Task TheSchoolSeesItsOwnAsync(
        AttestationSetting scenario,
        (Guid Course, Guid Lesson, Guid Teacher, Guid Enrolment) made,
        object sheet
    )
    {
        var (course, lesson, teacher, enrolment) = made;
        var (_, key) = await scenario.World.ProgramAsync(TestAccounts.Role("schoolOperator", scenario.School));
        using var operatorOfSchool = scenario.Service.Client(key);
        var own = (await operatorOfSchool.GetAsync($"/lessons/{lesson}/attendance")).Expect(HttpStatusCode.OK);
        own.Json!["learners"]!.AsArray().Single()!["enrolmentId"]!.GetValue<Guid>().ShouldBe(enrolment);
        (await operatorOfSchool.GetAsync($"/courses/{course}/journal")).Expect(HttpStatusCode.OK).Json!["learners"]!
            .AsArray()
            .Count.ShouldBe(1);
        (await operatorOfSchool.PutAsync($"/lessons/{lesson}/attendance", sheet, ("If-Match", "\"2\""))).Code.ShouldBe(
            403
        );
        (await operatorOfSchool.GetAsync($"/employees/{Guid.NewGuid()}/timetable.ics")).Code.ShouldBe(404);
        (await operatorOfSchool.GetAsync($"/employees/{teacher}/timetable.ics"))
            .Expect(HttpStatusCode.OK)
            .Text.ShouldContain("DTSTART:20251006T064500Z");
    }
}
