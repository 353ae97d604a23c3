namespace MethodCenter.Api.Tests.Improvement.SupportProgrammes;

public sealed class ParticipationLifeTests(SupportService support) : IClassFixture<SupportService>
{
    private static readonly object HighRisks = new
    {
        choices = new[] { 1, 2, 4, 5, 9 }.Select(number => new { number }),
        on = "2022-03-25",
    };

    [Fact]
    public async Task The_published_profile_has_five_high_four_medium_and_one_low_risk()
    {
        var scenario = await support.ScenarioAsync();

        var profiled = await scenario.ProfiledAsync();

        ((string?)profiled["state"]).ShouldBe("profiled");
        profiled["riskCounts"]!.ToJsonString().ShouldBe("""{"high":5,"medium":4,"low":1,"priority":0}""");
        var risks = profiled["risks"]!.AsArray();
        risks.Select(risk => (int)risk!["number"]!).ShouldBe(Enumerable.Range(1, 10));
        risks.Select(risk => (string?)risk!["level"]).ShouldBe(SupportScenario.Published.Select(line => line.Level));

        // The name is that of the edition, not the spelling of the source.
        ((string?)risks[9]!["factor"]).ShouldBe("Низкий уровень вовлечённости родителей");
        var list = await scenario.Api.GetAsync(scenario.Participations + "?state=profiled&year=2022");
        ((int)list["items.0.highRisks"]!).ShouldBe(5);
        ((string?)list["items.0.organisation.shortName"]).ShouldBe("Металлплощадская СОШ");
    }

    [Fact]
    public async Task A_newer_profile_replaces_the_older_whole()
    {
        var scenario = await support.ScenarioAsync();
        var profiled = await scenario.ProfiledAsync();
        var calm = new
        {
            source = "Повторный профиль",
            replaces = true,
            date = "2022-03-01",
            factors = Enumerable.Range(1, 10).Select(number => new { number, level = "low" }),
        };

        var again = (await scenario.PutAsync(profiled, "risk-profile", calm)).Expect(HttpStatusCode.OK);

        again["riskCounts"]!.ToJsonString().ShouldBe("""{"high":0,"medium":0,"low":10,"priority":0}""");
        again.ETag.ShouldBe("\"3\"");
    }

    [Fact]
    public async Task A_profile_of_another_source_stands_beside_the_official_one_and_replaces_nothing()
    {
        var scenario = await support.ScenarioAsync();
        var profiled = await scenario.ProfiledAsync();
        object Calm(string origin) =>
            new
            {
                origin,
                source = "Самодиагностика школы",
                date = "2021-03-01",
                factors = Enumerable.Range(1, 10).Select(number => new { number, level = "low" }),
            };

        var refused = await scenario.PutAsync(profiled, "risk-profile", Calm("official"));
        var beside = (await scenario.PutAsync(profiled, "risk-profile", Calm("own"))).Expect(HttpStatusCode.OK);

        refused.Code.ShouldBe(409);
        refused.FieldErrors.ShouldBe(["/source participation.profile-of-other-source"]);
        ((string?)beside["profileSource"]).ShouldBe("Рисковый профиль школы, ФИОКО");
        beside["riskCounts"]!.ToJsonString().ShouldBe(profiled["riskCounts"]!.ToJsonString());
        ((string?)beside["ownProfile"]!["source"]).ShouldBe("Самодиагностика школы");
        beside["ownProfile"]!["levels"]!
            .AsArray()
            .Select(one => (string?)one!["level"])
            .ShouldAllBe(one => one == "low");
        beside["warnings"]!
            .AsArray()
            .Select(one => (string?)one!["code"])
            .ShouldBe(["participation.profile-before-edition"]);
        var read = await scenario.Api.GetAsync($"{scenario.Participations}/{beside.Id}");
        read["ownProfile"]!["levels"]!.AsArray().Count.ShouldBe(10);
    }

