using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Teaching.Timetables;

/// <summary>/academic-calendars, /rooms, /lessons, /timetables and the feeds.</summary>
public sealed class TimetableTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_lesson_is_added_moved_refused_with_its_reason_and_cancelled(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        var (teacher, other) = (
            await world.EmployeeAsync(school, position),
            await world.EmployeeAsync(school, position)
        );
        var (room, small) = (await world.RoomAsync(), await world.RoomAsync("чулан", 1));
        var programme = await world.ProgrammeAsync();
        var (course, rival) = (await world.OpenCourseAsync(programme), await world.OpenCourseAsync(programme));
        Guid[] learners = [await world.EmployeeAsync(school, position), await world.EmployeeAsync(school, position)];
        foreach (
            var (id, employeeId) in learners.Append(other).Select(one => (course.Id, one)).Append((rival.Id, other))
        )
        {
            (await world.Api.PostAsync($"/courses/{id}/enrolments", new { employeeId })).Expect(HttpStatusCode.Created);
        }

        async Task<Answer> AddAsync(object lesson) => await world.Api.PostAsync("/lessons", lesson);

        (await AddAsync(TestTimetables.Lesson(course.Id, room, teacher))).ErrorCode.ShouldBe("calendar.missing");
        await world.SetCalendarAsync();
        var made = (await AddAsync(TestTimetables.Lesson(course.Id, room, teacher))).Expect(HttpStatusCode.Created);

        (await AddAsync(TestTimetables.Lesson(rival.Id, room, other))).ErrorCode.ShouldBe("lesson.room-busy");
        var big = await world.RoomAsync("зал 1", 80);
        (await AddAsync(TestTimetables.Lesson(rival.Id, big, teacher))).ErrorCode.ShouldBe("lesson.teacher-busy");
        (await AddAsync(TestTimetables.Lesson(course.Id, big, other))).ErrorCode.ShouldBe("lesson.group-busy");
        var busy = await AddAsync(TestTimetables.Lesson(rival.Id, big, other));
        busy.ErrorCode.ShouldBe("lesson.learners-busy");
        busy.Text.ShouldContain(made.Id.ToString());
        (await AddAsync(TestTimetables.Lesson(course.Id, small, teacher, stream: 2))).FieldErrors.ShouldBe([
            "/roomId lesson.too-few-seats",
        ]);
        (await AddAsync(TestTimetables.Lesson(course.Id, room, other, stream: 2))).FieldErrors.ShouldBe([
            "/teacherId lesson.teacher-is-learner",
        ]);
        (await AddAsync(TestTimetables.Lesson(course.Id, room, Guid.NewGuid(), stream: 2))).FieldErrors.ShouldBe([
            "/teacherId employee.unknown",
        ]);
        (await AddAsync(TestTimetables.Lesson(course.Id, room, teacher, "2026-10-04"))).ErrorCode.ShouldBe(
            "calendar.day-off"
        );
        (await AddAsync(TestTimetables.Lesson(course.Id, room, teacher, "tomorrow"))).Code.ShouldBe(400);

        await IsMovedAndCancelledAsync(world, made, room, teacher);
        (await AddAsync(TestTimetables.Lesson(rival.Id, room, teacher, stream: 2))).Expect(HttpStatusCode.Created);
        var listed = (await world.Api.GetAsync($"/lessons?roomId={room}&state=planned&from=2026-10-05&to=2026-10-05"));
        listed.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Count.ShouldBe(1);
        await FeedsTellOfItAsync(world, course, made, room, teacher);
        await AShorterCourseLeavesNoLessonOutsideAsync(world, rival);
        (await world.Api.PostAsync($"/courses/{rival.Id}/enrolments", new { employeeId = teacher })).ErrorCode.ShouldBe(
            "enrolment.teaches-course"
        );
    }

    private static async Task IsMovedAndCancelledAsync(World world, Answer made, Guid room, Guid teacher)
    {
        var path = $"/lessons/{made.Id}";
        var body = new
        {
            date = "2026-10-05",
            stream = 2,
            hours = 4,
            roomId = room,
            teacherId = teacher,
        };
        (await world.Api.PutAsync(path, body)).Code.ShouldBe(428);
        (await world.Api.PutAsync(path, body, ("If-Match", "\"9\""))).Code.ShouldBe(412);
        var moved = (await world.Api.PutAsync(path, body, ("If-Match", made.ETag))).Expect(HttpStatusCode.OK);
        ((int)moved["stream"]!).ShouldBe(2);
        var reason = new { reason = "Преподаватель болен" };
        var cancelled = await world.Api.PostAsync(path + "/cancellation", reason, ("If-Match", moved.ETag));
        ((string?)cancelled.Expect(HttpStatusCode.OK)["state"]).ShouldBe("cancelled");
    }

    private static async Task FeedsTellOfItAsync(World world, Answer course, Answer made, Guid room, Guid teacher)
    {
        var feed = await world.Api.GetAsync($"/courses/{course.Id}/timetable.ics");
        feed.Expect(HttpStatusCode.OK).Text.ShouldContain("STATUS:CANCELLED");
        feed.Text.ShouldContain("X-WR-CALNAME:Курс № 1: Программа p-1\r\n");
        feed.Text.Replace("\r\n ", "").ShouldContain("DESCRIPTION:Преподаватель: Тестова");
        (await world.Api.GetAsync($"/rooms/{room}/timetable.ics")).Text.ShouldContain(
            "X-WR-CALNAME:Невский\\, 154\\, зал 2\r\n"
        );
        (await world.Api.GetAsync($"/employees/{teacher}/timetable.ics")).Text.ShouldContain(
            "X-WR-CALNAME:Занятия: Тестова"
        );
        feed.Text.ShouldContain($"UID:{made.Id}@methodcenter\r\n");
        feed.Text.ShouldContain("SEQUENCE:2\r\n");
        feed.Text.Split("\r\n").ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
    }

    private static async Task AShorterCourseLeavesNoLessonOutsideAsync(World world, Answer course)
    {
        var present = (await world.Api.GetAsync($"/courses/{course.Id}")).Expect(HttpStatusCode.OK);
        var change = new { startsOn = "2026-10-12" };
        var refused = await world.Api.PatchAsync($"/courses/{course.Id}", change, ("If-Match", present.ETag));

        refused.Code.ShouldBe(409);
        refused.FieldErrors.ShouldBe(["/startsOn course.lessons-outside"]);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_room_is_taken_once_however_many_ask_at_once(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        var (programme, room) = (await world.ProgrammeAsync(), await world.RoomAsync());
        await world.SetCalendarAsync();
        List<object> lessons = [];
        for (var number = 0; number < 4; number++)
        {
            var (course, teacher) = (
                await world.OpenCourseAsync(programme),
                await world.EmployeeAsync(school, position)
            );
            lessons.Add(TestTimetables.Lesson(course.Id, room, teacher));
        }

        var answers = await Task.WhenAll(lessons.Select(lesson => world.Api.PostAsync("/lessons", lesson)));

        answers.Count(answer => answer.Code == 201).ShouldBe(1);
        answers.Where(answer => answer.Code != 201).ShouldAllBe(answer => answer.Code == 409);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_timetable_is_proposed_then_stored_and_what_is_impossible_is_named(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        await world.SetCalendarAsync();
        await world.RoomAsync();
        await world.RoomAsync("зал 1", 80);
        var programme = await world.ProgrammeAsync();
        List<Guid> courses = [];
        for (var number = 0; number < 4; number++)
        {
            courses.Add((await world.OpenCourseAsync(programme)).Id);
        }

        var teacher = await world.EmployeeAsync(school, position);
        object Asked(bool dryRun, string? from = "2026-09-01") =>
            new
            {
                from,
                academicYear = TestTimetables.Year,
                halfYear = "autumn",
                teacherIds = new[] { teacher },
                dryRun,
            };

        var dry = (await world.Api.PostAsync("/timetables", Asked(true))).Expect(HttpStatusCode.OK);
        (await world.Api.GetAsync("/lessons")).Json!["items"]!.AsArray().ShouldBeEmpty();
        var fromToday = await world.Api.PostAsync("/timetables", Asked(true, from: null));
        var stored = (await world.Api.PostAsync("/timetables", Asked(false))).Expect(HttpStatusCode.OK);
        var again = await world.Api.PostAsync("/timetables", Asked(false));
        var late = await world.OpenCourseAsync(await world.ProgrammeAsync("long", hours: 250));
        var named = new { courses = new[] { new { courseId = late.Id } }, teacherIds = new[] { teacher } };
        var impossible = await world.Api.PostAsync("/timetables", named);

        (dry["stored"]!.GetValue<bool>(), (int)dry["hours"]!).ShouldBe((false, 4 * 36));
        string.CompareOrdinal((string?)fromToday["lessons.0.date"], "2026-11-22").ShouldBeGreaterThan(0);
        stored.Json!["lessons"]!.AsArray().Count.ShouldBe(4 * 9);
        (await world.Api.GetAsync("/lessons?limit=500&kind=finalAssessment")).Json!["items"]!
            .AsArray()
            .Count.ShouldBe(4);
        again.ErrorCode.ShouldBe("timetable.no-courses");
        impossible.Code.ShouldBe(422);
        impossible.ErrorCode.ShouldBe("timetable.too-few-days");
        impossible.Text.ShouldContain("нужно занятий: 63");
        var past = await world.OpenCourseAsync(programme, year: "2025-2026");
        await world.SetCalendarAsync("2025-2026");
        var over = new { courses = new[] { new { courseId = past.Id } }, teacherIds = new[] { teacher } };
        (await world.Api.PostAsync("/timetables", over)).ErrorCode.ShouldBe("timetable.course-over");
        var learner = new { employeeId = teacher };
        (await world.Api.PostAsync($"/courses/{late.Id}/enrolments", learner)).Expect(HttpStatusCode.Created);
        (await world.Api.PostAsync("/timetables", named)).ErrorCode.ShouldBe("timetable.teachers-learn");
    }

    /// <summary>What stands behind 31 August is neither planned twice nor in the way unseen.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_course_that_crosses_31_August_is_planned_to_its_end_and_nothing_twice(DatabaseProvider provider)
    {
        var world = await World.CreateAsync(await TestService.SharedAsync(provider));
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        var teacher = await world.EmployeeAsync(school, position);
        await world.SetCalendarAsync();
        var room = await world.RoomAsync();
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync(hours: 36));
        var plan = new { endsOn = "2027-12-20" };
        (await world.Api.PatchAsync($"/courses/{course.Id}", plan, ("If-Match", course.ETag))).Expect(
            HttpStatusCode.OK
        );
        var asked = new
        {
            courses = new[] { new { courseId = course.Id } },
            teacherIds = new[] { teacher },
            from = "2027-09-01",
            dryRun = true,
        };

        var without = await world.Api.PostAsync("/timetables", asked);
        await world.SetCalendarAsync("2027-2028");
        var standing = TestTimetables.Lesson(course.Id, room, teacher, "2027-09-08");
        (await world.Api.PostAsync("/lessons", standing)).Expect(HttpStatusCode.Created);
        var planned = (await world.Api.PostAsync("/timetables", asked)).Expect(HttpStatusCode.OK);

        without.ErrorCode.ShouldBe("calendar.missing");
        ((int)planned["hours"]!).ShouldBe(36 - 4);
        var days = planned["lessons"]!.AsArray().Select(lesson => (string)lesson!["date"]!).ToList();
        days[0].ShouldStartWith("2027-09");

        // The week of the lesson that stands has its share.
        string[] taken = ["2027-09-06", "2027-09-07", "2027-09-08", "2027-09-09", "2027-09-10"];
        days.Intersect(taken).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_calendar_is_set_read_and_said_again_without_a_new_revision()
    {
        var service = await TestService.SharedAsync(DatabaseProvider.Sqlite);
        var world = await World.CreateAsync(service);
        var path = $"/academic-calendars/{TestTimetables.Year}";

        (await world.Api.GetAsync(path)).Code.ShouldBe(404);
        var made = await world.SetCalendarAsync();
        var same = (await world.Api.PutAsync(path, TestTimetables.Calendar())).Expect(HttpStatusCode.OK);
        var wrong = TestTimetables.Stream(1, "09:45:00", "13:00:00", "11:15:00", "11:30:00", 5);
        var refused = await world.Api.PutAsync(path, TestTimetables.Calendar(TestTimetables.Year, wrong));

        same.ETag.ShouldBe(made.ETag);
        (await world.Api.GetAsync(path)).Text.ShouldBe(made.Text);
        refused.ErrorCode.ShouldBe("calendar.hours-do-not-fit");
        refused.Text.ShouldContain("DPO-3");
    }

    [Fact]
    public async Task A_feed_of_a_room_or_a_person_begins_with_the_year_before_that_of_a_course_does_not()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (programme, room) = (await world.ProgrammeAsync(), await world.RoomAsync());
        var teacher = await world.EmployeeAsync(await world.OrganisationAsync(), await world.PositionAsync());
        List<Guid> courses = [];
        foreach (var year in new[] { "2024-2025", "2025-2026" })
        {
            await world.SetCalendarAsync(year);
            courses.Add((await world.OpenCourseAsync(programme, 25, year)).Id);
            await world.LessonAsync(courses[^1], room, teacher, year[..4] + "-10-07");
        }

        foreach (var feed in new[] { $"/rooms/{room}/timetable.ics", $"/employees/{teacher}/timetable.ics" })
        {
            var read = (await world.Api.GetAsync(feed)).Expect(HttpStatusCode.OK);
            read.Text.ShouldContain("DTSTART:20251007T064500Z");
            read.Text.ShouldNotContain("DTSTART:20241007");
        }

        (await world.Api.GetAsync($"/courses/{courses[0]}/timetable.ics")).Text.ShouldContain(
            "DTSTART:20241007T064500Z"
        );
    }
}
