using MethodCenter.Api.Tests.Learning.Applications;
using MethodCenter.Api.Tests.Teaching.Timetables;

namespace MethodCenter.Api.Tests.Teaching.Lessons;

/// <summary>Nobody learns on the course that he teaches, by whatever way he comes to it.</summary>
public sealed class TeacherLearnsTests
{
    private const string Refusal = "enrolment.teaches-course";

    [Fact]
    public async Task He_is_neither_applied_for_nor_approved_nor_transferred()
    {
        var service = await TestService.SharedAsync();
        var ground = await GroundAsync(service);
        var (world, api) = (ground.World, ground.World.Api);
        var other = await world.OpenCourseAsync(ground.Programme);
        var (byArrival, byCentre) = (
            await world.CampaignAsync(byQuota: false),
            await world.CampaignAsync("byCentre", byQuota: false)
        );
        await world.LessonAsync(ground.Course, ground.Room, ground.Teacher);

        (await api.ApplyAsync(byArrival, ground.Teacher, ground.Course)).ErrorCode.ShouldBe(Refusal);
        var applied = (await api.ApplyAsync(byCentre, ground.Teacher, programme: ground.Programme)).Expect(
            HttpStatusCode.Created
        );
        (await api.DecideAsync(applied, "approval", new { courseId = ground.Course })).ErrorCode.ShouldBe(Refusal);
        var approved = await api.DecideAsync(applied, "approval", new { courseId = other.Id });
        var body = new { courseId = ground.Course };
        (await api.DecideAsync(approved.Expect(HttpStatusCode.OK), "transfer", body)).ErrorCode.ShouldBe(Refusal);
    }

    [Fact]
    public async Task He_is_not_transferred_without_an_application()
    {
        var service = await TestService.SharedAsync();
        var ground = await GroundAsync(service);
        var api = ground.World.Api;
        var other = await ground.World.OpenCourseAsync(ground.Programme);
        var employee = new { employeeId = ground.Teacher };
        var enrolled = (await api.PostAsync($"/courses/{other.Id}/enrolments", employee)).Expect(
            HttpStatusCode.Created
        );
        await ground.World.LessonAsync(ground.Course, ground.Room, ground.Teacher);

        var moved = await api.PostAsync(
            $"/courses/{other.Id}/enrolments/{enrolled.Id}/transfer",
            new { courseId = ground.Course, reason = "Смена графика" },
            ("If-Match", enrolled.ETag)
        );

        moved.FieldErrors.ShouldBe(["/courseId " + Refusal]);
    }

    [Fact]
    public async Task Who_waits_for_a_seat_is_given_no_lessons()
    {
        var service = await TestService.SharedAsync();
        var ground = await GroundAsync(service, capacity: 1);
        var api = ground.World.Api;
        var first = await ground.World.EmployeeAsync(ground.School, ground.Position);
        foreach (var employeeId in new[] { first, ground.Teacher })
        {
            (await api.PostAsync($"/courses/{ground.Course}/enrolments", new { employeeId })).Expect(
                HttpStatusCode.Created
            );
        }

        var lesson = await api.PostAsync(
            "/lessons",
            TimetableGround.Lesson(ground.Course, ground.Room, ground.Teacher)
        );
        var proposed = await api.PostAsync(
            "/timetables",
            new { teacherIds = new[] { ground.Teacher }, courses = new[] { new { courseId = ground.Course } } }
        );

        lesson.FieldErrors.ShouldBe(["/teacherId lesson.teacher-is-learner"]);
        proposed.ErrorCode.ShouldBe("timetable.teachers-learn");
    }

    [Fact]
    public async Task Who_teaches_since_he_was_expelled_is_not_brought_back_by_a_cancelled_order()
    {
        var service = await TestService.SharedAsync();
        var ground = await GroundAsync(service);
        var api = ground.World.Api;
        var enrolled = (
            await api.PostAsync($"/courses/{ground.Course}/enrolments", new { employeeId = ground.Teacher })
        ).Expect(HttpStatusCode.Created);
        var draft = new
        {
            kind = "expulsion",
            courseId = ground.Course,
            date = "2026-11-22",
            enrolmentIds = new[] { enrolled.Id },
        };
        var order = (await api.PostAsync("/orders", draft)).Expect(HttpStatusCode.Created);
        order = await api.PostAsync($"/orders/{order.Id}/signature", null, ("If-Match", order.ETag));
        var lesson = await ground.World.LessonAsync(ground.Course, ground.Room, ground.Teacher, "2026-12-07");
        var reason = new { reason = "издан ошибочно" };

        var refused = await api.PostAsync($"/orders/{order.Id}/cancellation", reason, ("If-Match", order.ETag));
        (await api.PostAsync($"/lessons/{lesson.Id}/cancellation", reason, ("If-Match", lesson.ETag))).Expect(
            HttpStatusCode.OK
        );

        refused.ErrorCode.ShouldBe("order.learner-teaches");
        (await api.PostAsync($"/orders/{order.Id}/cancellation", reason, ("If-Match", order.ETag))).Expect(
            HttpStatusCode.OK
        );
    }

    private static async Task<Ground> GroundAsync(TestService service, int capacity = 25)
    {
        var world = await World.CreateAsync(service);
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        await world.SetCalendarAsync();
        return new Ground(
            world,
            school,
            position,
            programme,
            (await world.OpenCourseAsync(programme, capacity)).Id,
            await world.RoomAsync(),
            await world.EmployeeAsync(school, position)
        );
    }

    private sealed record Ground(
        World World,
        Guid School,
        Guid Position,
        Guid Programme,
        Guid Course,
        Guid Room,
        Guid Teacher
    );
}