    [Fact]
    public async Task The_whole_way_of_a_school()
    {
        var scenario = await support.ScenarioAsync();
        var profiled = await scenario.ProfiledAsync();

        var planned = (await scenario.PutAsync(profiled, "priority-risks", HighRisks)).Expect(HttpStatusCode.OK);
        var started = (await scenario.PostAsync(planned, "start", new { on = "2022-04-01" })).Expect(HttpStatusCode.OK);
        var closed = await scenario.PostAsync(
            started,
            "closure",
            new { outcome = "exitedLowResults", on = "2022-12-20" }
        );

        ((string?)planned["state"]).ShouldBe("planned");
        ((int)planned["riskCounts.priority"]!).ShouldBe(5);
        ((string?)started["state"]).ShouldBe("inProgress");
        closed.Code.ShouldBe(200);
        closed["warnings"]!
            .AsArray()
            .Select(one => (string?)one!["code"])
            .ShouldBe(["participation.documents-missing", "participation.exit-unconfirmed"]);
        ((string?)closed["state"]).ShouldBe("closed");
        ((string?)closed["outcome"]).ShouldBe("exitedLowResults");
        ((string?)closed["closedOn"]).ShouldBe("2022-12-20");
        closed.ETag.ShouldBe("\"5\"");
    }

    [Theory]
    [InlineData("ru", "Участие в состоянии «назначена», а нужно: профиль получен, план составлен.")]
    [InlineData("en", "The participation is in the state “assigned”; needed: profile received, planned.")]
    public async Task A_step_out_of_turn_is_refused_in_words_of_the_caller(string language, string words)
    {
        var scenario = await support.ScenarioAsync();
        var assigned = await scenario.AssignedAsync();

        var refused = await scenario.Api.PutAsync(
            $"{scenario.Participations}/{assigned.Id}/priority-risks",
            HighRisks,
            ("If-Match", assigned.ETag),
            ("Accept-Language", language)
        );

        refused.Code.ShouldBe(409);
        refused.ErrorCode.ShouldBe("participation.wrong-state");
        ((string)refused["detail"]!).ShouldStartWith(words);
        refused["params.expected"]!.ToJsonString().ShouldBe("""["profiled","planned"]""");
    }

    [Fact]
    public async Task Every_wrong_factor_is_named_with_its_place()
    {
        var scenario = await support.ScenarioAsync();
        var assigned = await scenario.AssignedAsync();
        var wrong = new
        {
            source = "ФИОКО",
            date = "2022-02-15",
            factors = new object[]
            {
                new { factor = "Нехватка мела", level = "high" },
                new { level = "low" },
                new { factor = " низкий  уровень оснащения ШКОЛЫ".Trim(), level = "low" },
                new { number = 1, level = "low" },
            },
        };

        var refused = await scenario.PutAsync(assigned, "risk-profile", wrong);

        refused.Code.ShouldBe(422);
        refused.ErrorCode.ShouldBe("participation.risks-refused");
        refused.FieldErrors.ShouldBe([
            "/factors/0/factor participation.factor-unknown",
            "/factors/1/factor participation.factor-not-named",
            "/factors/3/factor participation.factor-repeated",
            "/factors participation.factors-missing",
        ]);
        var after = await scenario.Api.GetAsync($"{scenario.Participations}/{assigned.Id}");
        after.ETag.ShouldBe(assigned.ETag);
    }

    [Fact]
    public async Task A_profile_that_lacks_one_factor_says_which()
    {
        var scenario = await support.ScenarioAsync();

        var refused = await scenario.PutAsync(
            await scenario.AssignedAsync(),
            "risk-profile",
            SupportScenario.Profile(index => index != 6)
        );

        refused.FieldErrors.ShouldBe(["/factors participation.factors-missing"]);
        ((string?)refused["params.factors"]).ShouldBe("Высокая доля обучающихся с ОВЗ");
        ((string?)refused["rule.code"]).ShouldBe("RISK-4");
    }

    [Theory]
    [InlineData("2021", "participation.other-edition")]
    [InlineData("1999", "support-programme.edition-unknown")]
    public async Task A_profile_by_another_edition_is_refused(string edition, string code)
    {
        var scenario = await support.ScenarioAsync();
        var assigned = await scenario.AssignedAsync();
        var factors = new[] { new { number = 1, level = "low" } };

        var refused = await scenario.PutAsync(
            assigned,
            "risk-profile",
            new
            {
                edition,
                source = "ФИОКО",
                date = "2022-02-15",
                factors,
            }
        );

        refused.Code.ShouldBe(422);
        refused.FieldErrors.ShouldBe(["/edition " + code]);
    }

