using MethodCenter.Api.Tests.Career.Attestations;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Training.TrainingRecords;

/// <summary>/training-records: entering, finding, annulling.</summary>
public sealed class TrainingRecordTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    private static readonly object Reason = new { reason = "Внесена не тому работнику" };

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task It_is_entered_read_annulled_and_entered_anew(DatabaseProvider provider)
    {
        await using var scenario = await AttestationSetting.StartAsync(provider);
        var body = scenario.Training(await scenario.TeacherAsync());

        var made = (await scenario.Api.PostAsync("/training-records", body)).Expect(HttpStatusCode.Created);
        var commands = scenario.Commands.Take("RecordTraining");
        var read = (await scenario.Api.GetAsync($"/training-records/{made.Id}")).Expect(HttpStatusCode.OK);
        var twice = await scenario.Api.PostAsync(
            "/training-records",
            body.With("title", "оценка качества ЕЛОЧКА").With("hours", 72)
        );
        var annulled = await scenario.Api.PostAsync(
            $"/training-records/{made.Id}/annulment",
            Reason,
            ("If-Match", made.ETag)
        );
        var anew = await scenario.Api.PostAsync("/training-records", body.With("hours", 72));

        commands.ShouldBeLessThanOrEqualTo(8);
        made.Headers.Location!.ToString().ShouldEndWith($"/api/v1/training-records/{made.Id}");
        made.Json!["warnings"].ShouldBeNull();
        ((string?)read["title"]).ShouldBe("Оценка качества «Ёлочка»");
        read["topics"]!
            .AsArray()
            .Select(topic => (string?)topic)
            .ShouldBe(["оценочные процедуры", "Функциональная грамотность"]);
        ((string?)read["origin"]).ShouldBe("entered");
        twice.Code.ShouldBe(409);
        twice.ErrorCode.ShouldBe("training-record.already-recorded");
        annulled.Expect(HttpStatusCode.OK).ETag.ShouldBe("\"2\"");
        ((string?)annulled["state"]).ShouldBe("annulled");
        ((string?)annulled["annulmentReason"]).ShouldBe("Внесена не тому работнику");
        anew.Code.ShouldBe(201);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Two_clicks_at_once_make_one_record(DatabaseProvider provider)
    {
        await using var scenario = await AttestationSetting.StartAsync(provider);
        var body = scenario.Training(await scenario.TeacherAsync());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => scenario.Api.PostAsync("/training-records", body))
        );

        answers.Count(answer => answer.Code == 201).ShouldBe(1);
        answers.Where(answer => answer.Code != 201).ShouldAllBe(answer => answer.Code == 409);
        answers
            .Where(answer => answer.Code != 201)
            .ShouldAllBe(answer => answer.ErrorCode == "training-record.already-recorded");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Filters_and_order_hold(DatabaseProvider provider)
    {
        await using var scenario = await AttestationSetting.StartAsync(provider);
        var teacher = await scenario.TeacherAsync();
        await scenario.TrainAsync(teacher, "2023-08-31", provider: "КРИПКиПРО", topics: ["оценочные процедуры"]);
        await scenario.TrainAsync(teacher, "2023-09-01", provider: "АППО", topics: ["оценочные"]);
        await scenario.TrainAsync(teacher, "2024-05-20", kind: "retraining", hours: 250, at: scenario.OtherSchool);
        var wrong = await scenario.TrainAsync(await scenario.TeacherAsync(), "2022-01-10");
        (
            await scenario.Api.PostAsync($"/training-records/{wrong.Id}/annulment", Reason, ("If-Match", wrong.ETag))
        ).Expect(HttpStatusCode.OK);

        async Task<string> DaysAsync(string query) =>
            string.Join(
                ' ',
                (await scenario.Api.GetAsync("/training-records?" + query)).Expect(HttpStatusCode.OK)["items"]!
                    .AsArray()
                    .Select(item => (string)item!["completedOn"]!)
            );

        (await DaysAsync("")).ShouldBe("2024-05-20 2023-09-01 2023-08-31 2022-01-10");
        (await DaysAsync("sort=completedOn")).ShouldBe("2022-01-10 2023-08-31 2023-09-01 2024-05-20");
        (await DaysAsync("sort=-hours&limit=1")).ShouldBe("2024-05-20");
        (await DaysAsync($"employeeId={teacher}&sort=provider")).ShouldBe("2023-09-01 2024-05-20 2023-08-31");
        (await DaysAsync($"organisationId={scenario.OtherSchool}")).ShouldBe("2024-05-20");
        (await DaysAsync("provider=крипки")).ShouldBe("2023-08-31");
        (await DaysAsync("kind=retraining")).ShouldBe("2024-05-20");
        (await DaysAsync("topic=Оценочные")).ShouldBe("2023-09-01");
        (await DaysAsync("topic=оценочные процедуры")).ShouldBe("2023-08-31");
        (await DaysAsync("q=процедуры крипкипро")).ShouldBe("2023-08-31");
        (await DaysAsync("academicYear=2023-2024")).ShouldBe("2024-05-20 2023-09-01");
        (await DaysAsync("completedFrom=2023-08-31&completedTo=2023-09-01")).ShouldBe("2023-09-01 2023-08-31");
        (await DaysAsync("state=annulled")).ShouldBe("2022-01-10");
        (await DaysAsync("origin=imported")).ShouldBe("");
        var first = await scenario.Api.GetAsync($"/training-records?employeeId={teacher}&limit=2&includeTotal=true");
        ((int)first["total"]!).ShouldBe(3);
        ((string?)first["items.0.fullName"])!.ShouldEndWith(" Анна Ивановна");
        ((string?)first["items.0.organisation.code"]).ShouldBe("school-2");
        var next = Uri.EscapeDataString((string)first["next"]!);
        (await DaysAsync($"employeeId={teacher}&limit=2&cursor={next}")).ShouldBe("2023-08-31");
    }

    [Theory]
    [InlineData("completedOn", "2999-01-01", 400, "/completedOn validation.out-of-range")]
    [InlineData("completedOn", "2098-01-01", 422, "/completedOn training-record.completed-in-future")]
    [InlineData("startsOn", "2024-02-21", 422, "/startsOn training-record.starts-after-completion")]
    [InlineData("hours", 0, 400, "/hours validation.out-of-range")]
    [InlineData("hours", 15, 422, "/hours training-record.too-few-hours")]
    [InlineData("documentKind", "diploma", 422, "/documentKind training-record.other-document")]
    [InlineData("documentDate", "2024-02-19", 422, "/documentDate training-record.document-before-completion")]
    [InlineData("topics", new[] { "а|б" }, 422, "/topics training-record.topic-holds-separator")]
    [InlineData("provider", "", 400, "/provider validation.required")]
    [InlineData("employeeId", "00000000-0000-7000-8000-000000000001", 422, "/employeeId employee.unknown")]
    [InlineData("organisationId", "00000000-0000-7000-8000-000000000001", 422, "/organisationId organisation.unknown")]
    public async Task Each_refusal_points_at_its_value(string member, object value, int code, string error)
    {
        var body = setting.Training(await setting.TeacherAsync()).With(member, value);

        var answer = await setting.Api.PostAsync("/training-records", body);

        answer.Code.ShouldBe(code);
        answer.FieldErrors.ShouldBe([error]);
    }

    [Fact]
    public async Task Who_did_not_work_there_is_entered_with_a_warning()
    {
        var body = setting.Training(await setting.TeacherAsync()).With("organisationId", setting.OtherSchool);

        var made = (await setting.Api.PostAsync("/training-records", body)).Expect(HttpStatusCode.Created);

        ((string?)made["warnings.0.code"]).ShouldBe("training-record.employed-elsewhere");
    }

    [Fact]
    public async Task Annulling_needs_the_revision_and_a_reason_and_happens_once()
    {
        var record = await setting.TrainAsync(await setting.TeacherAsync(), "2024-02-20");
        var path = $"/training-records/{record.Id}/annulment";

        (await setting.Api.PostAsync(path, Reason)).Code.ShouldBe(428);
        (await setting.Api.PostAsync(path, Reason, ("If-Match", "\"7\""))).Code.ShouldBe(412);
        (await setting.Api.PostAsync(path, new { reason = "" }, ("If-Match", record.ETag))).FieldErrors.ShouldBe([
            "/reason validation.required",
        ]);
        var annulled = (await setting.Api.PostAsync(path, Reason, ("If-Match", record.ETag))).Expect(HttpStatusCode.OK);
        var again = await setting.Api.PostAsync(path, Reason, ("If-Match", annulled.ETag));

        again.Code.ShouldBe(409);
        again.ErrorCode.ShouldBe("training-record.already-annulled");
        (await setting.Api.GetAsync($"/training-records/{Guid.NewGuid()}")).Code.ShouldBe(404);
    }

    [Fact]
    public async Task A_batch_says_of_each_how_it_came_out()
    {
        var body = setting.Training(await setting.TeacherAsync());

        var answer = await setting.Api.PostAsync(
            "/training-records:batch",
            new { allOrNothing = false, items = new[] { body, body, body.With("hours", 3) } }
        );

        ((int)answer["done"]!).ShouldBe(1);
        answer["items"]!.AsArray().Select(item => (int)item!["status"]!).ShouldBe([201, 409, 422]);
    }
}

