using MethodCenter.Api.Tests.Learning.Certificates;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Api.Tests.Teaching.Timetables;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Orders;

/// <summary>Orders over HTTP: what a signature changes, and what a cancellation takes back (DPO-5, DPO-6).</summary>
public sealed class OrderTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task An_enrolment_order_closes_the_recruitment_and_its_cancellation_opens_it(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var scenario = await OrderScenario.CreateAsync(service, 2);

        var draft = (await scenario.DraftAsync("enrolment", "2025-10-01")).Expect(HttpStatusCode.Created);
        var before = await scenario.CourseStatusAsync();
        var signed = (await scenario.SignAsync(draft)).Expect(HttpStatusCode.OK);
        var during = await scenario.CourseStatusAsync();
        var nobody = await scenario.DraftAsync("enrolment", "2025-10-02");
        var again = await scenario.DraftAsync("enrolment", "2025-10-02", scenario.Enrolments);
        var twice = await scenario.SignAsync(again.Expect(HttpStatusCode.Created));
        var cancelled = (await scenario.CancelAsync(signed)).Expect(HttpStatusCode.OK);

        ((string)draft["number"]!).ShouldBe("1-у");
        ((string)draft["state"]!).ShouldBe("draft");
        draft["lines"]!.AsArray().Select(line => (string)line!["position"]!).ShouldAllBe(name => name.Length > 0);
        draft["lines"]!
            .AsArray()
            .Select(line => (string)line!["organisation"]!)
            .ShouldAllBe(name => name == "Первая СОШ");
        (before, during).ShouldBe(("registrationOpen", "registrationClosed"));
        ((bool)signed["closedRegistration"]!).ShouldBeTrue();
        ((string)again["number"]!).ShouldBe("2-у");
        nobody.ErrorCode.ShouldBe("order.all-ordered");
        twice.ErrorCode.ShouldBe("order.already-ordered");
        ((string)cancelled["state"]!).ShouldBe("cancelled");
        (await scenario.CourseStatusAsync()).ShouldBe("registrationOpen");
        (await scenario.CancelAsync(cancelled)).ErrorCode.ShouldBe("order.wrong-state");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_second_draft_leaves_out_who_stands_in_a_signed_order_and_says_so(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var scenario = await OrderScenario.CreateAsync(service, 2);
        var first = (await scenario.DraftAsync("enrolment", "2025-10-01")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(first)).Expect(HttpStatusCode.OK);
        var course = await scenario.World.Api.GetAsync($"/courses/{scenario.Course}");
        var opening = $"/courses/{scenario.Course}/registration-opening";
        (await scenario.World.Api.PostAsync(opening, null, ("If-Match", course.ETag))).Expect(HttpStatusCode.OK);
        await scenario.EnrolAsync();

        var second = (await scenario.DraftAsync("enrolment", "2025-10-02")).Expect(HttpStatusCode.Created);

        var line = second["lines"]!.AsArray().ShouldHaveSingleItem()!;
        ((Guid)line["enrolmentId"]!).ShouldBe(scenario.Enrolments[2]);
        var warning = second["warnings"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)warning["code"]).ShouldBe("order.left-out");
        (await scenario.SignAsync(second)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_enrolment_dated_after_the_first_lesson_is_doubted()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 1, "2026-2027");
        var world = scenario.World;
        await world.SetCalendarAsync();
        var teacher = await world.EmployeeAsync(scenario.School, await world.PositionAsync());
        await world.LessonAsync(scenario.Course, await world.RoomAsync(), teacher, "2026-10-05");

        var early = (await scenario.DraftAsync("enrolment", "2026-10-05")).Expect(HttpStatusCode.Created);
        var late = (await scenario.DraftAsync("enrolment", "2026-10-06")).Expect(HttpStatusCode.Created);

        early["warnings"].ShouldBeNull();
        late["warnings"]!.AsArray().Select(one => (string?)one!["code"]).ShouldBe(["order.after-first-lesson"]);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_completion_order_follows_the_protocol_and_can_be_taken_back(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var scenario = await OrderScenario.CreateAsync(service, 3);
        (
            await scenario.SignAsync(
                (await scenario.DraftAsync("enrolment", "2025-10-01")).Expect(HttpStatusCode.Created)
            )
        ).Expect(HttpStatusCode.OK);
        await scenario.ProtocolAsync("2026-08-31", "passed", "failed", "absent");

        var early = await scenario.DraftAsync("completion", "2026-08-30");
        var draft = (await scenario.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        var signed = (await scenario.SignAsync(draft)).Expect(HttpStatusCode.OK);
        var states = await scenario.StatesAsync();
        var enrolment = (await scenario.World.Api.GetAsync("/orders?kind=enrolment")).Json!["items"]![0]!;
        var held = await scenario.CancelAsync((Guid)enrolment["id"]!, (int)enrolment["version"]!);
        var cancelled = (await scenario.CancelAsync(signed)).Expect(HttpStatusCode.OK);

        early.ErrorCode.ShouldBe("order.before-end");
        early.FieldErrors.ShouldBe(["/date order.before-end"]);
        signed["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]).ShouldBe(["order.hours-not-given"]);
        Sorted(states).ShouldBe(["completed", "withdrawn", "withdrawn"]);
        signed["lines"]!
            .AsArray()
            .Select(line => (string)line!["stateBefore"]!)
            .ShouldAllBe(state => state == "enrolled");
        held.ErrorCode.ShouldBe("order.later-order");
        cancelled.Status.ShouldBe(HttpStatusCode.OK);
        (await scenario.StatesAsync()).ShouldAllBe(state => state == "enrolled");
    }

    [Fact]
    public async Task What_was_certified_is_not_taken_back_before_the_document_is_annulled()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 1);
        var draft = (await scenario.DraftAsync("completion", "2026-08-31")).Expect(HttpStatusCode.Created);
        var signed = (await scenario.SignAsync(draft)).Expect(HttpStatusCode.OK);
        await scenario.World.WaivePapersAsync();
        var document = (
            await scenario.World.Api.PostAsync("/certificates", new { enrolmentId = scenario.Enrolments[0] })
        ).Expect(HttpStatusCode.Created);

        var refused = await scenario.CancelAsync(signed);
        await scenario.World.Api.PostAsync(
            $"/certificates/{document.Id}/annulment",
            new { reason = "выдан по ошибке" },
            ("If-Match", document.ETag)
        );
        var taken = await scenario.CancelAsync(signed);

        signed["warnings"]![0]!["code"]!.GetValue<string>().ShouldBe("order.no-enrolment-order");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.ErrorCode.ShouldBe("order.certificates-issued");
        taken.Expect(HttpStatusCode.OK);
        (await scenario.StatesAsync()).ShouldBe(["enrolled"]);
    }

    [Fact]
    public async Task An_expulsion_frees_the_seat_for_who_waits_and_is_taken_back_only_while_it_is_free()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 2, year: "2026-2027", capacity: 2);
        var unnamed = await scenario.DraftAsync("expulsion", "2026-11-20");
        var order = await scenario.DraftAsync("expulsion", "2026-11-22", [scenario.Enrolments[0]]);
        var signed = (await scenario.SignAsync(order.Expect(HttpStatusCode.Created))).Expect(HttpStatusCode.OK);
        var free = (await scenario.CancelAsync(signed)).Expect(HttpStatusCode.OK);
        var back = await scenario.StatesAsync();
        await scenario.EnrolAsync();
        var second = (await scenario.DraftAsync("expulsion", "2026-11-22", [scenario.Enrolments[0]])).Expect(
            HttpStatusCode.Created
        );
        var gone = (await scenario.SignAsync(second)).Expect(HttpStatusCode.OK);
        var taken = await scenario.CancelAsync(gone);

        unnamed.ErrorCode.ShouldBe("order.list-missing");
        unnamed.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        free.Status.ShouldBe(HttpStatusCode.OK);
        back.ShouldAllBe(state => state == "enrolled");
        taken.ErrorCode.ShouldBe("enrolment.seat-gone");
        Sorted(await scenario.StatesAsync()).ShouldBe(["enrolled", "enrolled", "withdrawn"]);
    }

    [Fact]
    public async Task An_order_of_the_past_goes_on_file_and_changes_nothing()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 2);
        await scenario.CompleteCourseAsync();

        var draft = (await scenario.DraftAsync("completion", "2026-08-31", number: "17-к")).Expect(
            HttpStatusCode.Created
        );
        var signed = (await scenario.SignAsync(draft)).Expect(HttpStatusCode.OK);
        var cancelled = await scenario.CancelAsync(signed);

        ((string)signed["number"]!).ShouldBe("17-к");
        cancelled.Expect(HttpStatusCode.OK);
        (await scenario.StatesAsync()).ShouldAllBe(state => state == "completed");
        (await scenario.CourseStatusAsync()).ShouldBe("completed");
    }

    [Fact]
    public async Task What_is_wrong_is_told()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 1, year: "2026-2027");
        var draft = (await scenario.DraftAsync("enrolment", "2027-02-01", number: "5")).Expect(HttpStatusCode.Created);
        var api = scenario.World.Api;

        (await scenario.SignAsync(draft)).ErrorCode.ShouldBe("order.in-future");
        (await scenario.DraftAsync("enrolment", "2027-03-01", number: "5")).ErrorCode.ShouldBe("order.number-taken");
        (await scenario.DraftAsync("enrolment", "2027-09-01")).ErrorCode.ShouldBe("order.after-course");
        var unknown = await scenario.DraftAsync("enrolment", "2026-11-01", [Guid.NewGuid()]);
        unknown.FieldErrors.ShouldBe(["/enrolmentIds/0 order.unknown-enrolment"]);
        var twice = await scenario.DraftAsync(
            "enrolment",
            "2026-11-01",
            [scenario.Enrolments[0], scenario.Enrolments[0]]
        );
        twice.FieldErrors.ShouldBe(["/enrolmentIds/1 order.twice"]);
        (await api.PostAsync($"/orders/{draft.Id}/signature")).Code.ShouldBe(428);
        (await api.PostAsync($"/orders/{draft.Id}/signature", null, ("If-Match", "\"7\""))).Code.ShouldBe(412);
        (await api.PostAsync($"/orders/{Guid.NewGuid()}/signature", null, ("If-Match", "\"1\""))).Code.ShouldBe(404);
        (await api.PostAsync("/orders", new { kind = "holiday" })).Code.ShouldBe(400);
        (await api.GetAsync($"/orders/{draft.Id}/file?format=exe")).Code.ShouldBe(400);
        (await api.GetAsync("/orders?q=5&from=2027-01-01&state=draft")).Json!["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_school_has_no_access_to_orders_and_a_methodist_does_not_sign()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 1);
        var draft = (await scenario.DraftAsync("enrolment", "2025-10-01")).Expect(HttpStatusCode.Created);
        var (_, schoolKey) = await scenario.World.ProgramAsync(TestAccounts.Role("schoolOperator", scenario.School));
        var (_, methodistKey) = await scenario.World.ProgramAsync(TestAccounts.Role("methodist"));
        using var school = service.Client(schoolKey);
        using var methodist = service.Client(methodistKey);
        using var nobody = service.Client("wrong");

        (await school.GetAsync($"/orders/{draft.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await methodist.GetAsync($"/orders/{draft.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await methodist.PostAsync($"/orders/{draft.Id}/signature", null, ("If-Match", draft.ETag))).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await nobody.GetAsync($"/orders/{draft.Id}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_paper_says_what_the_order_says_and_brings_nothing_to_life()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 1);
        var draft = (await scenario.DraftAsync("enrolment", "2025-10-01", basis: "<script>alert(1)</script>")).Expect(
            HttpStatusCode.Created
        );

        var marked = await scenario.World.Api.GetAsync($"/orders/{draft.Id}/file?format=html");
        await scenario.SignAsync(draft);
        var page = await scenario.World.Api.GetAsync($"/orders/{draft.Id}/file?format=html");
        using var response = await scenario.World.Api.Http.SendAsync(
            scenario.World.Api.Request(HttpMethod.Get, $"/orders/{draft.Id}/file"),
            TestContext.Current.CancellationToken
        );
        var file = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        marked.Text.ShouldContain("ПРОЕКТ");
        page.Text.ShouldNotContain("ПРОЕКТ");
        page.Text.ShouldContain(WebUtility.HtmlEncode("«01» октября 2025 г."));
        page.Text.ShouldContain(WebUtility.HtmlEncode("Тестовый методический центр"));
        page.Text.ShouldContain((string)draft["lines"]![0]!["fullName"]!);
        page.Text.ShouldContain("&lt;script&gt;");
        page.Text.ShouldNotContain("<script");
        response.Content.Headers.ContentType!.MediaType.ShouldBe(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        );
        file[..2].ShouldBe("PK"u8.ToArray());
    }

    private static string[] Sorted(IEnumerable<string> states) => [.. states.Order(StringComparer.Ordinal)];
}