    [Fact]
    public async Task A_low_risk_chosen_and_a_high_one_left_out_need_reasons()
    {
        var scenario = await support.ScenarioAsync();
        var profiled = await scenario.ProfiledAsync();
        var choices = new[] { 1, 2, 4, 7 }.Select(number => new { number });

        var refused = await scenario.PutAsync(
            profiled,
            "priority-risks",
            new
            {
                choices,
                leftOut = new[] { new { number = 5 } },
                on = "2022-03-25",
            }
        );

        refused.Code.ShouldBe(422);
        refused.FieldErrors.ShouldBe([
            "/leftOut/0/reason participation.high-risk-needs-reason",
            "/choices/3/reason participation.low-risk-needs-reason",
            "/leftOut participation.high-risk-needs-reason",
        ]);
    }

    [Fact]
    public async Task An_empty_place_in_a_list_is_refused_as_such()
    {
        var scenario = await support.ScenarioAsync();

        var refused = await scenario.PutAsync(
            await scenario.ProfiledAsync(),
            "priority-risks",
            new { choices = new object?[] { null, new { number = 99 } } }
        );

        refused.Code.ShouldBe(400);
        refused.FieldErrors.ShouldBe(["/choices/0 validation.required", "/choices/1/number validation.out-of-range"]);
    }

    [Fact]
    public async Task No_dynamics_needs_a_comment()
    {
        var scenario = await support.ScenarioAsync();
        var planned = (await scenario.PutAsync(await scenario.ProfiledAsync(), "priority-risks", HighRisks)).Expect(
            HttpStatusCode.OK
        );
        var started = (await scenario.PostAsync(planned, "start", new { on = "2022-04-01" })).Expect(HttpStatusCode.OK);

        var refused = await scenario.PostAsync(started, "closure", new { outcome = "noDynamics", on = "2022-12-20" });

        refused.FieldErrors.ShouldBe(["/comment participation.comment-required"]);
        ((string?)refused["rule.code"]).ShouldBe("RISK-12");
    }

    [Fact]
    public async Task A_change_needs_the_revision_that_was_read()
    {
        var scenario = await support.ScenarioAsync();
        var assigned = await scenario.AssignedAsync();
        var path = $"{scenario.Participations}/{assigned.Id}/";
        (await scenario.PutAsync(assigned, "risk-profile", SupportScenario.Profile())).Expect(HttpStatusCode.OK);

        foreach (var part in new[] { "risk-profile", "priority-risks", "curator", "coordinator" })
        {
            var body = part switch
            {
                "risk-profile" => SupportScenario.Profile(),
                "priority-risks" => HighRisks,
                "curator" => new { curatorId = scenario.Coordinator },
                _ => (object)new { coordinatorId = scenario.Curator },
            };
            (await scenario.Api.PutAsync(path + part, body)).Code.ShouldBe(428, part);
            (await scenario.PutAsync(assigned, part, body)).Code.ShouldBe(412, part);
        }

        (await scenario.Api.PostAsync(path + "start", new { })).Code.ShouldBe(428);
        (await scenario.PostAsync(assigned, "start", new { })).Code.ShouldBe(412);
        (await scenario.Api.PostAsync(path + "closure", new { outcome = "noDynamics" })).Code.ShouldBe(428);
        (await scenario.PostAsync(assigned, "closure", new { outcome = "noDynamics" })).Code.ShouldBe(412);
    }

    [Fact]
    public async Task A_participation_is_not_there_for_another_centre_or_under_another_programme()
    {
        var (scenario, other) = (await support.ScenarioAsync(), await support.ScenarioAsync());
        var assigned = await scenario.AssignedAsync();

        (await other.Api.GetAsync($"{scenario.Participations}/{assigned.Id}")).Code.ShouldBe(404);
        (await other.Api.GetAsync(scenario.Participations)).Code.ShouldBe(404);
        (await other.AssignAsync(by: scenario.Api)).Code.ShouldBe(404);
        (await other.Api.GetAsync($"{other.Participations}/{assigned.Id}")).Code.ShouldBe(404);
        (await other.PutAsync(assigned, "risk-profile", SupportScenario.Profile())).Code.ShouldBe(404);
    }
}
