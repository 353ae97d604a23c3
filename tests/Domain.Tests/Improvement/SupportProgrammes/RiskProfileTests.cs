using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Domain.Tests.Improvement.SupportProgrammes;

public sealed class RiskProfileTests
{
    private readonly Participation _school = Support.Participation();

    [Fact]
    public void The_published_profile_has_five_high_four_medium_and_one_low_risk()
    {
        Support.Record(_school, Support.KemerovoEntries()).Refused.ShouldBeFalse();

        _school.CountRisks().ShouldBe(new RiskProfileCounts(High: 5, Medium: 4, Low: 1, Priority: 0));
        _school.CountRisks().Total.ShouldBe(10);
        _school.State.ShouldBe(ParticipationState.Profiled);
        (_school.ProfileSource, _school.ProfileDate).ShouldBe(("ФИОКО, РСП", Support.Profiled));
        _school.Events.ShouldBe([new RiskProfileRecorded(_school.Id, Support.School, "2022")]);
    }

    [Fact]
    public void The_profile_bears_names_and_numbers_of_the_edition_in_its_order()
    {
        var entries = Support.KemerovoEntries();
        entries.Reverse();

        Support.Record(_school, entries);

        _school
            .RiskAssessments.Select(risk => (risk.FactorNumber, risk.FactorName, risk.Level))
            .ShouldBe(
                Support
                    .Edition2022()
                    .Factors.Zip(Support.Kemerovo, (factor, line) => (factor.Number, factor.Name, line.Level))
            );
        _school.RiskAssessments.ShouldAllBe(risk => ((IPart)risk).RootId == _school.Id);
    }

    [Fact]
    public void Wrong_and_repeated_numbers_of_a_source_do_no_harm_beside_names()
    {
        // As printed: number 8 stands twice, so the last lines are one behind.
        int[] printed = [1, 2, 3, 4, 5, 6, 8, 8, 8, 9];
        var entries = Support.Kemerovo.Select(
            (line, index) => new RiskProfileEntry(new RiskFactorReference(line.Name, printed[index]), line.Level)
        );

        Support.Record(_school, [.. entries]).Refused.ShouldBeFalse();

        _school.RiskAssessments.Single(risk => risk.FactorNumber == 7).Level.ShouldBe(RiskLevel.Low);
        _school.RiskAssessments.Single(risk => risk.FactorNumber == 9).Level.ShouldBe(RiskLevel.High);
    }

    [Fact]
    public void Bare_numbers_are_accepted()
    {
        var entries = Support.Kemerovo.Select(
            (line, index) => new RiskProfileEntry(new RiskFactorReference(null, index + 1), line.Level)
        );

        Support.Record(_school, [.. entries]).Refused.ShouldBeFalse();

        _school.CountRisks().ShouldBe(new RiskProfileCounts(5, 4, 1, 0));
    }

    [Fact]
    public void A_factor_of_another_edition_is_unknown_and_the_one_it_displaced_is_missing()
    {
        var entries = Support.KemerovoEntries();
        entries[3] = new RiskProfileEntry(
            new RiskFactorReference(" Низкая учебная мотивация обучающихся ", 4),
            RiskLevel.High
        );

        var error = Support
            .Record(_school, entries)
            .ShouldRefuse("participation.risks-refused", ErrorKind.Unprocessable, null, ("count", 2));

        error
            .Fields[0]
            .ShouldBeThis(
                "participation.factor-unknown",
                ErrorKind.Unprocessable,
                "/factors/3/factor",
                ("factor", "Низкая учебная мотивация обучающихся"),
                ("edition", "2022")
            );
        error
            .Fields[1]
            .ShouldBeThis(
                "participation.factors-missing",
                ErrorKind.Unprocessable,
                "/factors",
                ("count", 1),
                ("factors", "Риски низкой адаптивности учебного процесса")
            );
    }

    [Fact]
    public void An_unknown_number_is_refused_by_itself_when_nothing_is_missing()
    {
        List<RiskProfileEntry> entries =
        [
            .. Support.KemerovoEntries(),
            new RiskProfileEntry(new RiskFactorReference(null, 11), RiskLevel.Low),
        ];

        Support
            .Record(_school, entries)
            .ShouldRefuse(
                "participation.factor-unknown",
                ErrorKind.Unprocessable,
                "/factors/10/factor",
                ("factor", "11"),
                ("edition", "2022")
            )
            .Rule!.Code.ShouldBe("RISK-4");
    }