/// <summary>What tests of training send.</summary>
internal static class TestTrainings
{
    /// <summary>Professional development of 20.02.2024, sent by the first school.</summary>
    public static Dictionary<string, object?> Training(this AttestationSetting setting, Guid employee) =>
        new()
        {
            ["employeeId"] = employee,
            ["organisationId"] = setting.School,
            ["provider"] = "АППО",
            ["title"] = "Оценка качества «Ёлочка»",
            ["kind"] = "professionalDevelopment",
            ["hours"] = 36,
            ["startsOn"] = "2024-02-01",
            ["completedOn"] = "2024-02-20",
            ["documentKind"] = "certificate",
            ["documentNumber"] = "78-15",
            ["documentDate"] = "2024-02-20",
            ["topics"] = new[] { "Функциональная грамотность", "оценочные процедуры" },
        };

    public static Dictionary<string, object?> With(
        this Dictionary<string, object?> body,
        string member,
        object? value
    ) => new(body) { [member] = value };

    public static async Task<Answer> TrainAsync(
        this AttestationSetting setting,
        Guid employee,
        string completedOn,
        string kind = "professionalDevelopment",
        int hours = 36,
        string provider = "ИРО",
        string[]? topics = null,
        Guid? at = null
    ) =>
        (
            await setting.Api.PostAsync(
                "/training-records",
                new
                {
                    employeeId = employee,
                    organisationId = at ?? setting.School,
                    provider,
                    title = "Программа от " + completedOn,
                    kind,
                    hours,
                    completedOn,
                    topics = topics ?? [],
                }
            )
        ).Expect(HttpStatusCode.Created);
}
