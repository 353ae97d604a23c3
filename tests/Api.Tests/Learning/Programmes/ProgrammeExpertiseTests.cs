using MethodCenter.Api.Tests.Career.Attestations;
using MethodCenter.Api.Tests.Learning.Applications;
using MethodCenter.Api.Tests.Training.TrainingRecords;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Programmes;

/// <summary>/programmes: content, editions, expertise and audience over HTTP (KRS-27).</summary>
public sealed class ProgrammeExpertiseTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_draft_passes_the_expertise_and_is_taught(DatabaseProvider provider)
    {
        await using var scenario = await AttestationSetting.StartAsync(provider);
        var api = scenario.Api;
        var draft = (await api.PostAsync("/programmes", Draft("e-1"))).Expect(HttpStatusCode.Created);
        var path = $"/programmes/{draft.Id}";
        ((string?)draft["status"]).ShouldBe("draft");
        ((string?)draft["modules.1.title"]).ShouldBe("Практика");
        ((string?)draft["licence.number"]).ShouldBe("Л035-01271-78/00176657");
        (await api.PostAsync("/courses", World.CourseBody(draft.Id))).FieldErrors.ShouldBe([
            "/programmeId course.programme-not-approved",
        ]);

        var submitted = await PostAsync(api, path + "/review-submission", draft);
        (await PostAsync(api, path + "/approval", submitted, Act)).ErrorCode.ShouldBe("programme.not-reviewed");
        (await api.PostAsync(path + "/reviews", Review("revision"))).Expect(HttpStatusCode.OK);
        var reviewed = await api.GetAsync(path);
        (await PostAsync(api, path + "/approval", reviewed, Act)).ErrorCode.ShouldBe("programme.not-recommended");
        var returned = await PostAsync(api, path + "/revision", reviewed);
        ((string?)returned["status"]).ShouldBe("revision");
        var again = await PostAsync(api, path + "/review-submission", returned);
        (await api.PostAsync(path + "/reviews", Review("recommended"))).Expect(HttpStatusCode.OK);
        (await api.PostAsync(path + "/reviews", Review("recommended"))).ErrorCode.ShouldBe(
            "programme-review.already-given"
        );
        (await PostAsync(api, path + "/approval", again, Act)).Code.ShouldBe(412);
        var approved = await PostAsync(api, path + "/approval", await api.GetAsync(path), Act);

        ((string?)approved.Expect(HttpStatusCode.OK)["status"]).ShouldBe("active");
        ((string?)approved["approvalNumber"]).ShouldBe("15-о");
        ((string?)approved["approvedOn"]).ShouldBe("2026-11-22");
        ((int)approved["reviewRound"]!).ShouldBe(2);
        var course = (await api.PostAsync("/courses", World.CourseBody(draft.Id))).Expect(HttpStatusCode.Created);
        ((int)course["programmeEdition"]!).ShouldBe(1);
        var reviews = await api.GetAsync(path + "/reviews");
        reviews["items"]!.AsArray().Select(one => (int)one!["round"]!).ShouldBe([2, 1]);
        ((string?)reviews["items.0.expert"]).ShouldBe("Экспертова Нина Павловна");
        ((string?)reviews["items.1.criteria.0.verdict"]).ShouldBe("partlyMet");

        // What is taught changes: the approved edition stays readable.
        var changed = await api.PatchAsync(
            path,
            new { hours = 40, modules = Array.Empty<object>() },
            ("If-Match", approved.ETag)
        );
        ((int)changed.Expect(HttpStatusCode.OK)["edition"]!).ShouldBe(2);
        changed["approvalNumber"].ShouldBeNull();
        var versions = await api.GetAsync(path + "/versions");
        versions["items"]!
            .AsArray()
            .Select(one => $"{one!["number"]} {one["hours"]} {one["modules"]!.AsArray().Count} {one["approvalNumber"]}")
            .ShouldBe(["2 40 0 ", "1 36 2 15-о"]);
        var report = await api.GetAsync("/reports/programme-expertise");
        report["verdicts"]!.AsArray().Select(one => (int)one!["count"]!).ShouldBe([1, 1, 0]);
        ((int)report["programmes.items.0.recommended"]!).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_at_its_place()
    {
        var api = setting.Api;
        var body = Draft("e-2");

        (await api.PostAsync("/programmes", body.With("hours", 40))).FieldErrors.ShouldBe([
            "/modules programme.other-hours",
        ]);
        (
            await api.PostAsync(
                "/programmes",
                body.With("audience", new { positionIds = new[] { setting.Teacher, Guid.NewGuid() } })
            )
        ).FieldErrors.ShouldBe(["/audience/positionIds/1 position.unknown"]);
        (
            await api.PostAsync("/programmes", body.With("modules", new[] { new { title = "", hours = 0 } }))
        ).Code.ShouldBe(400);
        var draft = (await api.PostAsync("/programmes", body)).Expect(HttpStatusCode.Created);
        var path = $"/programmes/{draft.Id}";
        (await api.PostAsync(path + "/review-submission", null)).Code.ShouldBe(428);
        (await api.PostAsync(path + "/reviews", Review("recommended"))).ErrorCode.ShouldBe("programme.wrong-status");
        (await api.PostAsync(path + "/reviews", Review("recommended").With("expertName", null))).FieldErrors.ShouldBe([
            "/expertId programme-review.expert-missing",
        ]);
        (await api.GetAsync($"/programmes/{Guid.NewGuid()}/versions")).Code.ShouldBe(404);
        (await api.GetAsync($"/programmes/{Guid.NewGuid()}/reviews")).Code.ShouldBe(404);
        await PostAsync(api, path + "/review-submission", draft);
        (
            await api.PostAsync(
                path + "/reviews",
                Review("recommended").With("expertName", null).With("expertId", Guid.NewGuid())
            )
        ).FieldErrors.ShouldBe(["/expertId employee.unknown"]);
        var locked = await api.PatchAsync(path, new { title = "Иначе" }, ("If-Match", (await api.GetAsync(path)).ETag));
        locked.ErrorCode.ShouldBe("programme.wrong-status");
    }

    [Theory]
    [InlineData(Role.CentreAdministrator, 200, 200)]
    [InlineData(Role.Methodist, 200, 403)]
    [InlineData(Role.Registrar, 403, 403)]
    [InlineData(Role.SchoolOperator, 403, 403)]
    public async Task The_author_reads_reviews_and_the_centre_approves(Role role, int reviews, int approval)
    {
        using var caller = await setting.InRoleAsync(role, role == Role.SchoolOperator ? setting.School : null);
        var draft = (await setting.Api.PostAsync("/programmes", Draft("e-" + role))).Expect(HttpStatusCode.Created);
        var path = $"/programmes/{draft.Id}";
        await PostAsync(setting.Api, path + "/review-submission", draft);
        (await setting.Api.PostAsync(path + "/reviews", Review("recommended"))).Expect(HttpStatusCode.OK);

        (await caller.GetAsync(path + "/reviews")).Code.ShouldBe(reviews);
        (await PostAsync(caller, path + "/approval", await setting.Api.GetAsync(path), Act)).Code.ShouldBe(approval);
    }

    [Fact]
    public async Task An_application_for_somebody_outside_of_the_audience_is_refused()
    {
        await using var scenario = await AttestationSetting.StartAsync(DatabaseProvider.Sqlite);
        var (api, world) = (scenario.Api, scenario.World);
        var programme = (
            await api.PostAsync(
                "/programmes",
                Draft("e-3").With("draft", false).With("audience", new { positionIds = new[] { scenario.Teacher } })
            )
        ).Expect(HttpStatusCode.Created);
        var course = await world.OpenCourseAsync(programme.Id);
        var campaign = await world.CampaignAsync(byQuota: false);
        var educator = await world.EmployeeAsync(scenario.School, scenario.Educator);

        var refused = await api.ApplyAsync(campaign, educator, course.Id);
        var accepted = await api.ApplyAsync(campaign, await scenario.TeacherAsync(), course.Id);

        refused.Code.ShouldBe(422);
        refused.FieldErrors.ShouldBe(["/employeeId application.wrong-audience"]);
        refused.Text.ShouldContain("KRS-27");
        accepted.Code.ShouldBe(201);

        // Whoever teaches besides may be taught as a teacher.
        (
            await api.PostAsync(
                $"/employees/{educator}/employments",
                new
                {
                    organisationId = scenario.School,
                    positionId = scenario.Teacher,
                    kind = "internalPartTime",
                    from = "2020-09-01",
                },
                ("If-Match", (await api.GetAsync($"/employees/{educator}")).ETag)
            )
        ).Code.ShouldBeLessThan(300);
        (await api.ApplyAsync(campaign, educator, course.Id)).Code.ShouldBe(201);
    }

    [Fact]
    public async Task A_centre_that_requires_the_expertise_begins_with_drafts()
    {
        await using var scenario = await AttestationSetting.StartAsync(DatabaseProvider.Sqlite);
        (
            await scenario.Api.PostAsync(
                "/norms",
                new
                {
                    code = "programme.expertise-required",
                    value = "true",
                    validFrom = "2026-09-01",
                    basis = "Положение о внутренней экспертизе программ",
                }
            )
        ).Expect(HttpStatusCode.Created);

        var old = await scenario.World.ProgrammeAsync("old");
        var anew = await scenario.Api.PostAsync("/programmes", Draft("new").With("draft", false));

        ((string?)(await scenario.Api.GetAsync($"/programmes/{old}"))["status"]).ShouldBe("active");
        ((string?)anew.Expect(HttpStatusCode.Created)["status"]).ShouldBe("draft");
    }

    private static readonly object Act = new { actNumber = "15-о", actDate = "2026-11-22" };

    private static Dictionary<string, object?> Draft(string code) =>
        new()
        {
            ["code"] = code,
            ["title"] = "Формирующее оценивание " + code,
            ["kind"] = "professionalDevelopment",
            ["hours"] = 36,
            ["line"] = "thematic",
            ["form"] = "fullTime",
            ["approvedOn"] = "2026-10-01",
            ["draft"] = true,
            ["modules"] = new[] { new { title = "Теория", hours = 16 }, new { title = "Практика", hours = 20 } },
            ["licence"] = new { number = "Л035-01271-78/00176657", issuedOn = "2018-05-14" },
        };

    private static Dictionary<string, object?> Review(string verdict) =>
        new()
        {
            ["expertName"] = "Экспертова Нина Павловна",
            ["criteria"] = new[]
            {
                new
                {
                    title = "Актуальность",
                    verdict = verdict == "recommended" ? "met" : "partlyMet",
                    comment = (string?)null,
                },
            },
            ["verdict"] = verdict,
        };

    private static Task<Answer> PostAsync(ApiClient api, string path, Answer read, object? body = null) =>
        api.PostAsync(path, body, ("If-Match", read.ETag));
}