    [Fact]
    public void A_factor_rated_twice_is_refused_at_its_second_place()
    {
        List<RiskProfileEntry> entries =
        [
            .. Support.KemerovoEntries(),
            new RiskProfileEntry(new RiskFactorReference("НИЗКИЙ УРОВЕНЬ ВОВЛЕЧЁННОСТИ РОДИТЕЛЕЙ"), RiskLevel.Low),
        ];

        Support
            .Record(_school, entries)
            .ShouldRefuse(
                "participation.factor-repeated",
                ErrorKind.Unprocessable,
                "/factors/10/factor",
                ("factor", "Низкий уровень вовлечённости родителей")
            );
    }

    [Fact]
    public void Missing_factors_are_named_in_the_order_of_the_edition()
    {
        var entries = Support.KemerovoEntries();
        entries.RemoveAt(6);
        entries.RemoveAt(1);

        Support
            .Record(_school, entries)
            .ShouldRefuse(
                "participation.factors-missing",
                ErrorKind.Unprocessable,
                "/factors",
                ("count", 2),
                ("factors", "Дефицит педагогических кадров; Высокая доля обучающихся с ОВЗ")
            );
    }

    [Fact]
    public void A_line_without_name_and_number_is_refused()
    {
        List<RiskProfileEntry> entries =
        [
            .. Support.KemerovoEntries(),
            new RiskProfileEntry(new RiskFactorReference(" "), RiskLevel.Low),
        ];

        Support
            .Record(_school, entries)
            .ShouldRefuse("participation.factor-not-named", ErrorKind.Unprocessable, "/factors/10/factor");
    }

    [Fact]
    public void A_profile_by_another_edition_than_that_of_the_cycle_is_refused()
    {
        _school
            .RecordRiskProfile(Support.Edition2021(), Support.KemerovoEntries(), "ФИОКО", Support.Profiled)
            .ShouldRefuse(
                "participation.other-edition",
                ErrorKind.Unprocessable,
                "/edition",
                ("edition", "2021"),
                ("expected", "2022")
            );
    }

    [Fact]
    public void A_school_of_the_cycle_of_2021_is_profiled_by_the_factors_of_2021()
    {
        var programme = Support.Programme();
        programme.OpenCycle(2021, Support.Edition2021(), new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31));
        var assignment = Support.Assignment(new DateOnly(2021, 2, 1)) with { Year = 2021 };
        var school = Participation.Assign(programme, assignment, true, Support.Free, Support.Norms()).Value;
        var edition = Support.Edition2021();
        var entries = edition.Factors.Select(factor => new RiskProfileEntry(
            new RiskFactorReference(factor.Name),
            RiskLevel.Medium
        ));

        school.RecordRiskProfile(edition, [.. entries], "ФИОКО", new DateOnly(2021, 3, 1)).Refused.ShouldBeFalse();

