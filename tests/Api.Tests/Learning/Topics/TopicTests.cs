using MethodCenter.Api.Tests.Career.Attestations;
using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Api.Tests.Training.TrainingRecords;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Topics;

/// <summary>The vocabulary of topics.</summary>
public sealed class TopicTests
{
    [Fact]
    public async Task It_is_kept_renamed_archived_and_merged()
    {
        var world = await World.SharedAsync();
        var api = world.Api;
        var topic = (await EnterAsync(api, "gram", "Функциональная грамотность")).Expect(HttpStatusCode.Created);
        ((string?)topic["name"]).ShouldBe("Функциональная грамотность");
        (await EnterAsync(api, "gram", "Другая")).ErrorCode.ShouldBe("topic.code-taken");
        (await EnterAsync(api, "other", "функциональная  ГРАМОТНОСТЬ")).ErrorCode.ShouldBe("topic.name-taken");
        (await EnterAsync(api, "other", "")).Code.ShouldBe(400);
        (await api.GetAsync($"/topics/{Guid.NewGuid()}")).ErrorCode.ShouldBe("topic.not-found");

        var path = $"/topics/{topic.Id}";
        (await api.PatchAsync(path, new { name = "Грамотность" })).Code.ShouldBe(428);
        var renamed = await api.PatchAsync(path, new { name = "Грамотность" }, ("If-Match", topic.ETag));
        ((string?)renamed.Expect(HttpStatusCode.OK)["otherNames"]![0]).ShouldBe("Функциональная грамотность");
        (await api.PatchAsync(path, new { name = "Ещё" }, ("If-Match", topic.ETag))).Code.ShouldBe(412);
        (await EnterAsync(api, "other", "функциональная грамотность")).ErrorCode.ShouldBe("topic.name-taken");

        var archived = await api.PostAsync($"{path}/archiving", null, ("If-Match", renamed.ETag));
        (await api.PostAsync($"{path}/archiving", null, ("If-Match", archived.ETag))).ErrorCode.ShouldBe(
            "topic.wrong-state"
        );
        var reopened = await api.PostAsync($"{path}/reopening", null, ("If-Match", archived.ETag));
        var other = (await EnterAsync(api, "other", "Чтение")).Expect(HttpStatusCode.Created);
        var merger = new { topicId = topic.Id };
        var merged = await api.PostAsync($"/topics/{other.Id}/merger", merger, ("If-Match", other.ETag));
        $"{merged.Expect(HttpStatusCode.OK)["state"]} {merged["mergedIntoId"]}".ShouldBe($"merged {topic.Id}");
        (
            await api.PostAsync(
                $"{path}/merger",
                new { topicId = Guid.NewGuid() },
                ("If-Match", (await api.GetAsync(path)).ETag)
            )
        ).ErrorCode.ShouldBe("topic.unknown");
        reopened.Code.ShouldBe(200);
        (await api.GetAsync("/topics?state=inUse"))["items"]!.AsArray().Count.ShouldBe(1);
        (await api.GetAsync("/topics?q=чтен"))["items"]!.AsArray().Count.ShouldBe(1);

        var (_, key) = await world.ProgramAsync(TestAccounts.Role("analyst"));
        using var analyst = world.Service.Client(key);
        (await analyst.GetAsync("/topics")).Code.ShouldBe(200);
        (await EnterAsync(analyst, "x", "Икс")).Code.ShouldBe(403);
    }

