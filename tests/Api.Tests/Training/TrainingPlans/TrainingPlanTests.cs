using MethodCenter.Api.Tests.Career.Attestations;
using MethodCenter.Api.Tests.Learning.Applications;
using MethodCenter.Api.Tests.Training.TrainingRecords;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Training.TrainingPlans;

/// <summary>/training-needs and /training-plans over HTTP (POL-22, POL-23); today is 22.11.2026.</summary>
public sealed class TrainingPlanTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_plan_is_built_edited_and_built_anew(DatabaseProvider provider)
    {
        await using var scenario = await AttestationSetting.StartAsync(provider);
        var (api, names) = (scenario.Api, new Dictionary<Guid, string>());
        var (never, overdue, due, covered) = (
            await scenario.TeacherAsync(),
            await scenario.TeacherAsync(),
            await scenario.TeacherAsync(),
            await scenario.TeacherAsync()
        );
        (names[never], names[overdue], names[due], names[covered]) = ("never", "overdue", "due", "covered");
        await scenario.TrainAsync(overdue, "2023-03-10");
        await scenario.TrainAsync(due, "2024-05-20");
        await scenario.TrainAsync(covered, "2025-02-01");
        var need = (await api.PostAsync("/training-needs", Need(scenario, covered))).Expect(HttpStatusCode.Created);

        var made = await api.PostAsync("/training-plans", new { organisationId = scenario.School, year = 2027 });

        made.Expect(HttpStatusCode.Created);
        scenario.Commands.Take("MakeTrainingPlan").ShouldBeLessThanOrEqualTo(8);
        Rows(made, names)
            .ShouldBe(["covered need - planned", "due due 2 planned", "never due 1 planned", "overdue due 1 planned"]);
        ((string?)(await api.GetAsync($"/training-needs/{need.Id}"))["state"]).ShouldBe("planned");
        (
            await api.PostAsync("/training-plans", new { organisationId = scenario.School, year = 2027 })
        ).ErrorCode.ShouldBe("training-plan.already-made");

        var added = await EditedAsync(api, made, need, (Moved: due, Dropped: covered));

        // Those trained meanwhile are no longer due; what was edited stays, what was dropped does not come back.
        await scenario.TrainAsync(never, "2026-11-20");
        var anew = await api.PostAsync($"/training-plans/{made.Id}/build", null, ("If-Match", added.ETag));

        Rows(anew, names)
            .ShouldBe([
                "covered need - dropped",
                "covered person 4 planned",
                "due due 3 planned",
                "overdue due 1 planned",
            ]);
        scenario.Commands.Take("BuildTrainingPlan").ShouldBeLessThanOrEqualTo(8);
        ((int)anew["totals.all"]!).ShouldBe(3);
        await ReadsAndReportAgreeAsync(scenario, anew, names);
    }

    /// <summary>One entry is moved, one dropped, one added by hand; the need of the one dropped is open again.</summary>
    private static async Task<Answer> EditedAsync(
        ApiClient api,
        Answer made,
        Answer need,
        (Guid Moved, Guid Dropped) people
    )
    {
        var path = $"/training-plans/{made.Id}";
        var moved = await api.PostAsync(
            $"{path}/entries/{EntryOf(made, people.Moved)}/placement",
            new
            {
                quarter = 3,
                month = 9,
                provider = "АППО",
            },
            ("If-Match", made.ETag)
        );
        (await api.PostAsync($"{path}/build", null, ("If-Match", made.ETag))).Code.ShouldBe(412);
        var dropped = await api.PostAsync(
            $"{path}/entries/{EntryOf(made, people.Dropped)}/exclusion",
            new { reason = "Нет подходящей программы" },
            ("If-Match", moved.ETag)
        );
        ((string?)(await api.GetAsync($"/training-needs/{need.Id}"))["state"]).ShouldBe("open");
        var added = await api.PostAsync(
            $"{path}/entries",
            new
            {
                employeeId = people.Dropped,
                topic = "Наставничество",
                quarter = 4,
            },
            ("If-Match", dropped.ETag)
        );
        return added.Expect(HttpStatusCode.OK);
    }

    private static async Task ReadsAndReportAgreeAsync(
        AttestationSetting scenario,
        Answer anew,
        Dictionary<Guid, string> names
    )
    {
        var api = scenario.Api;
        var read = await api.GetAsync($"/training-plans/{anew.Id}");
        read.Text.ShouldBe(anew.Text);
        read.ETag.ShouldBe(anew.ETag);
        var report = await api.GetAsync($"/reports/training-plans?year=2027&organisationId={scenario.School}");
        scenario.Commands.Take("GetTrainingPlanReport").ShouldBeLessThanOrEqualTo(4);
        new[] { "due", "overdue", "planned", "left", "completed", "dropped" }
            .Select(name => (int)report.Expect(HttpStatusCode.OK)["total." + name]!)
            .ShouldBe([2, 1, 3, 3, 0, 1]);
        names[(Guid)report["overdue.0.employeeId"]!].ShouldBe("overdue");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task States_follow_from_applications_courses_and_records(DatabaseProvider provider)
    {
        await using var scenario = await AttestationSetting.StartAsync(provider);
        var (api, world) = (scenario.Api, scenario.World);
        var (applied, training, completed, waiting) = (
            await scenario.TeacherAsync(),
            await scenario.TeacherAsync(),
            await scenario.TeacherAsync(),
            await scenario.TeacherAsync()
        );
        var names = new Dictionary<Guid, string>
        {
            [applied] = "applied",
            [training] = "training",
            [completed] = "completed",
            [waiting] = "waiting",
        };
        var plan = await api.PostAsync("/training-plans", new { organisationId = scenario.School, year = 2026 });
        var (programme, campaign) = (
            await world.ProgrammeAsync(),
            await world.CampaignAsync("byCentre", byQuota: false)
        );
        (await api.ApplyAsync(campaign, applied, programme: programme)).Expect(HttpStatusCode.Created);
        var course = await world.OpenCourseAsync(programme);
        (await api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = training })).Expect(
            HttpStatusCode.Created
        );
        await scenario.TrainAsync(completed, "2026-11-20");

        var read = await api.GetAsync($"/training-plans/{plan.Id}");

        Rows(read, names)
            .ShouldBe([
                "applied due 4 applied",
                "completed due 4 completed",
                "training due 4 inTraining",
                "waiting due 4 planned",
            ]);
        ((decimal)(await api.GetAsync("/reports/training-plans"))["total.completedPercent"]!).ShouldBe(25m);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Needs_are_consolidated(DatabaseProvider provider)
    {
        await using var scenario = await AttestationSetting.StartAsync(provider);
        var (api, teacher) = (scenario.Api, await scenario.TeacherAsync());
        var body = Need(scenario, teacher);
        (await api.PostAsync("/training-needs", body)).Expect(HttpStatusCode.Created);
        (await api.PostAsync("/training-needs", body.With("topic", "функциональная  ГРАМОТНОСТЬ"))).Code.ShouldBe(409);
        (
            await api.PostAsync(
                "/training-needs",
                body.With("employeeId", null).With("people", 3).With("organisationId", scenario.OtherSchool)
            )
        ).Expect(HttpStatusCode.Created);
        var other = (
            await api.PostAsync(
                "/training-needs",
                body.With("topic", null).With("programmeId", await scenario.World.ProgrammeAsync())
            )
        ).Expect(HttpStatusCode.Created);
        await scenario.TrainAsync(teacher, "2026-11-22", topics: ["функциональная грамотность"]);

        var report = (await api.GetAsync("/reports/training-needs?year=2027")).Expect(HttpStatusCode.OK);
        scenario.Commands.Take("GetTrainingNeedReport").ShouldBeLessThanOrEqualTo(4);

        report["subjects"]!
            .AsArray()
            .Select(one =>
                $"{one!["subject"]}: {one["people"]} {one["named"]} {one["trained"]} {one["trainedPercent"]}"
            )
            .ShouldBe(["Функциональная грамотность: 4 1 1 25", "Программа p-1: 1 1 0 0"]);
        ((int)report["total.people"]!).ShouldBe(5);
        report["organisations"]!.AsArray().Count.ShouldBe(2);
        var closed = await api.PostAsync($"/training-needs/{other.Id}/satisfaction", null, ("If-Match", other.ETag));
        ((string?)closed.Expect(HttpStatusCode.OK)["state"]).ShouldBe("satisfied");
        (
            await api.PatchAsync($"/training-needs/{other.Id}", new { comment = "поздно" }, ("If-Match", closed.ETag))
        ).ErrorCode.ShouldBe("training-need.wrong-state");
        ((int)(await api.GetAsync("/reports/training-needs?year=2027"))["total.trained"]!).ShouldBe(2);
        var listed = await api.GetAsync($"/training-needs?state=open&organisationId={scenario.OtherSchool}");
        ((string?)listed["items.0.subject"]).ShouldBe("функциональная грамотность", StringCompareShould.IgnoreCase);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Heads_without_a_retraining_in_management_are_listed(DatabaseProvider provider)
    {
        await using var scenario = await AttestationSetting.StartAsync(provider);
        var (director, deputy) = (
            await scenario.World.PositionAsync("director"),
            await scenario.World.PositionAsync("deputy-director")
        );
        var (trained, other, late, assistant) = (
            await scenario.World.EmployeeAsync(scenario.School, director),
            await scenario.World.EmployeeAsync(scenario.OtherSchool, director),
            await scenario.World.EmployeeAsync(scenario.School, director),
            await scenario.World.EmployeeAsync(scenario.School, deputy)
        );
        await scenario.TrainAsync(trained, "2020-02-10", kind: "retraining", hours: 250, topics: ["Менеджмент"]);
        await scenario.TrainAsync(other, "2020-02-10", kind: "retraining", hours: 250, topics: ["логопедия"]);
        await scenario.TrainAsync(late, "2026-02-10", kind: "retraining", hours: 250, topics: ["управление"]);
        await scenario.TrainAsync(assistant, "2020-02-10", hours: 72, topics: ["менеджмент"]);

        var report = (await scenario.Api.GetAsync("/reports/management-retraining?asOf=2026-01-01")).Expect(
            HttpStatusCode.OK
        );
        scenario.Commands.Take("GetManagementRetrainingReport").ShouldBeLessThanOrEqualTo(4);

        report["positions"]!
            .AsArray()
            .Select(one =>
                $"{one!["position"]}: {one["base"]} {one["retrained"]!["count"]} {one["retrained"]!["percent"]}"
            )
            .ShouldBe(["директор: 3 1 33.3", "заместитель директора: 1 0 0"]);
        report["without.items"]!
            .AsArray()
            .Select(one => (Guid)one!["employeeId"]!)
            .ShouldBe([other, late, assistant], ignoreOrder: true);
        var today = await scenario.Api.GetAsync($"/reports/management-retraining?positionId={director}");
        ((decimal)today["total.retrained.percent"]!).ShouldBe(66.7m);
        var nobody = await scenario.Api.GetAsync("/reports/management-retraining?asOf=2001-01-01");
        nobody["total.retrained.percent"].ShouldBeNull();
    }

    [Fact]
    public async Task What_is_wrong_is_refused_at_its_place()
    {
        var (api, teacher, stranger) = (
            setting.Api,
            await setting.TeacherAsync(),
            await setting.World.EmployeeAsync(setting.OtherSchool, setting.Teacher)
        );
        var body = Need(setting, teacher);

        (await api.PostAsync("/training-needs", body.With("topic", null))).FieldErrors.ShouldBe([
            "/programmeId training-need.subject-missing",
        ]);
        (await api.PostAsync("/training-needs", body.With("employeeId", stranger))).FieldErrors.ShouldBe([
            "/employeeId training-need.not-employed",
        ]);
        (await api.PostAsync("/training-needs", body.With("people", 2))).FieldErrors.ShouldBe([
            "/people training-need.one-person",
        ]);
        (await api.PostAsync("/training-needs", body.With("people", 0))).Code.ShouldBe(400);
        (await api.GetAsync($"/training-needs/{Guid.NewGuid()}")).Code.ShouldBe(404);
        var need = (await api.PostAsync("/training-needs", body)).Expect(HttpStatusCode.Created);
        (await api.PostAsync($"/training-needs/{need.Id}/satisfaction", null)).Code.ShouldBe(428);
        (
            await api.PostAsync("/training-plans", new { organisationId = setting.School, year = 2025 })
        ).ErrorCode.ShouldBe("training-plan.year-passed");
        var plan = (
            await api.PostAsync("/training-plans", new { organisationId = setting.OtherSchool, year = 2028 })
        ).Expect(HttpStatusCode.Created);
        var entries = $"/training-plans/{plan.Id}/entries";
        (
            await api.PostAsync(entries, new { employeeId = teacher, quarter = 1 }, ("If-Match", plan.ETag))
        ).FieldErrors.ShouldBe(["/employeeId training-plan.not-employed"]);
        (
            await api.PostAsync(
                entries,
                new
                {
                    employeeId = stranger,
                    topic = "Тема",
                    quarter = 1,
                    month = 5,
                },
                ("If-Match", plan.ETag)
            )
        ).FieldErrors.ShouldBe(["/month training-plan.month-outside-quarter"]);
        (
            await api.PostAsync($"{entries}/{Guid.NewGuid()}/placement", new { quarter = 1 }, ("If-Match", plan.ETag))
        ).Code.ShouldBe(404);
    }

    [Fact]
    public async Task A_school_states_and_plans_for_its_own_people_only()
    {
        using var caller = await setting.InRoleAsync(Role.SchoolOperator, setting.School);
        var (own, stranger) = (
            await setting.TeacherAsync(),
            await setting.World.EmployeeAsync(setting.OtherSchool, setting.Teacher)
        );

        var need = await caller.PostAsync("/training-needs", Need(setting, own).With("year", 2029));
        var foreign = await setting.Api.PostAsync(
            "/training-needs",
            Need(setting, stranger).With("organisationId", setting.OtherSchool)
        );
        var plan = await caller.PostAsync("/training-plans", new { organisationId = setting.School, year = 2029 });
        var other = (
            await setting.Api.PostAsync("/training-plans", new { organisationId = setting.OtherSchool, year = 2029 })
        ).Expect(HttpStatusCode.Created);

        need.Code.ShouldBe(201);
        plan.Code.ShouldBe(201);
        (await caller.PostAsync("/training-needs", Need(setting, stranger))).FieldErrors.ShouldBe([
            "/employeeId employee.unknown",
        ]);
        (await caller.GetAsync($"/training-needs/{foreign.Id}")).Code.ShouldBe(404);
        (await caller.GetAsync($"/training-plans/{other.Id}")).Code.ShouldBe(404);
        (await caller.PostAsync($"/training-plans/{other.Id}/build", null, ("If-Match", other.ETag))).Code.ShouldBe(
            404
        );
        (
            await caller.PostAsync($"/training-needs/{need.Id}/satisfaction", null, ("If-Match", need.ETag))
        ).Code.ShouldBe(403);
        (await caller.GetAsync("/reports/training-plans?year=2029"))["organisations"]!.AsArray().Count.ShouldBe(1);
        (await caller.GetAsync("/reports/training-needs?year=2027"))["organisations"]!
            .AsArray()
            .ShouldAllBe(one => (Guid)one!["organisation"]!["id"]! == setting.School);
        using var analyst = await setting.InRoleAsync(Role.Analyst);
        (await analyst.GetAsync("/training-plans")).Code.ShouldBe(403);
        foreach (var withPersons in new[] { "training-plans", "training-due", "management-retraining" })
        {
            (await analyst.GetAsync($"/reports/{withPersons}")).Code.ShouldBe(403);
        }

        foreach (var counts in new[] { "training-needs", "applications?academicYear=2026-2027" })
        {
            (await analyst.GetAsync($"/reports/{counts}")).Expect(HttpStatusCode.OK);
        }

        (await analyst.GetAsync("/reports/topic-coverage?topic=Оценивание")).ErrorCode.ShouldBe("report.topic-of-few");
    }

    private static Dictionary<string, object?> Need(AttestationSetting scenario, Guid employee) =>
        new()
        {
            ["organisationId"] = scenario.School,
            ["employeeId"] = employee,
            ["topic"] = "Функциональная грамотность",
            ["year"] = 2027,
            ["source"] = "diagnostics",
        };

    private static Guid EntryOf(Answer plan, Guid employee) =>
        (Guid)plan["entries"]!.AsArray().First(entry => (Guid)entry!["employeeId"]! == employee)!["id"]!;

    private static IEnumerable<string> Rows(Answer plan, Dictionary<Guid, string> names) =>
        plan.Expect(plan.Status)["entries"]!
            .AsArray()
            .Select(one =>
                $"{names[(Guid)one!["employeeId"]!]} {one["origin"]} {one["quarter"]?.ToString() ?? "-"} {one["state"]}"
            )
            .Order(StringComparer.Ordinal);
}
