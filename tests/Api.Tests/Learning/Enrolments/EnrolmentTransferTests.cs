using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Enrolments;

/// <summary>Transfer between groups.</summary>
public sealed class EnrolmentTransferTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_learner_moves_and_his_seat_goes_to_the_first_who_waits(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        var (from, to) = (await world.OpenCourseAsync(programme, 1), await world.OpenCourseAsync(programme, 1));
        List<Answer> enrolments = [];
        for (var number = 0; number < 2; number++)
        {
            var body = new { employeeId = await world.EmployeeAsync(school, position) };
            enrolments.Add(
                (await world.Api.PostAsync($"/courses/{from.Id}/enrolments", body)).Expect(HttpStatusCode.Created)
            );
        }

        var (seated, waiting) = (enrolments[0], enrolments[1]);
        Task<Answer> MoveAsync(ApiClient client, Answer who, object body, string? match = null) =>
            client.PostAsync($"/courses/{from.Id}/enrolments/{who.Id}/transfer", body, ("If-Match", match ?? who.ETag));

        var body2 = new { courseId = to.Id, reason = "Смена графика" };
        (await MoveAsync(world.Api, seated, new { courseId = to.Id })).Code.ShouldBe(400);
        (await MoveAsync(world.Api, seated, body2, "\"9\"")).Code.ShouldBe(412);
        (await MoveAsync(world.Api, waiting, body2)).ErrorCode.ShouldBe("enrolment.not-active");
        var unknown = new { courseId = Guid.NewGuid(), reason = "Смена графика" };
        (await MoveAsync(world.Api, seated, unknown)).ErrorCode.ShouldBe("application.unknown-course");
        (await MoveAsync(world.Api, seated, new { reason = "Смена графика" })).ErrorCode.ShouldBe(
            "enrolment.half-year-mismatch"
        );
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", school));
        using var operatorOfSchool = service.Client(key);
        (await MoveAsync(operatorOfSchool, seated, body2)).Code.ShouldBe(403);

        var moved = (await MoveAsync(world.Api, seated, body2)).Expect(HttpStatusCode.OK);

        ((Guid)moved["courseId"]!, (string?)moved["state"]).ShouldBe((to.Id, "enrolled"));
        var left = (await world.Api.GetAsync($"/courses/{from.Id}/enrolments?sort=arrival")).Json!["items"]!.AsArray();
        left.Select(one => (string?)one!["state"]).ShouldBe(["withdrawn", "enrolled"]);
        var promoted = (await world.Api.GetAsync($"/courses/{from.Id}/enrolments/{waiting.Id}"));
        (await MoveAsync(world.Api, promoted, body2)).ErrorCode.ShouldBe("enrolment.no-seat-to-transfer");
    }

    [Fact]
    public async Task A_move_to_the_other_half_year_keeps_its_reason()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var course = await CourseOfBothHalvesAsync(world);
        var employeeId = await world.EmployeeAsync(await world.OrganisationAsync(), await world.PositionAsync());
        var body = new { employeeId, halfYear = "autumn" };
        var enrolled = (await world.Api.PostAsync($"/courses/{course}/enrolments", body)).Expect(
            HttpStatusCode.Created
        );

        var moved = await world.Api.PostAsync(
            $"/courses/{course}/enrolments/{enrolled.Id}/transfer",
            new { halfYear = "spring", reason = "Смена графика" },
            ("If-Match", enrolled.ETag)
        );

        moved.Expect(HttpStatusCode.OK);
        ((string?)moved["halfYear"], (string?)moved["transferReason"]).ShouldBe(("spring", "Смена графика"));
    }

    private static async Task<Guid> CourseOfBothHalvesAsync(World world)
    {
        var plan = new
        {
            programmeId = await world.ProgrammeAsync(),
            academicYear = "2026-2027",
            season = "autumnAndSpring",
            startsOn = "2026-10-01",
            endsOn = "2027-05-28",
            form = "fullTime",
            funding = new { source = "stateAssignment" },
            capacity = 25,
        };
        var course = (await world.Api.PostAsync("/courses", plan)).Expect(HttpStatusCode.Created);
        var open = $"/courses/{course.Id}/registration-opening";
        return (await world.Api.PostAsync(open, null, ("If-Match", course.ETag))).Expect(HttpStatusCode.OK).Id;
    }
}
