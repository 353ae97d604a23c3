using MethodCenter.Domain.Career.Attestations;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Attestations;

public sealed class RecordTests
{
    private static readonly CareerFacts Employed = CareerFacts.None.Working("01.09.2010");

    [Fact]
    public void A_granted_highest_keeps_the_rules_that_admitted_it_and_set_its_term()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.04.2021")).Working("01.09.2010");
        var decision = Decision(AttestationKind.Highest, "20.06.2023", "20.04.2023") with
        {
            ActNumber = " 815-р ",
            ActDate = Day("03.07.2023"),
        };

        var result = Record(decision, facts);

        result.Warnings.ShouldBeEmpty();
        var attestation = result.Value;
        attestation.ShouldSatisfyAllConditions(
            () => attestation.EmployeeId.ShouldBe(Ivanova),
            () => attestation.OrganisationId.ShouldBe(School),
            () => attestation.PositionId.ShouldBe(Teacher),
            () => attestation.Kind.ShouldBe(AttestationKind.Highest),
            () => attestation.Outcome.ShouldBe(AttestationOutcome.Granted),
            () => attestation.AppliedOn.ShouldBe(Day("20.04.2023")),
            () => attestation.DecidedOn.ShouldBe(Day("20.06.2023")),
            () => attestation.ActNumber.ShouldBe("815-р"),
            () => attestation.ActDate.ShouldBe(Day("03.07.2023")),
            () => attestation.ValidUntil.ShouldBe(Day("20.06.2028")),
            () => attestation.RuleCode.ShouldBe("ATT-13"),
            () => attestation.RuleBasis.ShouldContain("276"),
            () => attestation.RuleEdition.ShouldBeNull(),
            () => attestation.TermRuleCode.ShouldBe("ATT-15"),
            () => attestation.TermRuleBasis!.ShouldContain("276"),
            () => attestation.State.ShouldBe(AttestationState.Recorded)
        );
        attestation.Events.ShouldBe([
            new AttestationRecorded(attestation.Id, Ivanova, School, AttestationKind.Highest),
        ]);
    }

    [Fact]
    public void A_claim_of_August_decided_in_September_2023_is_admitted_by_276_and_termed_by_196()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.04.2021")).Working("01.09.2010");

        var attestation = Record(Decision(AttestationKind.Highest, "20.09.2023", "15.08.2023"), facts).Value;

        (attestation.RuleCode, attestation.RuleEdition).ShouldBe(("ATT-13", null));
        (attestation.TermRuleCode, attestation.TermRuleEdition).ShouldBe(("ATT-15", Day("01.09.2023")));
        attestation.ValidUntil.ShouldBeNull();
    }

    [Fact]
    public void The_day_of_application_picks_the_rule_and_the_day_decided_stands_in_for_an_unknown_one()
    {
        var facts = Facts(Granted(AttestationKind.First, "01.06.2023")).Working("01.09.2010");

        var early = Record(Decision(AttestationKind.Highest, "20.09.2023", "15.08.2023"), facts);
        early.Value.RuleEdition.ShouldBeNull();
        early.Warnings[1].Code.ShouldBe("attestation.prior-category-too-recent");
        var unknown = Record(Decision(AttestationKind.Highest, "20.09.2023"), facts);
        unknown.Value.RuleEdition.ShouldBe(Day("01.09.2023"));
    }

    [Fact]
    public void A_refusal_of_the_commission_has_no_term()
    {
        var attestation = Record(
            Decision(AttestationKind.First, "10.04.2024", "01.03.2024", AttestationOutcome.Refused),
            Employed
        ).Value;

        attestation.ValidUntil.ShouldBeNull();
        attestation.TermRuleCode.ShouldBeNull();
        attestation.RuleCode.ShouldBe("ATT-12");
        attestation.ToFact().Rule.Code.ShouldBe("ATT-12");
    }

    [Fact]
    public void A_refusal_of_an_inadmissible_claim_is_kept_with_the_rule_that_bars_it()
    {
        var decision = Decision(AttestationKind.Highest, "10.04.2024", "01.03.2024", AttestationOutcome.Refused);

        Record(decision, Employed).Value.RuleCode.ShouldBe("ATT-13");
        Record(decision, Employed).Value.TakenOver.ShouldBeFalse();
        Record(decision, Employed).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_refusal_within_the_pause_is_kept_with_the_rule_of_the_pause()
    {
        var facts = Facts(Refused(AttestationKind.First, "10.04.2024")).Working("01.09.2010");
        var again = Decision(AttestationKind.First, "20.06.2024", "01.06.2024", AttestationOutcome.Refused);

        Record(again, facts).Value.RuleCode.ShouldBe("ATT-18");
        Record(again with { Outcome = AttestationOutcome.Granted }, facts)
            .Error!.Code.ShouldBe("attestation.refused-recently");
    }

    [Fact]
    public void A_highest_whose_first_is_not_on_record_is_taken_over_with_a_warning()
    {
        var decision = Decision(AttestationKind.Highest, "10.10.2018", "01.09.2018") with
        {
            ActNumber = "3219-р",
            ActDate = Day("31.10.2018"),
            Source = " Список категорий школы на 01.09.2025 ",
        };

        var result = Record(decision, Employed);

        var attestation = result.Value;
        attestation.TakenOver.ShouldBeTrue();
        attestation.Source.ShouldBe("Список категорий школы на 01.09.2025");
        attestation.RuleCode.ShouldBe("ATT-13");
        attestation.ValidUntil.ShouldBe(Day("10.10.2023"));
        var warning = result.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("attestation.no-prior-category");
        warning.Rule!.Code.ShouldBe("ATT-13");
    }

    [Theory]
    [InlineData("Список", null, "31.10.2018")]
    [InlineData("Список", "3219-р", null)]
    [InlineData(" ", "3219-р", "31.10.2018")]
    public void What_is_taken_over_names_its_source_and_its_act(string source, string? number, string? day)
    {
        var decision = Decision(AttestationKind.Highest, "10.10.2018") with
        {
            ActNumber = number,
            ActDate = DayOrNone(day),
            Source = source,
        };

        Record(decision, Employed)
            .Warnings.Select(warning => warning.Code)
            .ShouldBe(["attestation.no-prior-category", "attestation.taken-over-without-source"]);
        Record(decision with { Kind = AttestationKind.First }, Employed).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_may_only_be_missing_in_the_register_is_taken_over()
    {
        TakenOver(AttestationKind.Highest, "20.06.2023", Granted(AttestationKind.First, "10.04.2021", Psychologist))
            .ShouldBe("attestation.prior-category-of-other-position");
        TakenOver(AttestationKind.Methodist, "20.06.2024").ShouldBe("attestation.highest-required");
    }

    [Theory]
    [InlineData(
        AttestationKind.Highest,
        "15.08.2023",
        AttestationKind.First,
        "01.06.2023",
        "prior-category-too-recent"
    )]
    [InlineData(AttestationKind.Highest, "20.06.2023", AttestationKind.First, "10.04.2016", "prior-category-expired")]
    [InlineData(AttestationKind.Mentor, "20.06.2024", AttestationKind.Highest, "10.04.2018", "highest-expired")]
    public void What_an_earlier_decision_contradicts_is_entered_with_a_warning_that_names_it(
        AttestationKind kind,
        string on,
        AttestationKind earlierKind,
        string earlierOn,
        string reason
    )
    {
        var earlier = Granted(earlierKind, earlierOn);

        var result = Record(Decision(kind, on), Facts(earlier).Working("01.09.2010"));

        result.Value.TakenOver.ShouldBeFalse();
        result
            .Warnings.Select(warning => warning.Code)
            .ShouldBe(["attestation.contradicts-earlier", $"attestation.{reason}"]);
        var contradiction = result.Warnings[0];
        contradiction.Params["attestationId"].ShouldBe(earlier.Id);
        contradiction.Params["kind"].ShouldBe(earlierKind);
        contradiction.Params["decidedOn"].ShouldBe(Day(earlierOn));
        contradiction.Rule!.Code.ShouldBe(kind == AttestationKind.Highest ? "ATT-13" : "ATT-22");
    }

    [Fact]
    public void What_the_register_bears_is_not_marked()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.04.2021")).Working("01.09.2010");

        Record(Decision(AttestationKind.Highest, "20.06.2023") with { Source = "Список" }, facts)
            .Value.TakenOver.ShouldBeFalse();
    }

    [Fact]
    public void The_source_has_a_greatest_length()
    {
        var decision = Decision(AttestationKind.First, "10.04.2024");

        Record(decision with { Source = new string('я', 300) }, Employed).Value.Source!.Length.ShouldBe(300);
        Refuses(decision with { Source = new string('я', 301) }, "attestation.source-too-long", "/source")
            .Params["most"]
            .ShouldBe(300);
    }

    [Theory]
    [InlineData(AttestationOutcome.Granted)]
    [InlineData(AttestationOutcome.Refused)]
    public void A_kind_that_does_not_exist_yet_is_neither_granted_nor_refused(AttestationOutcome outcome) =>
        Record(Decision(AttestationKind.Methodist, "31.08.2023", null, outcome), Employed)
            .Error!.Code.ShouldBe("attestation.kind-not-introduced");

    [Fact]
    public void A_fact_carries_the_rule_of_the_term()
    {
        var attestation = Record(Decision(AttestationKind.First, "10.04.2024"), Employed).Value;

        attestation
            .ToFact()
            .ShouldBe(
                new AttestationFact(
                    attestation.Id,
                    AttestationKind.First,
                    Teacher,
                    School,
                    null,
                    Day("10.04.2024"),
                    AttestationOutcome.Granted,
                    null,
                    AttestationRules.ValidUntil(AttestationKind.First, Day("10.04.2024"), Norms).Rule
                )
            );
    }

    [Fact]
    public void A_decision_may_be_of_today_but_not_of_tomorrow()
    {
        Record(Decision(AttestationKind.First, "01.03.2026"), Employed).Refused.ShouldBeFalse();
        Refuses(Decision(AttestationKind.First, "02.03.2026"), "attestation.decided-in-future", "/decidedOn")
            .Params["today"]
            .ShouldBe(Today);
    }

    [Fact]
    public void An_application_may_be_of_the_day_decided_but_not_of_the_day_after()
    {
        Record(Decision(AttestationKind.First, "10.04.2024", "10.04.2024"), Employed).Refused.ShouldBeFalse();
        Refuses(
            Decision(AttestationKind.First, "10.04.2024", "11.04.2024"),
            "attestation.applied-after-decision",
            "/appliedOn"
        )
            .Params["decidedOn"]
            .ShouldBe(Day("10.04.2024"));
    }

    [Fact]
    public void A_conformity_has_no_application() =>
        Refuses(
            Decision(AttestationKind.Conformity, "10.04.2024", "01.03.2024"),
            "attestation.conformity-not-by-application",
            "/appliedOn"
        )
            .Rule!.Code.ShouldBe("ATT-2");

    [Fact]
    public void The_act_follows_the_decision()
    {
        var decision = Decision(AttestationKind.First, "10.04.2024");

        Record(decision with { ActDate = Day("10.04.2024") }, Employed).Refused.ShouldBeFalse();
        Refuses(decision with { ActDate = Day("09.04.2024") }, "attestation.act-before-decision", "/actDate")
            .Rule!.Code.ShouldBe("ATT-17");
    }

    [Fact]
    public void The_act_is_not_of_tomorrow()
    {
        var decision = Decision(AttestationKind.First, "10.04.2024");

        Record(decision with { ActDate = Today }, Employed).Refused.ShouldBeFalse();
        Refuses(decision with { ActDate = Today.AddDays(1) }, "attestation.act-in-future", "/actDate");
    }

    [Fact]
    public void The_number_of_the_act_has_a_greatest_length()
    {
        var decision = Decision(AttestationKind.First, "10.04.2024");

        Record(decision with { ActNumber = new string('9', 50) }, Employed).Value.ActNumber!.Length.ShouldBe(50);
        Refuses(decision with { ActNumber = new string('9', 51) }, "attestation.act-number-too-long", "/actNumber")
            .Params["most"]
            .ShouldBe(50);
        Record(decision with { ActNumber = "  " }, Employed).Value.ActNumber.ShouldBeNull();
    }

    [Fact]
    public void One_decision_is_entered_once()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.04.2024")).Working("01.09.2010");
        var again = Decision(AttestationKind.First, "10.04.2024");

        var error = Record(again, facts).Error.ShouldNotBeNull();
        error.Code.ShouldBe("attestation.already-recorded");
        error.Kind.ShouldBe(ErrorKind.Conflict);
        Record(again with { PositionId = Psychologist }, facts).Refused.ShouldBeFalse();
        Record(again with { DecidedOn = Day("11.04.2024") }, facts).Refused.ShouldBeFalse();
        Record(again with { Kind = AttestationKind.Conformity }, facts).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Only_who_works_there_that_day_can_be_attested_by_the_employer()
    {
        var facts = CareerFacts.None.Working("01.09.2010", "09.04.2024");

        Record(Decision(AttestationKind.Conformity, "09.04.2024"), facts).Refused.ShouldBeFalse();
        var error = Record(Decision(AttestationKind.Conformity, "10.04.2024"), facts).Error.ShouldNotBeNull();
        error.Code.ShouldBe("attestation.not-employed");
        error.Pointer.ShouldBe("/positionId");
        error.Rule!.Code.ShouldBe("ATT-2");
        Record(Decision(AttestationKind.Conformity, "09.04.2024") with { OrganisationId = OtherSchool }, facts)
            .Error!.Code.ShouldBe("attestation.not-employed");
        Record(Decision(AttestationKind.Conformity, "09.04.2024") with { PositionId = Psychologist }, facts)
            .Error!.Code.ShouldBe("attestation.not-employed");
    }

    [Fact]
    public void A_category_of_someone_who_has_left_is_entered_with_a_warning()
    {
        var result = Record(
            Decision(AttestationKind.First, "10.04.2024"),
            CareerFacts.None.Working("01.09.2010", "09.04.2024")
        );

        var warning = result.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("attestation.employed-elsewhere");
        warning.Rule!.Code.ShouldBe("ATT-19");
        result.Value.ValidUntil.ShouldBeNull();
    }

    [Fact]
    public void A_conformity_of_who_holds_a_category_is_entered_with_a_warning()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.04.2019")).Working("01.09.2010");

        var result = Record(Decision(AttestationKind.Conformity, "10.04.2024"), facts);

        var warning = result.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("attestation.conformity-exempt");
        warning.Rule!.Code.ShouldBe("ATT-4");
        warning.Params.Keys.ShouldBe(["decidedOn"]);
        result.Value.ValidUntil.ShouldBe(Day("10.04.2029"));
        Record(Decision(AttestationKind.Conformity, "11.04.2024"), facts).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_after_more_than_ninety_days_is_entered_with_a_warning()
    {
        var ninety = Record(Decision(AttestationKind.First, "31.03.2024", "01.01.2024"), Employed);
        ninety.Warnings.ShouldBeEmpty();

        var result = Record(Decision(AttestationKind.First, "01.04.2024", "01.01.2024"), Employed);
        var warning = result.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("attestation.decided-late");
        warning.Params["days"].ShouldBe(91);
        warning.Params["most"].ShouldBe(90);
        warning.Rule!.Code.ShouldBe("ATT-14");
        Record(
            Decision(AttestationKind.First, "01.04.2024", "01.01.2024"),
            Employed,
            CentreSays(AttestationNorms.ApplicationDays, "31")
        )
            .Warnings.ShouldBeEmpty();
    }

    /// <summary>The first warning of a decision that is taken over.</summary>
    private static string TakenOver(AttestationKind kind, string decidedOn, params AttestationFact[] history)
    {
        var result = Record(Decision(kind, decidedOn), Facts(history).Working("01.09.2010"));
        result.Value.TakenOver.ShouldBeTrue();
        return result.Warnings[0].Code;
    }

    private static Error Refuses(AttestationDecision decision, string code, string pointer)
    {
        var error = Record(decision, Employed).Error.ShouldNotBeNull();
        error.Code.ShouldBe(code);
        error.Kind.ShouldBe(ErrorKind.Unprocessable);
        error.Pointer.ShouldBe(pointer);
        return error;
    }
}
