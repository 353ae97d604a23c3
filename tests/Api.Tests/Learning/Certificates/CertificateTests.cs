using MethodCenter.Api.Tests.Learning.Orders;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Certificates;

/// <summary>Documents of education over HTTP: the register book, its numbers, and the verification by anybody.</summary>
public sealed class CertificateTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Everyone_who_has_completed_a_course_gets_a_document_once(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        var course = await world.CompletedCourseAsync(5);
        var body = new
        {
            issuedOn = "2026-08-31",
            basis = "Протокол № 4",
            series = "ПК",
            blankNumber = "000098",
        };

        var first = (await world.Api.PostAsync($"/courses/{course}/certificates", body)).Expect(HttpStatusCode.OK);
        var second = (await world.Api.PostAsync($"/courses/{course}/certificates", body)).Expect(HttpStatusCode.OK);

        ((int)first["issued"]!).ShouldBe(5);
        ((int)first["firstNumber"]!).ShouldBe(1);
        ((int)first["lastNumber"]!).ShouldBe(5);
        ((int)second["issued"]!).ShouldBe(0);
        var register = (await world.Api.GetAsync("/certificates?year=2026&sort=number")).Expect(HttpStatusCode.OK);
        var rows = register.Json!["items"]!.AsArray();
        rows.Select(row => (int)row!["number"]!).ShouldBe([1, 2, 3, 4, 5]);
        rows.Select(row => (string?)row!["blankNumber"]).ShouldBe(["000098", "000099", "000100", "000101", "000102"]);
        rows.Select(row => (string)row!["fullName"]!).ShouldBeInOrder();
        rows.ShouldAllBe(row => (string?)row!["kind"] == "professionalDevelopment");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_document_rests_on_protocol_and_orders_unless_the_centre_waives_them(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var scenario = await OrderScenario.CreateAsync(service, 2);
        var (api, enrolment) = (scenario.World.Api, new { enrolmentId = scenario.Enrolments[0] });
        var entered = (await scenario.DraftAsync("enrolment", "2025-10-01")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(entered)).Expect(HttpStatusCode.OK);
        await scenario.CompleteCourseAsync();

        var bare = await api.PostAsync("/certificates", enrolment);
        var list = await api.PostAsync($"/courses/{scenario.Course}/certificates", new { });
        await scenario.ProtocolAsync("2026-08-31", "passed", "passed");
        var unordered = await api.PostAsync("/certificates", enrolment);
        var listed = await api.PostAsync($"/courses/{scenario.Course}/certificates", new { });
        await scenario.World.WaivePapersAsync();
        var waived = await api.PostAsync($"/courses/{scenario.Course}/certificates", new { });

        (bare.Code, bare.ErrorCode).ShouldBe((409, "certificate.no-protocol"));
        Named(list, "noProtocolEnrolments").ShouldBe(scenario.Enrolments.Order());
        Named(listed, "noOrdersEnrolments").ShouldBe(scenario.Enrolments.Order());
        ((int)listed["issued"]!, (int?)listed["firstNumber"]).ShouldBe((0, null));
        unordered.ErrorCode.ShouldBe("certificate.no-orders");
        ((int)waived.Expect(HttpStatusCode.OK)["issued"]!).ShouldBe(2);
        Named(waived, "unprovenEnrolments").ShouldBe(scenario.Enrolments.Order());
    }

    /// <summary>One learner without a protocol keeps nobody from his document, and is named.</summary>
    [Fact]
    public async Task Whose_papers_are_missing_is_named_and_the_others_get_their_documents()
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), 3);
        var api = scenario.World.Api;
        var entered = (await scenario.DraftAsync("enrolment", "2025-10-01")).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(entered)).Expect(HttpStatusCode.OK);
        await scenario.ProtocolAsync("2026-08-31", "passed", "passed", "passed");
        var ready = scenario.Enrolments.Take(2).ToList();
        var done = (await scenario.DraftAsync("completion", "2026-08-31", ready)).Expect(HttpStatusCode.Created);
        (await scenario.SignAsync(done)).Expect(HttpStatusCode.OK);
        await scenario.CompleteCourseAsync();

        var issued = await api.PostAsync($"/courses/{scenario.Course}/certificates", new { issuedOn = "2026-08-31" });

        ((int)issued.Expect(HttpStatusCode.OK)["issued"]!).ShouldBe(2);
        Named(issued, "noOrdersEnrolments").ShouldBe([scenario.Enrolments[2]]);
        Named(issued, "unprovenEnrolments").ShouldBeEmpty();
    }

    /// <summary>A seminar needs neither protocol nor orders: nothing of its learners is unproven.</summary>
    [Fact]
    public async Task Nobody_is_unproven_on_a_course_that_needs_no_protocol()
    {
        var scenario = await OrderScenario.CreateAsync(
            await TestService.SharedAsync(),
            2,
            programme: "permanentSeminar"
        );
        await scenario.CompleteCourseAsync();

        var issued = await scenario.World.Api.PostAsync($"/courses/{scenario.Course}/certificates", new { });

        ((int)issued.Expect(HttpStatusCode.OK)["issued"]!).ShouldBe(2);
        Named(issued, "unprovenEnrolments").ShouldBeEmpty();
    }

    /// <summary>Who has left and come again needs an order on this arrival.</summary>
    [Fact]
    public async Task An_order_on_a_former_arrival_does_not_bear_the_document()
    {
        var scenario = await OrderScenario.CreateAsync(await TestService.SharedAsync(), 2);
        var (api, leaver) = (scenario.World.Api, scenario.Enrolments[0]);
        async Task OrderAsync(string kind, string date, params Guid[] enrolments)
        {
            var draft = await scenario.DraftAsync(kind, date, enrolments);
            (await scenario.SignAsync(draft.Expect(HttpStatusCode.Created))).Expect(HttpStatusCode.OK);
        }

        await OrderAsync("enrolment", "2025-10-01", [.. scenario.Enrolments]);
        await OrderAsync("expulsion", "2025-12-01", leaver);
        var course = await api.GetAsync($"/courses/{scenario.Course}");
        var reopened = await api.PostAsync(
            $"/courses/{scenario.Course}/registration-opening",
            null,
            ("If-Match", course.ETag)
        );
        reopened.Expect(HttpStatusCode.OK);
        var learner = (await api.GetAsync($"/courses/{scenario.Course}/enrolments/{leaver}"))["employeeId"]!;
        var body = new { employeeId = (Guid)learner, on = "2026-01-12" };
        (await api.PostAsync($"/courses/{scenario.Course}/enrolments", body)).Expect(HttpStatusCode.Created);
        await scenario.ProtocolAsync("2026-08-31", "passed", "passed");
        await OrderAsync("completion", "2026-08-31", [.. scenario.Enrolments]);
        await scenario.CompleteCourseAsync();

        var issued = await api.PostAsync($"/courses/{scenario.Course}/certificates", new { });

        ((int)issued.Expect(HttpStatusCode.OK)["issued"]!).ShouldBe(1);
        Named(issued, "noOrdersEnrolments").ShouldBe([leaver]);
    }

    private static IEnumerable<Guid> Named(Answer answer, string list) =>
        answer.Expect(HttpStatusCode.OK)[list]!.AsArray().Select(id => (Guid)id!).Order();

    [Fact]
    public async Task With_protocol_and_orders_it_is_issued_without_a_doubt_and_its_receipt_is_marked()
    {
        var service = await TestService.SharedAsync();
        var scenario = await OrderScenario.CreateAsync(service, 1);
        var api = scenario.World.Api;
        foreach (var (kind, date) in new[] { ("enrolment", "2025-10-01"), ("completion", "2026-08-31") })
        {
            if (kind == "completion")
            {
                await scenario.ProtocolAsync("2026-08-31", "passed");
            }

            var draft = (await scenario.DraftAsync(kind, date)).Expect(HttpStatusCode.Created);
            (await scenario.SignAsync(draft)).Expect(HttpStatusCode.OK);
        }

        var body = new
        {
            enrolmentId = scenario.Enrolments[0],
            issuedOn = "2026-09-01",
            series = "ПК",
            blankNumber = "000777",
        };
        var issued = (await api.PostAsync("/certificates", body)).Expect(HttpStatusCode.Created);
        Task<Answer> MarkAsync(object receipt, string? tag) =>
            api.PostAsync($"/certificates/{issued.Id}/receipt", receipt, tag is null ? [] : [("If-Match", tag)]);

        var warnings = issued["warnings"]?.AsArray().Select(one => (string?)one!["code"]) ?? [];
        warnings.ShouldNotContain("certificate.protocol-missing");
        warnings.ShouldNotContain("certificate.orders-missing");
        (await MarkAsync(new { }, null)).Code.ShouldBe(428);
        (await MarkAsync(new { on = "2026-08-31" }, issued.ETag)).ErrorCode.ShouldBe("certificate.received-outside");
        (await MarkAsync(new { on = "2026-11-23" }, issued.ETag)).ErrorCode.ShouldBe("certificate.received-outside");
        (await ItemsAsync(api, "received=false")).ShouldBe(1);
        var received = await MarkAsync(new { on = "2026-09-02", mark = "лично, подпись" }, issued.ETag);

        received.Expect(HttpStatusCode.OK);
        ((string?)received["receivedOn"], (string?)received["receiptMark"]).ShouldBe(("2026-09-02", "лично, подпись"));
        foreach (
            var (filter, found) in new[]
            {
                ("received=false", 0),
                ("received=true", 1),
                ("number=1&year=2026", 1),
                ("number=2", 0),
                ("series=" + Uri.EscapeDataString("ПК") + "&blankNumber=000777", 1),
                ("blankNumber=000778", 0),
                ("q=" + Uri.EscapeDataString(((string)issued["lastName"]!).ToUpperInvariant()), 1),
                ("q=" + Uri.EscapeDataString("Никого"), 0),
            }
        )
        {
            (await ItemsAsync(api, filter)).ShouldBe(found, filter);
        }
    }

    private static async Task<int> ItemsAsync(ApiClient api, string filter) =>
        (await api.GetAsync($"/certificates?{filter}")).Expect(HttpStatusCode.OK).Json!["items"]!.AsArray().Count;

    /// <summary>Two hundred at once: the numbers follow each other without gap or double (DPO-8).</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Two_hundred_issued_at_once_have_consecutive_numbers(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var first = TestService.StartOn(database);
        var world = await World.CreateAsync(first);
        await using var second = TestService.StartOn(database);
        using var other = second.Client(centre: world.Centre);
        var course = await world.CompletedCourseAsync(200);
        var enrolments = await world.EnrolmentsAsync(course);

        var answers = await Task.WhenAll(
            enrolments.Select(
                (enrolment, place) =>
                    (place % 2 == 0 ? world.Api : other).PostAsync("/certificates", new { enrolmentId = enrolment })
            )
        );

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        answers.Select(answer => (int)answer["number"]!).Order().ShouldBe(Enumerable.Range(1, 200));
        answers.Select(answer => (string)answer["code"]!).Distinct().Count().ShouldBe(200);
    }

    [Fact]
    public async Task A_document_is_issued_once_and_a_refusal_takes_no_number()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var enrolments = await world.EnrolmentsAsync(await world.CompletedCourseAsync(2));
        await IssueAsync(world, enrolments[0], "000001");

        var again = await world.Api.PostAsync("/certificates", new { enrolmentId = enrolments[0] });
        var blank = await world.Api.PostAsync(
            "/certificates",
            new { enrolmentId = enrolments[1], blankNumber = "000001" }
        );
        var early = await world.Api.PostAsync(
            "/certificates",
            new { enrolmentId = enrolments[1], issuedOn = "2026-08-30" }
        );
        var unknown = await world.Api.PostAsync("/certificates", new { enrolmentId = Guid.NewGuid() });
        var next = await IssueAsync(world, enrolments[1], "000002");

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.ErrorCode.ShouldBe("certificate.already-issued");
        blank.ErrorCode.ShouldBe("certificate.blank-used");
        early.ErrorCode.ShouldBe("certificate.before-end");
        ((string?)early["rule.code"]).ShouldBe("DPO-6");
        unknown.ErrorCode.ShouldBe("certificate.unknown-enrolment");
        ((int)next["number"]!).ShouldBe(2);
    }

    [Fact]
    public async Task Before_the_course_is_completed_nothing_is_issued()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync());
        var employee = await world.EmployeeAsync(await world.OrganisationAsync(), await world.PositionAsync());
        var enrolment = await world.Api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = employee });

        var one = await world.Api.PostAsync("/certificates", new { enrolmentId = enrolment.Id });
        var all = await world.Api.PostAsync($"/courses/{course.Id}/certificates", new { });

        one.ErrorCode.ShouldBe("certificate.not-completed");
        all.ErrorCode.ShouldBe("certificate.course-not-completed");
        ((string)all["detail"]!).ShouldContain("набор открыт");
    }

    [Fact]
    public async Task A_duplicate_replaces_and_an_annulled_number_is_never_used_again()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var enrolments = await world.EnrolmentsAsync(await world.CompletedCourseAsync(1));
        var original = await IssueAsync(world, enrolments[0], "000001");

        var duplicate = await world.Api.PostAsync(
            $"/certificates/{original.Id}/replacement",
            new { reason = "lost", blankNumber = "000002" },
            ("If-Match", original.ETag)
        );
        duplicate.Expect(HttpStatusCode.Created);
        var annulled = await world.Api.PostAsync(
            $"/certificates/{duplicate.Id}/annulment",
            new { reason = "выдан не тому" },
            ("If-Match", duplicate.ETag)
        );
        annulled.Expect(HttpStatusCode.OK);
        var third = await world.Api.PostAsync(
            "/certificates",
            new { enrolmentId = enrolments[0], blankNumber = "000002" }
        );
        var fourth = await IssueAsync(world, enrolments[0], "000003");

        ((int)duplicate["number"]!).ShouldBe(2);
        ((string?)duplicate["originalId"]).ShouldBe(original.Id.ToString());
        ((string?)(await world.Api.GetAsync($"/certificates/{original.Id}"))["state"]).ShouldBe("replaced");
        third.ErrorCode.ShouldBe("certificate.blank-used");
        ((int)fourth["number"]!).ShouldBe(3);
    }

    [Fact]
    public async Task Anybody_verifies_the_paper_and_sees_nothing_beyond_it()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var enrolments = await world.EnrolmentsAsync(await world.CompletedCourseAsync(1));
        var issued = await IssueAsync(world, enrolments[0], "000001");
        var code = (string)issued["code"]!;
        using var anybody = service.Client(key: null);

        (await anybody.GetAsync($"/public/certificates/{code[..4]}-{code[4..]}")).Expect(HttpStatusCode.OK);
        var found = (await anybody.GetAsync($"/public/certificates/{code.ToLowerInvariant()}")).Expect(
            HttpStatusCode.OK
        );

        code.Length.ShouldBe(26);
        ((string?)found["state"]).ShouldBe("valid");
        ((string?)found["centre"]).ShouldBe("Тестовый методический центр");
        found.Text.ShouldNotContain("\"id\"");
        found.Text.ShouldNotContain("employeeId");
        found.Text.ShouldNotContain(code);
        await world.Api.PostAsync(
            $"/certificates/{issued.Id}/annulment",
            new { reason = "выдан не тому" },
            ("If-Match", issued.ETag)
        );
        ((string?)(await anybody.GetAsync($"/public/certificates/{code}"))["state"]).ShouldBe("annulled");
    }

    [Fact]
    public async Task Names_and_codes_stand_neither_in_the_audit_nor_in_the_feed()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var enrolments = await world.EnrolmentsAsync(await world.CompletedCourseAsync(1));

        var issued = await IssueAsync(world, enrolments[0], "000001");

        var trail = await service.TrailAsync(world);
        trail.ShouldContain("IssueCertificate");
        trail.ShouldNotContain((string)issued["lastName"]!);
        trail.ShouldNotContain((string)issued["code"]!);
    }

    [Fact]
    public async Task Ten_thousand_guesses_find_nothing_and_are_slowed_down()
    {
        await using var service = await TestService.StartAsync(
            settings: new Dictionary<string, string?> { ["RateLimit:PermitsPerMinute"] = "0" }
        );
        var world = await World.CreateAsync(service);
        await world.CompletedCourseAsync(1);
        using var guesser = service.Client(key: null);
        var random = new Random(1);
        var statuses = new List<int>();
        for (var attempt = 0; attempt < 10_000; attempt++)
        {
            var code = random.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 26);
            statuses.Add((await guesser.GetAsync($"/public/certificates/{code}")).Code);
        }

        statuses.ShouldAllBe(status => status == 404 || status == 429);
        statuses.Count(status => status == 404).ShouldBeLessThan(100);
    }

    [Fact]
    public async Task A_school_sees_the_documents_of_its_own_people_and_issues_none()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var course = await world.CompletedCourseAsync(1);
        var enrolments = await world.EnrolmentsAsync(course);
        var issued = await IssueAsync(world, enrolments[0], "000001");
        var other = await world.OrganisationAsync("school-2", "Вторая СОШ");
        var (_, own) = await world.ProgramAsync(
            TestAccounts.Role("schoolOperator", Guid.Parse((string)issued["organisationId"]!))
        );
        var (_, foreign) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", other));
        using var school = service.Client(own, world.Centre);
        using var stranger = service.Client(foreign, world.Centre);

        (await school.GetAsync($"/certificates/{issued.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await stranger.GetAsync($"/certificates/{issued.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("/certificates")).Json!["items"]!.AsArray().ShouldBeEmpty();
        (await school.PostAsync($"/courses/{course}/certificates", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<Answer> IssueAsync(World world, Guid enrolment, string blank) =>
        (await world.Api.PostAsync("/certificates", new { enrolmentId = enrolment, blankNumber = blank })).Expect(
            HttpStatusCode.Created
        );
}