        school.RiskAssessments[8].FactorName.ShouldBe("Низкий уровень дисциплины в классе");
    }

    [Fact]
    public void A_refused_profile_leaves_the_school_as_it_was()
    {
        Support.Record(_school, []).Refused.ShouldBeTrue();

        _school.State.ShouldBe(ParticipationState.Assigned);
        _school.RiskAssessments.ShouldBeEmpty();
        _school.ProfileDate.ShouldBeNull();
        _school.Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_newer_profile_replaces_the_older_whole()
    {
        Support.Record(_school, Support.KemerovoEntries());
        var ids = _school.RiskAssessments.Select(risk => risk.Id).ToList();
        var entries = Support.KemerovoEntries().ConvertAll(entry => entry with { Level = RiskLevel.Low });
        var day = Support.Profiled.AddDays(10);

        _school
            .RecordRiskProfile(Support.Edition2022(), entries, "Повторный опрос", day, replaces: true)
            .Refused.ShouldBeFalse();

        _school.CountRisks().ShouldBe(new RiskProfileCounts(0, 0, 10, 0));
        (_school.ProfileSource, _school.ProfileDate).ShouldBe(("Повторный опрос", day));
        _school.RiskAssessments.Select(risk => risk.Id).ShouldBe(ids);
    }

    [Theory]
    [InlineData("Самодиагностика школы", false, "participation.profile-of-other-source")]
    [InlineData("Самодиагностика школы", true, null)]
    [InlineData(" фиоко, рсп", false, null)]
    public void A_profile_of_another_source_replaces_only_if_it_says_so(string source, bool replaces, string? code)
    {
        Support.Record(_school, Support.KemerovoEntries());
        var calm = Support.KemerovoEntries().ConvertAll(entry => entry with { Level = RiskLevel.Low });

        var second = _school.RecordRiskProfile(Support.Edition2022(), calm, source, Support.Profiled, replaces);

        (second.Error?.Code, second.Error?.Rule?.Code).ShouldBe((code, code is null ? null : "RISK-5"));
        (_school.ProfileSource == source).ShouldBe(code is null);
    }

    [Theory]
    [InlineData("Опрос района", false, "participation.profile-of-other-source")]
    [InlineData("Опрос района", true, null)]
    [InlineData(" школа", false, null)]
    public void An_own_profile_of_another_source_replaces_only_if_it_says_so(string source, bool replaces, string? code)
    {
        var (edition, entries) = (Support.Edition2022(), Support.KemerovoEntries());
        _school.RecordOwnRiskProfile(edition, entries, "Школа", Support.Profiled).Refused.ShouldBeFalse();
        var calm = entries.ConvertAll(entry => entry with { Level = RiskLevel.Low });

        var second = _school.RecordOwnRiskProfile(edition, calm, source, Support.Profiled, replaces);

        (second.Error?.Code, second.Error?.Rule?.Code).ShouldBe((code, code is null ? null : "RISK-5"));
        _school.OwnProfile!.Levels.All(line => line.Level == RiskLevel.Low).ShouldBe(code is null);
    }

    [Fact]
    public void The_own_profile_stands_beside_the_official_one_whole_and_by_any_edition()
    {
        Support.Record(_school, Support.KemerovoEntries());
        var before = _school.CountRisks();
        var calm = Support.KemerovoEntries().ConvertAll(entry => entry with { Level = RiskLevel.Low });

        var own = _school.RecordOwnRiskProfile(Support.Edition2022(), calm, "Школа", Support.Profiled);
        var partial = _school.RecordOwnRiskProfile(Support.Edition2022(), [], "Школа", Support.Profiled);

        own.Refused.ShouldBeFalse();
        partial.Error!.Code.ShouldBe("participation.factors-missing");
        _school.CountRisks().ShouldBe(before);
        (_school.ProfileSource, _school.OwnProfile!.Source).ShouldBe(("ФИОКО, РСП", "Школа"));
        _school.OwnProfile.Levels.Count.ShouldBe(10);
    }

    [Fact]
    public void A_closed_participation_takes_no_own_profile() =>
        Support
            .Participation(ParticipationState.Closed)
            .RecordOwnRiskProfile(Support.Edition2022(), Support.KemerovoEntries(), "Школа", Support.Profiled)
            .Error!.Code.ShouldBe("participation.wrong-state");

    [Fact]
    public void A_profile_dated_before_its_edition_is_doubted()
    {
        var edition = Support.Edition2022();

        Warnings(edition.ValidFrom).ShouldBeEmpty();
        Warnings(edition.ValidFrom.AddDays(-1)).ShouldBe(["participation.profile-before-edition"]);

        IEnumerable<string> Warnings(DateOnly date) =>
            Support
                .Participation()
                .RecordRiskProfile(edition, Support.KemerovoEntries(), "ФИОКО", date)
                .Warnings.Select(warning => warning.Code)
                .ToList();
    }

    [Theory]
    [InlineData("2022", 2022, false)]
    [InlineData("2021", 2022, true)]
    [InlineData("local", 2022, false)]
    public void An_edition_of_another_year_is_told_by_its_name(string code, int year, bool other) =>
        RiskEdition.Register(code, RiskEditionCatalogue.Edition2022).Value.IsOfOtherYear(year).ShouldBe(other);

    [Fact]
    public void A_newer_profile_follows_a_revised_dictionary()
    {
        Support.Record(_school, Support.KemerovoEntries());
        var edition = Support.Edition2022();
        edition.Revise(RiskEditionCatalogue.Edition2022 with { FactorNames = ["Новый фактор"] });

        _school.RiskAssessments[0].FactorName.ShouldBe("Низкий уровень оснащения школы");
        _school
            .RecordRiskProfile(
                edition,
                [new RiskProfileEntry(new RiskFactorReference("новый фактор"), RiskLevel.High)],
                "ФИОКО, РСП",
                Support.Profiled
            )
            .Refused.ShouldBeFalse();

        _school.RiskAssessments.Select(risk => risk.FactorName).ShouldBe(["Новый фактор"]);
    }
}
