using MethodCenter.Api.Tests.Foundation;

namespace MethodCenter.Api.Tests.Learning.Courses;

public sealed class CourseTests(FoundationService foundation) : IClassFixture<FoundationService>
{
    [Fact]
    public async Task A_registered_course_is_answered_whole_and_found_at_its_address()
    {
        var world = await foundation.NewWorldAsync();
        var programme = await world.ProgrammeAsync();

        var answer = await world.Api.PostAsync("/courses", World.CourseBody(programme));

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.ETag.ShouldBe("\"1\"");
        ((int)answer["number"]!).ShouldBe(1);
        ((string?)answer["status"]).ShouldBe("registered");
        ((string?)answer["funding.source"]).ShouldBe("stateAssignment");
        ((int)answer["hours"]!).ShouldBe(36);
        var read = await world.Api.GetAsync(answer.Headers.Location!.ToString());
        read.Text.ShouldBe(answer.Text);
    }

    [Fact]
    public async Task Numbers_follow_each_other_within_the_year_and_begin_anew_in_the_next()
    {
        var world = await foundation.NewWorldAsync();
        var programme = await world.ProgrammeAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => world.Api.PostAsync("/courses", World.CourseBody(programme)))
        );
        var refused = await world.Api.PostAsync("/courses", World.CourseBody(Guid.NewGuid()));
        var next = await world.Api.PostAsync("/courses", World.CourseBody(programme));
        var otherYear = await world.Api.PostAsync("/courses", World.CourseBody(programme, year: "2027-2028"));

        answers.Select(answer => (int)answer["number"]!).Order().ShouldBe(Enumerable.Range(1, 12));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((int)next["number"]!).ShouldBe(13);
        ((int)otherYear["number"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_course_goes_from_registration_to_completion()
    {
        var world = await foundation.NewWorldAsync();
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync(), 1, "2024-2025");
        var path = $"/courses/{course.Id}";
        var first = await EnrolAsync(world, course, await world.EmployeeAsync(school, teacher));
        var second = await EnrolAsync(world, course, await world.EmployeeAsync(school, teacher));

        var present = await world.Api.GetAsync(path);
        var closed = await world.Api.PostAsync($"{path}/registration-closing", null, ("If-Match", present.ETag));
        var completed = await world.Api.PostAsync($"{path}/completion", null, ("If-Match", closed.ETag));

        ((string?)completed["status"]).ShouldBe("completed");
        ((string?)(await world.Api.GetAsync($"{path}/enrolments/{first.Id}"))["state"]).ShouldBe("completed");
        ((string?)(await world.Api.GetAsync($"{path}/enrolments/{second.Id}"))["state"]).ShouldBe("cancelled");
        (
            await world.Api.PostAsync(
                $"{path}/cancellation",
                new { reason = "поздно уже" },
                ("If-Match", completed.ETag)
            )
        ).ErrorCode.ShouldBe("course.wrong-status");
    }

    [Fact]
    public async Task A_seat_that_falls_free_goes_to_the_first_who_waits()
    {
        var world = await foundation.NewWorldAsync();
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync(), 1);
        var seated = await EnrolAsync(world, course, await world.EmployeeAsync(school, teacher), "2026-11-01");
        var second = await EnrolAsync(world, course, await world.EmployeeAsync(school, teacher), "2026-11-01");
        var third = await EnrolAsync(world, course, await world.EmployeeAsync(school, teacher), "2026-11-01");
        var enrolments = $"/courses/{course.Id}/enrolments";

        var withdrawn = await world.Api.PostAsync(
            $"{enrolments}/{seated.Id}/withdrawal",
            new { reason = "по болезни" },
            ("If-Match", seated.ETag)
        );

        ((string?)withdrawn["state"]).ShouldBe("withdrawn");
        ((string?)(await world.Api.GetAsync($"{enrolments}/{second.Id}"))["state"]).ShouldBe("enrolled");
        ((string?)(await world.Api.GetAsync($"{enrolments}/{third.Id}"))["state"]).ShouldBe("waiting");
        var present = await world.Api.GetAsync($"/courses/{course.Id}");
        ((int)present["seatsTaken"]!).ShouldBe(1);
        var larger = await world.Api.PatchAsync(
            $"/courses/{course.Id}",
            new { capacity = 2 },
            ("If-Match", present.ETag)
        );
        ((int)larger["seatsTaken"]!).ShouldBe(2);
        ((string?)(await world.Api.GetAsync($"{enrolments}/{third.Id}"))["state"]).ShouldBe("enrolled");
    }

    [Fact]
    public async Task Who_does_not_work_on_the_day_is_not_enrolled()
    {
        var world = await foundation.NewWorldAsync();
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync());
        var employee = await world.EmployeeAsync(school, teacher, from: "2026-11-10");

        var before = await world.Api.PostAsync(
            $"/courses/{course.Id}/enrolments",
            new { employeeId = employee, on = "2026-11-09" }
        );
        var stranger = await world.Api.PostAsync(
            $"/courses/{course.Id}/enrolments",
            new { employeeId = Guid.NewGuid() }
        );
        var future = await world.Api.PostAsync(
            $"/courses/{course.Id}/enrolments",
            new { employeeId = employee, on = "2099-01-01" }
        );

        before.FieldErrors.ShouldBe(["/employeeId enrolment.not-employed"]);
        stranger.FieldErrors.ShouldBe(["/employeeId employee.unknown"]);
        future.FieldErrors.ShouldBe(["/on enrolment.in-future"]);
    }

    private static async Task<Answer> EnrolAsync(World world, Answer course, Guid employee, string? on = null)
    {
        var day = on ?? "2024-11-01";
        var answer = await world.Api.PostAsync(
            $"/courses/{course.Id}/enrolments",
            new { employeeId = employee, on = day }
        );
        return answer.Expect(HttpStatusCode.Created);
    }
}
