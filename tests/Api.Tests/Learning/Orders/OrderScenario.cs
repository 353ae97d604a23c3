using MethodCenter.Api.Tests.Teaching.Timetables;

namespace MethodCenter.Api.Tests.Learning.Orders;

/// <summary>A course with learners, made over HTTP, and what is asked of its orders.</summary>
internal sealed class OrderScenario
{
    private readonly List<Guid> _enrolments = [];
    private Guid _position;
    private string _day = "";

    private OrderScenario(World world) => World = world;

    public World World { get; }

    public Guid Course { get; private set; }

    public Guid School { get; private set; }

    public IReadOnlyList<Guid> Enrolments => _enrolments;

    public static async Task<OrderScenario> CreateAsync(
        TestService service,
        int learners,
        string year = "2025-2026",
        int capacity = 25,
        int hours = 36,
        string programme = "professionalDevelopment"
    )
    {
        var world = await World.CreateAsync(service);
        var scenario = new OrderScenario(world) { School = await world.OrganisationAsync() };
        scenario._position = await world.PositionAsync();
        scenario._day = year[..4] + "-10-01";
        scenario.Course = (
            await world.OpenCourseAsync(await world.ProgrammeAsync(hours: hours, kind: programme), capacity, year)
        ).Id;
        for (var number = 0; number < learners; number++)
        {
            await scenario.EnrolAsync();
        }

        return scenario;
    }

    /// <summary>A lesson of four hours at which everybody was.</summary>
    public async Task HoldLessonAsync(Guid room, Guid teacher, string date)
    {
        var lesson = await World.LessonAsync(Course, room, teacher, date);
        var sheet = new { learners = _enrolments.Select(enrolmentId => new { enrolmentId, presence = "present" }) };
        var held = await World.Api.PutAsync($"/lessons/{lesson.Id}/attendance", sheet, ("If-Match", lesson.ETag));
        held.Expect(HttpStatusCode.OK);
    }

    public async Task EnrolAsync()
    {
        var body = new { employeeId = await World.EmployeeAsync(School, _position), on = _day };
        var enrolled = await World.Api.PostAsync($"/courses/{Course}/enrolments", body);
        _enrolments.Add(enrolled.Expect(HttpStatusCode.Created).Id);
    }

    public Task<Answer> DraftAsync(
        string kind,
        string date,
        IReadOnlyList<Guid>? enrolmentIds = null,
        string? number = null,
        string? basis = null,
        string? leavesOn = null,
        string? reason = null,
        object[]? points = null,
        string? control = null
    ) =>
        World.Api.PostAsync(
            "/orders",
            new
            {
                kind,
                courseId = Course,
                number,
                date,
                basis,
                enrolmentIds = enrolmentIds ?? [],
                leavesOn,
                reason = reason ?? (kind == "expulsion" ? "личное заявление" : null),
                points = points ?? [],
                control,
            }
        );

    public Task<Answer> SignAsync(Answer order) =>
        World.Api.PostAsync($"/orders/{order.Id}/signature", null, ("If-Match", order.ETag));

    public Task<Answer> CancelAsync(Answer order) => CancelAsync(order.Id, (int)order["version"]!);

    public Task<Answer> CancelAsync(Guid id, int version) =>
        World.Api.PostAsync(
            $"/orders/{id}/cancellation",
            new { reason = "издан ошибочно" },
            ("If-Match", $"\"{version}\"")
        );

    public async Task ProtocolAsync(string date, params string[] results)
    {
        var body = new
        {
            protocolNumber = "1",
            protocolDate = date,
            results = _enrolments.Zip(results, (enrolmentId, result) => new { enrolmentId, result }),
        };
        var recorded = await World.Api.PutAsync($"/courses/{Course}/final-assessment", body);
        recorded.Expect(HttpStatusCode.Created);
    }

    public async Task CompleteCourseAsync()
    {
        var course = await World.Api.GetAsync($"/courses/{Course}");
        var done = await World.Api.PostAsync($"/courses/{Course}/completion", null, ("If-Match", course.ETag));
        done.Expect(HttpStatusCode.OK);
    }

    public async Task<string> CourseStatusAsync() =>
        (string)(await World.Api.GetAsync($"/courses/{Course}")).Expect(HttpStatusCode.OK)["status"]!;

    public async Task<IReadOnlyList<string>> StatesAsync()
    {
        var page = await World.Api.GetAsync($"/courses/{Course}/enrolments?limit=500");
        return [.. page.Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Select(item => (string)item!["state"]!)];
    }
}
