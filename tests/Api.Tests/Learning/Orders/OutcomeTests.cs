using MethodCenter.Api.Tests.Learning.Applications;
using MethodCenter.Api.Tests.Teaching.Timetables;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Orders;

/// <summary>What the protocol, the orders and the documents of a course say must be one thing (DPO-5, DPO-6).</summary>
public sealed class OutcomeTests
{
    [Fact]
    public async Task A_course_is_not_completed_over_a_protocol_by_which_somebody_failed()
    {
        var service = await TestService.SharedAsync();
        var ground = await OrderGround.CreateAsync(service, 2);
        await ground.ProtocolAsync("2026-08-31", "passed", "failed");

        var over = await CompleteAsync(ground);
        var order = (await ground.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        (await ground.SignAsync(order)).Expect(HttpStatusCode.OK);
        var after = await CompleteAsync(ground);

        over.Status.ShouldBe(HttpStatusCode.Conflict);
        over.ErrorCode.ShouldBe("course.not-passed");
        ((string?)over["rule.code"]).ShouldBe("DPO-5");
        ((string)over["detail"]!).ShouldContain("приказ о завершении");
        after.Expect(HttpStatusCode.OK);
        (await ground.StatesAsync()).ShouldBe(["completed", "withdrawn"]);
    }

    [Fact]
    public async Task What_a_completion_order_rests_on_does_not_change()
    {
        var service = await TestService.SharedAsync();
        var ground = await OrderGround.CreateAsync(service, 2);
        await ground.ProtocolAsync("2026-08-31", "passed", "passed");
        var order = (await ground.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        var signed = (await ground.SignAsync(order)).Expect(HttpStatusCode.OK);

        var changed = await RecordAsync(ground, "passed", "failed");
        var repeated = await RecordAsync(ground, "passed", "passed");
        var cancelled = await CancelCourseAsync(ground);
        (await ground.CancelAsync(signed)).Expect(HttpStatusCode.OK);
        var afterwards = await RecordAsync(ground, "passed", "failed");

        changed.Status.ShouldBe(HttpStatusCode.Conflict);
        changed.ErrorCode.ShouldBe("final-assessment.in-effect");
        repeated.Expect(HttpStatusCode.OK);
        cancelled.ErrorCode.ShouldBe("course.learners-completed");
        afterwards.Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_completed_the_course_has_passed_whatever_comes_later()
    {
        var service = await TestService.SharedAsync();
        var ground = await OrderGround.CreateAsync(service, 2);
        var completed = await CompleteAsync(ground);

        var failed = await RecordAsync(ground, "passed", "failed");
        var passed = await RecordAsync(ground, "passed", "passed");

        completed.Expect(HttpStatusCode.OK)["warnings"]!
            .AsArray()
            .Select(warning => (string?)warning!["code"])
            .ShouldBe(["course.no-protocol", "course.hours-not-given"]);
        failed.Status.ShouldBe(HttpStatusCode.Conflict);
        failed.FieldErrors.ShouldBe(["/results/1/result final-assessment.learner-completed"]);
        passed.Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_reference_of_who_left_does_not_fix_the_results_of_the_others()
    {
        var service = await TestService.SharedAsync();
        var ground = await OrderGround.CreateAsync(service, 3);
        var api = ground.World.Api;
        var left = $"/courses/{ground.Course}/enrolments/{ground.Enrolments[2]}";
        var enrolment = (await api.GetAsync(left)).Expect(HttpStatusCode.OK);
        (
            await api.PostAsync(
                left + "/withdrawal",
                new { reason = "по семейным обстоятельствам" },
                ("If-Match", enrolment.ETag)
            )
        ).Expect(HttpStatusCode.OK);
        (await api.PostAsync("/certificates", new { enrolmentId = ground.Enrolments[2] })).Expect(
            HttpStatusCode.Created
        );

        (await RecordAsync(ground, "passed", "failed")).Expect(HttpStatusCode.Created);
        (await RecordAsync(ground, "failed", "passed")).Expect(HttpStatusCode.OK);
        (await RecordAsync(ground, "passed", "passed", "passed")).FieldErrors.ShouldBe([
            "/results/2/result final-assessment.reference-issued",
        ]);
    }

    [Fact]
    public async Task Whom_the_protocol_does_not_name_does_not_complete_in_passing()
    {
        var service = await TestService.SharedAsync();
        var ground = await OrderGround.CreateAsync(service, 1);
        (await RecordAsync(ground, "passed")).Expect(HttpStatusCode.Created);
        await ground.EnrolAsync();

        var unnamed = await CompleteAsync(ground);
        (await RecordAsync(ground, "passed", "passed")).Expect(HttpStatusCode.OK);

        unnamed.ErrorCode.ShouldBe("course.not-passed");
        (await CompleteAsync(ground)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_came_after_the_order_is_added_to_the_protocol_and_completes()
    {
        var service = await TestService.SharedAsync();
        var ground = await OrderGround.CreateAsync(service, 1);
        await ground.ProtocolAsync("2026-08-31", "passed");
        var order = (await ground.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        (await ground.SignAsync(order)).Expect(HttpStatusCode.OK);
        await ground.EnrolAsync();

        (await CompleteAsync(ground)).ErrorCode.ShouldBe("course.not-passed");
        (await RecordAsync(ground, "failed", "passed")).ErrorCode.ShouldBe("final-assessment.in-effect");
        (await RecordAsync(ground, "passed", "passed")).Expect(HttpStatusCode.OK);

        (await CompleteAsync(ground)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_whole_way_leaves_no_doubt_when_the_course_is_closed()
    {
        var service = await TestService.SharedAsync();
        var ground = await OrderGround.CreateAsync(service, 2, hours: 16);
        var world = ground.World;
        await world.SetCalendarAsync("2025-2026");
        var (room, teacher) = (
            await world.RoomAsync(),
            await world.EmployeeAsync(ground.School, await world.PositionAsync("lecturer"))
        );
        foreach (var date in new[] { "2025-10-06", "2025-10-13", "2025-10-20", "2025-10-27" })
        {
            await ground.HoldLessonAsync(room, teacher, date);
        }

        await ground.ProtocolAsync("2026-08-31", "passed", "passed");
        var order = (await ground.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        (await ground.SignAsync(order)).Expect(HttpStatusCode.OK);

        var completed = (await CompleteAsync(ground)).Expect(HttpStatusCode.OK);

        (completed["warnings"]?.AsArray() ?? []).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Who_was_at_a_lesson_is_not_expelled_before_it(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var ground = await OrderGround.CreateAsync(service, 2);
        var world = ground.World;
        await world.SetCalendarAsync("2025-2026");
        var teacher = await world.EmployeeAsync(ground.School, await world.PositionAsync("lecturer"));
        await ground.HoldLessonAsync(await world.RoomAsync(), teacher, "2025-10-06");
        var early = (await ground.DraftAsync("expulsion", "2025-10-05", [ground.Enrolments[0]])).Expect(
            HttpStatusCode.Created
        );
        var late = (await ground.DraftAsync("expulsion", "2025-10-06", [ground.Enrolments[1]])).Expect(
            HttpStatusCode.Created
        );

        var refused = await ground.SignAsync(early);

        refused.ErrorCode.ShouldBe("order.before-attendance");
        ((string)refused["detail"]!).ShouldContain("06.10.2025");
        (await ground.SignAsync(late)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_protocol_of_nobody_is_none()
    {
        var service = await TestService.SharedAsync();
        var ground = await OrderGround.CreateAsync(service, 0);

        (await RecordAsync(ground)).Code.ShouldBe(400);
        (await CompleteAsync(ground)).ErrorCode.ShouldBe("course.nobody-enrolled");
    }

    [Fact]
    public async Task Where_nobody_has_passed_the_course_is_closed_all_the_same()
    {
        var service = await TestService.SharedAsync();
        var ground = await OrderGround.CreateAsync(service, 1);
        await ground.ProtocolAsync("2026-08-31", "failed");
        (await CompleteAsync(ground)).ErrorCode.ShouldBe("course.not-passed");
        var order = (await ground.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        (await ground.SignAsync(order)).Expect(HttpStatusCode.OK);

        (await CompleteAsync(ground)).Expect(HttpStatusCode.OK);

        (await ground.CourseStatusAsync()).ShouldBe("completed");
        (await ground.World.Api.PostAsync("/certificates", new { enrolmentId = ground.Enrolments[0] })).Expect(
            HttpStatusCode.Created
        );
        (await RecordAsync(ground, "passed")).ErrorCode.ShouldBe("final-assessment.in-effect");
    }

    [Fact]
    public async Task Who_comes_back_after_a_reference_and_completes_gets_his_document()
    {
        var service = await TestService.SharedAsync();
        var ground = await OrderGround.CreateAsync(service, 1);
        var api = ground.World.Api;
        var path = $"/courses/{ground.Course}/enrolments/{ground.Enrolments[0]}";
        var enrolment = (await api.GetAsync(path)).Expect(HttpStatusCode.OK);
        var left = await api.PostAsync(
            path + "/withdrawal",
            new { reason = "по семейным обстоятельствам" },
            ("If-Match", enrolment.ETag)
        );
        left.Expect(HttpStatusCode.OK);
        var reference = await api.PostAsync("/certificates", new { enrolmentId = ground.Enrolments[0] });
        ((string?)reference.Expect(HttpStatusCode.Created)["kind"]).ShouldBe("studyReference");
        (
            await api.PostAsync(
                $"/courses/{ground.Course}/enrolments",
                new { employeeId = (string?)enrolment["employeeId"], on = "2025-12-01" }
            )
        ).Expect(HttpStatusCode.Created);
        (await CompleteAsync(ground)).Expect(HttpStatusCode.OK);

        var issued = (await api.PostAsync($"/courses/{ground.Course}/certificates", new { })).Expect(HttpStatusCode.OK);
        var again = await api.PostAsync($"/courses/{ground.Course}/certificates", new { });

        ((int)issued["issued"]!).ShouldBe(1);
        ((int)again["issued"]!).ShouldBe(0);
    }

    [Fact]
    public async Task An_application_of_who_has_completed_is_neither_withdrawn_nor_moved()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var programme = await world.ProgrammeAsync();
        var course = await world.OpenCourseAsync(programme, 5, "2025-2026");
        var campaign = await world.CampaignAsync();
        await world.QuotasAsync(campaign, programme, [school], limit: 1);
        var body = new
        {
            campaignId = campaign,
            employeeId = await world.EmployeeAsync(school, teacher),
            courseId = course.Id,
            on = "2026-02-01",
        };
        var applied = (await world.Api.PostAsync("/applications", body)).Expect(HttpStatusCode.Created);
        var whole = (await world.Api.GetAsync($"/courses/{course.Id}")).Expect(HttpStatusCode.OK);
        (await world.Api.PostAsync($"/courses/{course.Id}/completion", null, ("If-Match", whole.ETag))).Expect(
            HttpStatusCode.OK
        );
        var next = await world.OpenCourseAsync(programme, 5);
        var present = await world.Api.GetAsync($"/applications/{applied.Id}");

        var withdrawn = await world.Api.DecideAsync(present, "withdrawal", new { reason = "ошиблись человеком" });
        var moved = await world.Api.DecideAsync(present, "transfer", new { courseId = next.Id });

        withdrawn.ErrorCode.ShouldBe("application.learner-completed");
        moved.ErrorCode.ShouldBe("application.learner-completed");
        ((int)(await world.Api.GetAsync("/quotas"))["items.0.used"]!).ShouldBe(1);
    }

    private static async Task<Answer> CompleteAsync(OrderGround ground)
    {
        var course = (await ground.World.Api.GetAsync($"/courses/{ground.Course}")).Expect(HttpStatusCode.OK);
        return await ground.World.Api.PostAsync(
            $"/courses/{ground.Course}/completion",
            null,
            ("If-Match", course.ETag)
        );
    }

    private static async Task<Answer> CancelCourseAsync(OrderGround ground)
    {
        var course = (await ground.World.Api.GetAsync($"/courses/{ground.Course}")).Expect(HttpStatusCode.OK);
        return await ground.World.Api.PostAsync(
            $"/courses/{ground.Course}/cancellation",
            new { reason = "Нет преподавателя" },
            ("If-Match", course.ETag)
        );
    }

    private static Task<Answer> RecordAsync(OrderGround ground, params string[] results) =>
        ground.World.Api.PutAsync(
            $"/courses/{ground.Course}/final-assessment",
            new
            {
                protocolNumber = "1",
                protocolDate = "2026-08-31",
                results = ground.Enrolments.Zip(
                    results,
                    (enrolment, result) => new { enrolmentId = enrolment, result }
                ),
            }
        );
}
