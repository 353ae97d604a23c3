namespace MethodCenter.Api.Tests.Improvement.SupportProgrammes;

public sealed class SupportProgrammeTests(SupportService support) : IClassFixture<SupportService>
{
    private static readonly string[] TwoFactors = ["Нехватка учителей физики", "Ветхое здание"];

    [Fact]
    public async Task A_new_centre_knows_the_editions_of_2021_and_2022()
    {
        var scenario = await support.ScenarioAsync();

        var list = (await scenario.Api.GetAsync("/risk-editions")).Expect(HttpStatusCode.OK);

        list["items"]!.AsArray().Select(item => (string?)item!["code"]).ShouldBe(["2021", "2022"]);
        list["items"]!.AsArray().Select(item => (int)item!["factors"]!).ShouldBe([10, 10]);
        ((string?)list["items.0.confidence"]).ShouldBe("assumed");
        var edition = await scenario.Api.GetAsync($"/risk-editions/{list["items.1.id"]}");
        ((string?)edition["factors.6"]).ShouldBe("Высокая доля обучающихся с ОВЗ");
    }

    [Fact]
    public async Task A_programme_is_registered_changed_and_found()
    {
        var scenario = await support.ScenarioAsync();
        var path = $"/support-programmes/{scenario.Programme}";
        var before = await scenario.Api.GetAsync(path);

        var changed = await scenario.Api.PatchAsync(
            path,
            new { basis = "Письмо Рособрнадзора" },
            ("If-Match", before.ETag)
        );

        changed.Code.ShouldBe(200);
        ((string?)changed["name"]).ShouldBe("Проект «500+»");
        ((string?)changed["basis"]).ShouldBe("Письмо Рособрнадзора");
        ((int)changed["cycles.0.year"]!).ShouldBe(2022);
        ((string?)changed["cycles.0.edition"]).ShouldBe("2022");
        (await scenario.Api.PatchAsync(path, new { name = "Иное" }, ("If-Match", before.ETag))).Code.ShouldBe(412);
        (await scenario.Api.PatchAsync(path, new { name = "Иное" })).Code.ShouldBe(428);
        var found = await scenario.Api.GetAsync("/support-programmes?q=ПРОЕКТ&year=2022");
        found["items"]!.AsArray().Count.ShouldBe(1);
        (await scenario.Api.GetAsync("/support-programmes?year=2030"))["items"]!.AsArray().Count.ShouldBe(0);
    }

    [Fact]
    public async Task Codes_and_years_are_taken_once()
    {
        var scenario = await support.ScenarioAsync();
        var cycles = $"/support-programmes/{scenario.Programme}/cycles";
        var edition = new
        {
            code = "2022",
            validFrom = "2022-01-01",
            source = "Свой перечень",
            confidence = "local",
            factors = TwoFactors,
        };

        var programme = await scenario.Api.PostAsync("/support-programmes", new { code = "500", name = "Вторая" });
        var cycle = await scenario.Api.PostAsync(cycles, SupportScenario.Cycle(2022));
        var again = await scenario.Api.PostAsync("/risk-editions", edition);

        (programme.Code, programme.FieldErrors.Single()).ShouldBe((409, "/code support-programme.code-taken"));
        (cycle.Code, cycle.FieldErrors.Single()).ShouldBe((409, "/year support-programme.cycle-exists"));
        (again.Code, again.FieldErrors.Single()).ShouldBe((409, "/code support-programme.edition-code-taken"));
    }

    [Fact]
    public async Task A_cycle_needs_a_known_edition_and_days_that_touch_its_year()
    {
        var scenario = await support.ScenarioAsync();
        var cycles = $"/support-programmes/{scenario.Programme}/cycles";

        var edition = await scenario.Api.PostAsync(cycles, SupportScenario.Cycle(2023, "1999"));
        var days = await scenario.Api.PostAsync(
            cycles,
            new
            {
                year = 2025,
                edition = "2022",
                startsOn = "2022-12-01",
                endsOn = "2023-12-31",
            }
        );

        edition.FieldErrors.ShouldBe(["/edition support-programme.edition-unknown"]);
        days.FieldErrors.ShouldBe(["/year support-programme.cycle-outside-year"]);
    }

    [Fact]
    public async Task A_revised_edition_leaves_recorded_profiles_as_they_are()
    {
        var scenario = await support.ScenarioAsync();
        var profiled = await scenario.ProfiledAsync();
        var list = await scenario.Api.GetAsync("/risk-editions?sort=-code&limit=1");
        var path = $"/risk-editions/{list["items.0.id"]}";
        var edition = await scenario.Api.GetAsync(path);
        var body = new
        {
            validFrom = "2022-01-01",
            source = "Уточнённый перечень",
            confidence = "local",
            factors = TwoFactors,
        };

        var revised = await scenario.Api.PutAsync(path, body, ("If-Match", edition.ETag));

        revised.Code.ShouldBe(200);
        revised["factors"]!.AsArray().Select(name => (string?)name).ShouldBe(TwoFactors);
        (await scenario.Api.PutAsync(path, body, ("If-Match", edition.ETag))).Code.ShouldBe(412);
        (await scenario.Api.PutAsync(path, body)).Code.ShouldBe(428);
        var after = await scenario.Api.GetAsync($"{scenario.Participations}/{profiled.Id}");
        after["risks"]!.ToJsonString().ShouldBe(profiled["risks"]!.ToJsonString());
    }

    [Fact]
    public async Task An_edition_has_factors_and_no_name_twice()
    {
        var scenario = await support.ScenarioAsync();

        var empty = await RegisterAsync(scenario);
        var repeated = await RegisterAsync(scenario, "Кадры", "Здание", "КАДРЫ", "здание");

        (empty.Code, empty.FieldErrors.Single()).ShouldBe((422, "/factors support-programme.edition-without-factors"));
        repeated.Code.ShouldBe(422);
        repeated.FieldErrors.ShouldBe([
            "/factors/2 support-programme.factor-name-repeated",
            "/factors/3 support-programme.factor-name-repeated",
        ]);
    }

    private static Task<TestKit.Answer> RegisterAsync(SupportScenario scenario, params string[] factors) =>
        scenario.Api.PostAsync(
            "/risk-editions",
            new
            {
                code = "2025",
                validFrom = "2025-01-01",
                source = "Свой перечень",
                confidence = "local",
                factors,
            }
        );
}
