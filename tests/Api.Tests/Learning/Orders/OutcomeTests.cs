using MethodCenter.Api.Tests.Learning.Applications;
using MethodCenter.Api.Tests.Learning.Certificates;
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
        var scenario = await OrderScenario.CreateAsync(service, 2);
        await scenario.ProtocolAsync("2026-08-31", "passed", "failed");

        var over = await CompleteAsync(scenario);
        var order = (await scenario.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(order)).Expect(HttpStatusCode.OK);
        var after = await CompleteAsync(scenario);

        over.Status.ShouldBe(HttpStatusCode.Conflict);
        over.ErrorCode.ShouldBe("course.not-passed");
        ((string?)over["rule.code"]).ShouldBe("DPO-5");
        ((string)over["detail"]!).ShouldContain("приказ о завершении");
        after.Expect(HttpStatusCode.OK);
        (await scenario.StatesAsync()).ShouldBe(["completed", "withdrawn"]);
    }

    [Fact]
    public async Task What_a_completion_order_rests_on_does_not_change()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 2);
        await scenario.ProtocolAsync("2026-08-31", "passed", "passed");
        var order = (await scenario.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        var signed = (await scenario.SignAsync(order)).Expect(HttpStatusCode.OK);

        var changed = await RecordAsync(scenario, "passed", "failed");
        var repeated = await RecordAsync(scenario, "passed", "passed");
        var cancelled = await CancelCourseAsync(scenario);
        (await scenario.CancelAsync(signed)).Expect(HttpStatusCode.OK);
        var afterwards = await RecordAsync(scenario, "passed", "failed");

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
        var scenario = await OrderScenario.CreateAsync(service, 2);
        var completed = await CompleteAsync(scenario);

        var failed = await RecordAsync(scenario, "passed", "failed");
        var passed = await RecordAsync(scenario, "passed", "passed");

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
        var scenario = await OrderScenario.CreateAsync(service, 3);
        var api = scenario.World.Api;
        var left = $"/courses/{scenario.Course}/enrolments/{scenario.Enrolments[2]}";
        var enrolment = (await api.GetAsync(left)).Expect(HttpStatusCode.OK);
        (
            await api.PostAsync(
                left + "/withdrawal",
                new { reason = "по семейным обстоятельствам" },
                ("If-Match", enrolment.ETag)
            )
        ).Expect(HttpStatusCode.OK);
        (await api.PostAsync("/certificates", new { enrolmentId = scenario.Enrolments[2] })).Expect(
            HttpStatusCode.Created
        );

        (await RecordAsync(scenario, "passed", "failed")).Expect(HttpStatusCode.Created);
        (await RecordAsync(scenario, "failed", "passed")).Expect(HttpStatusCode.OK);
        (await RecordAsync(scenario, "passed", "passed", "passed")).FieldErrors.ShouldBe([
            "/results/2/result final-assessment.reference-issued",
        ]);
    }

    [Fact]
    public async Task Whom_the_protocol_does_not_name_does_not_complete_in_passing()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 1);
        (await RecordAsync(scenario, "passed")).Expect(HttpStatusCode.Created);
        await scenario.EnrolAsync();

        var unnamed = await CompleteAsync(scenario);
        (await RecordAsync(scenario, "passed", "passed")).Expect(HttpStatusCode.OK);

        unnamed.ErrorCode.ShouldBe("course.not-passed");
        (await CompleteAsync(scenario)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_came_after_the_order_is_added_to_the_protocol_and_completes()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 1);
        await scenario.ProtocolAsync("2026-08-31", "passed");
        var order = (await scenario.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(order)).Expect(HttpStatusCode.OK);
        await scenario.EnrolAsync();

        (await CompleteAsync(scenario)).ErrorCode.ShouldBe("course.not-passed");
        (await RecordAsync(scenario, "failed", "passed")).ErrorCode.ShouldBe("final-assessment.in-effect");
        (await RecordAsync(scenario, "passed", "passed")).Expect(HttpStatusCode.OK);

        (await CompleteAsync(scenario)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_whole_way_leaves_no_doubt_when_the_course_is_closed()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 2, hours: 16);
        var world = scenario.World;
        await world.SetCalendarAsync("2025-2026");
        var (room, teacher) = (
            await world.RoomAsync(),
            await world.EmployeeAsync(scenario.School, await world.PositionAsync("lecturer"))
        );
        foreach (var date in new[] { "2025-10-06", "2025-10-13", "2025-10-20", "2025-10-27" })
        {
            await scenario.HoldLessonAsync(room, teacher, date);
        }

        await scenario.ProtocolAsync("2026-08-31", "passed", "passed");
        var order = (await scenario.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(order)).Expect(HttpStatusCode.OK);

        var completed = (await CompleteAsync(scenario)).Expect(HttpStatusCode.OK);

        (completed["warnings"]?.AsArray() ?? []).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Who_was_at_a_lesson_is_not_expelled_before_it(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var scenario = await OrderScenario.CreateAsync(service, 2);
        var world = scenario.World;
        await world.SetCalendarAsync("2025-2026");
        var teacher = await world.EmployeeAsync(scenario.School, await world.PositionAsync("lecturer"));
        await scenario.HoldLessonAsync(await world.RoomAsync(), teacher, "2025-10-06");
        var early = (await scenario.DraftAsync("expulsion", "2025-10-05", [scenario.Enrolments[0]])).Expect(
            HttpStatusCode.Created
        );
        var late = (await scenario.DraftAsync("expulsion", "2025-10-06", [scenario.Enrolments[1]])).Expect(
            HttpStatusCode.Created
        );

        var refused = await scenario.SignAsync(early);

        refused.ErrorCode.ShouldBe("order.before-attendance");
        ((string)refused["detail"]!).ShouldContain("06.10.2025");
        (await scenario.SignAsync(late)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_protocol_of_nobody_is_none()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 0);

        (await RecordAsync(scenario)).Code.ShouldBe(400);
        (await CompleteAsync(scenario)).ErrorCode.ShouldBe("course.nobody-enrolled");
    }

    [Fact]
    public async Task Where_nobody_has_passed_the_course_is_closed_all_the_same()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 1);
        await scenario.ProtocolAsync("2026-08-31", "failed");
        (await CompleteAsync(scenario)).ErrorCode.ShouldBe("course.not-passed");
        var order = (await scenario.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(order)).Expect(HttpStatusCode.OK);

        (await CompleteAsync(scenario)).Expect(HttpStatusCode.OK);

        (await scenario.CourseStatusAsync()).ShouldBe("completed");
        (await scenario.World.Api.PostAsync("/certificates", new { enrolmentId = scenario.Enrolments[0] })).Expect(
            HttpStatusCode.Created
        );
        (await RecordAsync(scenario, "passed")).ErrorCode.ShouldBe("final-assessment.in-effect");
    }

    [Fact]
    public async Task Who_comes_back_after_a_reference_and_completes_gets_his_document()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 1);
        var api = scenario.World.Api;
        var path = $"/courses/{scenario.Course}/enrolments/{scenario.Enrolments[0]}";
        var enrolment = (await api.GetAsync(path)).Expect(HttpStatusCode.OK);
        var left = await api.PostAsync(
            path + "/withdrawal",
            new { reason = "по семейным обстоятельствам" },
            ("If-Match", enrolment.ETag)
        );
        left.Expect(HttpStatusCode.OK);
        var reference = await api.PostAsync("/certificates", new { enrolmentId = scenario.Enrolments[0] });
        ((string?)reference.Expect(HttpStatusCode.Created)["kind"]).ShouldBe("studyReference");
        (
            await api.PostAsync(
                $"/courses/{scenario.Course}/enrolments",
                new { employeeId = (string?)enrolment["employeeId"], on = "2025-12-01" }
            )
        ).Expect(HttpStatusCode.Created);
        (await CompleteAsync(scenario)).Expect(HttpStatusCode.OK);
        await scenario.World.WaivePapersAsync();

        var issued = (await api.PostAsync($"/courses/{scenario.Course}/certificates", new { })).Expect(
            HttpStatusCode.OK
        );
        var again = await api.PostAsync($"/courses/{scenario.Course}/certificates", new { });

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

    private static async Task<Answer> CompleteAsync(OrderScenario scenario)
    {
        var course = (await scenario.World.Api.GetAsync($"/courses/{scenario.Course}")).Expect(HttpStatusCode.OK);
        return await scenario.World.Api.PostAsync(
            $"/courses/{scenario.Course}/completion",
            null,
            ("If-Match", course.ETag)
        );
    }

    private static async Task<Answer> CancelCourseAsync(OrderScenario scenario)
    {
        var course = (await scenario.World.Api.GetAsync($"/courses/{scenario.Course}")).Expect(HttpStatusCode.OK);
        return await scenario.World.Api.PostAsync(
            $"/courses/{scenario.Course}/cancellation",
            new { reason = "Нет преподавателя" },
            ("If-Match", course.ETag)
        );
    }

    private static Task<Answer> RecordAsync(OrderScenario scenario, params string[] results) =>
        scenario.World.Api.PutAsync(
            $"/courses/{scenario.Course}/final-assessment",
            new
            {
                protocolNumber = "1",
                protocolDate = "2026-08-31",
                results = scenario.Enrolments.Zip(
                    results,
                    (enrolment, result) => new { enrolmentId = enrolment, result }
                ),
            }
        );
}
