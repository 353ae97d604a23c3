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
        var scenario = await ScenarioAsync(service);
        var (world, api) = (scenario.World, scenario.World.Api);
        var other = await world.OpenCourseAsync(scenario.Programme);
        var (byArrival, byCentre) = (
            await world.CampaignAsync(byQuota: false),
            await world.CampaignAsync("byCentre", byQuota: false)
        );
        await world.LessonAsync(scenario.Course, scenario.Room, scenario.Teacher);

        (await api.ApplyAsync(byArrival, scenario.Teacher, scenario.Course)).ErrorCode.ShouldBe(Refusal);
        var applied = (await api.ApplyAsync(byCentre, scenario.Teacher, programme: scenario.Programme)).Expect(
            HttpStatusCode.Created
        );
        (await api.DecideAsync(applied, "approval", new { courseId = scenario.Course })).ErrorCode.ShouldBe(Refusal);
        var approved = await api.DecideAsync(applied, "approval", new { courseId = other.Id });
        var body = new { courseId = scenario.Course };
        (await api.DecideAsync(approved.Expect(HttpStatusCode.OK), "transfer", body)).ErrorCode.ShouldBe(Refusal);
    }

    [Fact]
    public async Task He_is_not_transferred_without_an_application()
    {
        var service = await TestService.SharedAsync();
        var scenario = await ScenarioAsync(service);
        var api = scenario.World.Api;
        var other = await scenario.World.OpenCourseAsync(scenario.Programme);
        var employee = new { employeeId = scenario.Teacher };
        var enrolled = (await api.PostAsync($"/courses/{other.Id}/enrolments", employee)).Expect(
            HttpStatusCode.Created
        );
        await scenario.World.LessonAsync(scenario.Course, scenario.Room, scenario.Teacher);

        var moved = await api.PostAsync(
            $"/courses/{other.Id}/enrolments/{enrolled.Id}/transfer",
            new { courseId = scenario.Course, reason = "Смена графика" },
            ("If-Match", enrolled.ETag)
        );

        moved.FieldErrors.ShouldBe(["/courseId " + Refusal]);
    }

    [Fact]
    public async Task Who_waits_for_a_seat_is_given_no_lessons()
    {
        var service = await TestService.SharedAsync();
        var scenario = await ScenarioAsync(service, capacity: 1);
        var api = scenario.World.Api;
        var first = await scenario.World.EmployeeAsync(scenario.School, scenario.Position);
        foreach (var employeeId in new[] { first, scenario.Teacher })
        {
            (await api.PostAsync($"/courses/{scenario.Course}/enrolments", new { employeeId })).Expect(
                HttpStatusCode.Created
            );
        }

        var lesson = await api.PostAsync(
            "/lessons",
            TestTimetables.Lesson(scenario.Course, scenario.Room, scenario.Teacher)
        );
        var proposed = await api.PostAsync(
            "/timetables",
            new { teacherIds = new[] { scenario.Teacher }, courses = new[] { new { courseId = scenario.Course } } }
        );

        lesson.FieldErrors.ShouldBe(["/teacherId lesson.teacher-is-learner"]);
        proposed.ErrorCode.ShouldBe("timetable.teachers-learn");
    }

    [Fact]
    public async Task Who_teaches_since_he_was_expelled_is_not_brought_back_by_a_cancelled_order()
    {
        var service = await TestService.SharedAsync();
        var scenario = await ScenarioAsync(service);
        var api = scenario.World.Api;
        var enrolled = (
            await api.PostAsync($"/courses/{scenario.Course}/enrolments", new { employeeId = scenario.Teacher })
        ).Expect(HttpStatusCode.Created);
        var draft = new
        {
            kind = "expulsion",
            courseId = scenario.Course,
            date = "2026-11-22",
            enrolmentIds = new[] { enrolled.Id },
        };
        var order = (await api.PostAsync("/orders", draft)).Expect(HttpStatusCode.Created);
        order = await api.PostAsync($"/orders/{order.Id}/signature", null, ("If-Match", order.ETag));
        var lesson = await scenario.World.LessonAsync(scenario.Course, scenario.Room, scenario.Teacher, "2026-12-07");
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

    private static async Task<Scenario> ScenarioAsync(TestService service, int capacity = 25)
    {
        var world = await World.CreateAsync(service);
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        await world.SetCalendarAsync();
        return new Scenario(
            world,
            school,
            position,
            programme,
            (await world.OpenCourseAsync(programme, capacity)).Id,
            await world.RoomAsync(),
            await world.EmployeeAsync(school, position)
        );
    }

    private sealed record Scenario(
        World World,
        Guid School,
        Guid Position,
        Guid Programme,
        Guid Course,
        Guid Room,
        Guid Teacher
    );
}