    [Fact]
    public async Task Programmes_bear_the_names_of_the_vocabulary_whatever_becomes_of_it()
    {
        var world = await World.SharedAsync();
        var api = world.Api;
        var topic = (await EnterAsync(api, "gram", "Грамотность")).Expect(HttpStatusCode.Created);
        var programme = $"/programmes/{await world.ProgrammeAsync()}";

        var chosen = await TopicsAsync(api, programme, "GRAM", "Читательская грамотность");
        chosen["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]).ShouldContain("topic.added");
        Names(chosen).ShouldBe(["Грамотность", "Читательская грамотность"]);
        (await TopicsAsync(api, programme, "грамотность", "читательская грамотность"))
            .Expect(HttpStatusCode.OK)
            .Text.ShouldNotContain("topic.added");

        var added = (await api.GetAsync("/topics?q=читательская"))["items"]![0]!;
        ((string?)added["code"]).ShouldBe("t-1");
        var merger = new { topicId = topic.Id };
        (await api.PostAsync($"/topics/{added["id"]}/merger", merger, ("If-Match", "\"1\""))).Expect(HttpStatusCode.OK);
        Names(await api.GetAsync(programme)).ShouldBe(["Грамотность"]);
        var card = await api.GetAsync($"/topics/{topic.Id}");
        (await api.PatchAsync($"/topics/{topic.Id}", new { name = "Грамота" }, ("If-Match", card.ETag))).Expect(
            HttpStatusCode.OK
        );
        Names(await api.GetAsync(programme)).ShouldBe(["Грамота"]);

        // Asked by any name, and by the code.
        foreach (var asked in new[] { "грамота", "грамотность", "читательская грамотность", "gram", "t-1" })
        {
            var found = await api.GetAsync("/programmes?topic=" + Uri.EscapeDataString(asked));
            found["items"]!.AsArray().Count.ShouldBe(1, asked);
        }

        card = await api.GetAsync($"/topics/{topic.Id}");
        await api.PostAsync($"/topics/{topic.Id}/archiving", null, ("If-Match", card.ETag));
        Names(await TopicsAsync(api, programme, "грамота")).ShouldBe(["Грамота"]);
        var other = $"/programmes/{await world.ProgrammeAsync("p-2")}";
        (await TopicsAsync(api, other, "грамотность")).FieldErrors.ShouldBe(["/topics topic.archived"]);
    }

    [Fact]
    public async Task The_name_of_a_merged_topic_is_free_for_the_one_it_went_into()
    {
        var world = await World.SharedAsync();
        var api = world.Api;
        var topic = (await EnterAsync(api, "gram", "Функциональная грамотность")).Expect(HttpStatusCode.Created);
        var merged = (await EnterAsync(api, "fg", "ФГ")).Expect(HttpStatusCode.Created);
        var merger = new { topicId = topic.Id };
        (await api.PostAsync($"/topics/{merged.Id}/merger", merger, ("If-Match", merged.ETag))).Expect(
            HttpStatusCode.OK
        );

        var card = await api.GetAsync($"/topics/{topic.Id}");
        var renamed = await api.PatchAsync($"/topics/{topic.Id}", new { name = "ФГ" }, ("If-Match", card.ETag));

        ((string?)renamed.Expect(HttpStatusCode.OK)["name"]).ShouldBe("ФГ");
        (await EnterAsync(api, "other", "фг")).ErrorCode.ShouldBe("topic.name-taken");
    }

    [Fact]
    public async Task Training_is_found_by_every_name_of_its_topic()
    {
        await using var setting = await AttestationSetting.StartAsync(DatabaseProvider.Sqlite);
        var api = setting.Api;
        var topic = (await EnterAsync(api, "gram", "Грамотность")).Expect(HttpStatusCode.Created);
        var teacher = await setting.TeacherAsync();
        await setting.TrainAsync(teacher, "2024-05-20", topics: ["грамотность"]);
        (await api.PatchAsync($"/topics/{topic.Id}", new { name = "Грамота" }, ("If-Match", topic.ETag))).Expect(
            HttpStatusCode.OK
        );

        foreach (var asked in new[] { "грамота", "Грамотность", "gram" })
        {
            var found = await api.GetAsync("/training-records?topic=" + Uri.EscapeDataString(asked));
            found["items"]!.AsArray().Count.ShouldBe(1, asked);
            var file = await api.GetAsync(
                "/exports/training-records?format=ndjson&topic=" + Uri.EscapeDataString(asked)
            );
            file.Text.Trim().Split('\n').Length.ShouldBe(1, asked);
            file.Text.ShouldContain("грамотность");
        }

        (await api.GetAsync("/training-records?topic=чтение"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_may_name_a_topic_by_any_of_its_names_and_is_told_what_it_adds()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        (await EnterAsync(scenario.Api, "gram", "Грамотность")).Expect(HttpStatusCode.Created);
        const string header = "Код;Название;Вид;Часы;Линия;Форма обучения;Утверждена;Темы";

        var outcome = await scenario.ImportAsync(
            "programmes",
            header,
            "p-1;Первая;ПК;36;тематическая;очная;01.06.2019;gram",
            "p-2;Вторая;ПК;36;тематическая;очная;01.06.2019;\"Грамотность; оценка\""
        );

        outcome.ShouldBe(created: 2);
        outcome.Findings.ShouldBe(["3 - topic.added"]);
        Names((await scenario.Api.GetAsync("/programmes?q=первая&topic=грамотность"))["items"]![0]!)
            .ShouldBe(["Грамотность"]);
        await scenario.ShouldComeBackAsync("programmes", 2);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Coverage_matches_topic_to_topic_by_every_name(DatabaseProvider provider)
    {
        await using var setting = await AttestationSetting.StartAsync(provider);
        var (world, api) = (setting.World, setting.Api);
        await setting.TrainAsync(
            await world.EmployeeAsync(setting.School, setting.Teacher),
            "2024-02-20",
            topics: ["Читательская грамотность"]
        );
        await setting.TrainAsync(
            await world.EmployeeAsync(setting.School, setting.Teacher),
            "2024-02-21",
            topics: ["Оценка"]
        );
        (await ValidAsync("gram")).ShouldBe(0);
        var topic = (await EnterAsync(api, "gram", "Грамотность")).Expect(HttpStatusCode.Created);
        var reading = (await EnterAsync(api, "read", "Читательская грамотность")).Expect(HttpStatusCode.Created);
        (await ValidAsync("gram")).ShouldBe(0);

        var merger = new { topicId = topic.Id };
        (await api.PostAsync($"/topics/{reading.Id}/merger", merger, ("If-Match", reading.ETag))).Expect(
            HttpStatusCode.OK
        );

        (await ValidAsync("gram")).ShouldBe(1);
        (await ValidAsync("Грамотность")).ShouldBe(1);
        (await ValidAsync("читательская грамотность")).ShouldBe(1);
        (await ValidAsync("оценка")).ShouldBe(1);

        async Task<int> ValidAsync(string asked)
        {
            var path = "/reports/topic-coverage?asOf=2026-11-22&topic=" + Uri.EscapeDataString(asked);
            return (int)(await api.GetAsync(path)).Expect(HttpStatusCode.OK)["total.valid.count"]!;
        }
    }

    /// <summary>Schools write one topic by its names of different years: it is one row, and whoever has studied it is trained.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Needs_are_one_topic_by_every_name(DatabaseProvider provider)
    {
        await using var setting = await AttestationSetting.StartAsync(provider);
        var api = setting.Api;
        string[] written = ["Грамотность", "читательская грамотность", "gram", "Оценка"];
        var people = new List<Guid>();
        foreach (var topic in written)
        {
            people.Add(await setting.TeacherAsync());
            await NeedAsync(people[^1], topic);
        }

        await setting.TrainAsync(people[0], "2026-11-22", topics: ["Читательская грамотность"]);
        await setting.TrainAsync(people[2], "2026-11-22", topics: ["Функциональная грамотность"]);
        (await SubjectsAsync()).Count.ShouldBe(4, "there is no vocabulary yet");

        var kept = (await EnterAsync(api, "gram", "Функциональная грамотность")).Expect(HttpStatusCode.Created);
        var renamed = await api.PatchAsync($"/topics/{kept.Id}", new { name = "Грамотность" }, ("If-Match", kept.ETag));
        var reading = (await EnterAsync(api, "read", "Читательская грамотность")).Expect(HttpStatusCode.Created);
        (await SubjectsAsync()).ShouldBe(["Грамотность 2 1", "Оценка 1 0", "Читательская грамотность 1 0"]);
        (
            await api.PostAsync($"/topics/{reading.Id}/merger", new { topicId = kept.Id }, ("If-Match", reading.ETag))
        ).Expect(HttpStatusCode.OK);
        (await SubjectsAsync()).ShouldBe(["Грамотность 3 2", "Оценка 1 0"]);

        var card = await api.GetAsync($"/topics/{kept.Id}");
        (await api.PostAsync($"/topics/{kept.Id}/archiving", null, ("If-Match", card.ETag))).Expect(HttpStatusCode.OK);
        (await SubjectsAsync()).ShouldBe(["Грамотность 3 2", "Оценка 1 0"]);
        renamed.Code.ShouldBe(200);

        async Task NeedAsync(Guid employee, string topic) =>
            (
                await api.PostAsync(
                    "/training-needs",
                    new
                    {
                        organisationId = setting.School,
                        employeeId = employee,
                        topic,
                        year = 2027,
                        source = "survey",
                    }
                )
            ).Expect(HttpStatusCode.Created);

        async Task<List<string>> SubjectsAsync()
        {
            var report = await api.GetAsync("/reports/training-needs?year=2027");
            return
            [
                .. report.Expect(HttpStatusCode.OK)["subjects"]!
                    .AsArray()
                    .Select(one => $"{one!["subject"]} {one["people"]} {one["trained"]}"),
            ];
        }
    }

    [Fact]
    public async Task An_export_finds_programmes_by_every_name_of_their_topic()
    {
        await using var scenario = await DatasetScenario.StartAsync();
        var topic = (await EnterAsync(scenario.Api, "gram", "Функциональная грамотность")).Expect(
            HttpStatusCode.Created
        );
        (
            await scenario.ImportAsync(
                "programmes",
                "Код;Название;Вид;Часы;Линия;Форма обучения;Утверждена;Темы",
                "p-1;Первая;ПК;36;тематическая;очная;01.06.2019;gram",
                "p-2;Вторая;ПК;36;тематическая;очная;01.06.2019;Оценка"
            )
        ).ShouldBe(created: 2);
        (
            await scenario.Api.PatchAsync($"/topics/{topic.Id}", new { name = "Грамотность" }, ("If-Match", topic.ETag))
        ).Expect(HttpStatusCode.OK);

        foreach (var asked in new[] { "грамотность", "функциональная грамотность", "gram" })
        {
            var csv = await scenario.ExportAsync("programmes", "topic=" + Uri.EscapeDataString(asked));
            csv.ShouldContain("p-1", Case.Sensitive, asked);
            csv.ShouldNotContain("p-2", Case.Sensitive, asked);
        }
    }

    private static Task<Answer> EnterAsync(ApiClient api, string code, string name) =>
        api.PostAsync("/topics", new { code, name });

    private static async Task<Answer> TopicsAsync(ApiClient api, string programme, params string[] topics)
    {
        var card = await api.GetAsync(programme);
        return await api.PatchAsync(programme, new { topics }, ("If-Match", card.ETag));
    }

    private static List<string?> Names(Answer programme) => Names(programme.Json!);

    private static List<string?> Names(System.Text.Json.Nodes.JsonNode programme) =>
        [.. programme["topics"]!.AsArray().Select(topic => (string?)topic)];
}
