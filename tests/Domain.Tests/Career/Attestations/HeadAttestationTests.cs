using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Norms;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Attestations;

/// <summary>Heads are attested by the founder, outside the procedure of teachers (ATT-25).</summary>
public sealed class HeadAttestationTests
{
    private static readonly Guid Director = new("00000000-0000-0000-0000-0000000000b3");

    private static readonly HeadAttestationDecision Decided = new(
        Ivanova,
        School,
        Director,
        "Аттестационная комиссия администрации",
        AttestationOutcome.Granted,
        Day("10.04.2024")
    );

    private static readonly HeadFacts Working = Heading("01.09.2019");

    [Fact]
    public void A_decision_of_the_founder_holds_for_five_years_unless_the_centre_says_otherwise()
    {
        var decision = Decided with
        {
            Commission = " Аттестационная комиссия администрации ",
            ActNumber = " 77 ",
            ActDate = Day("12.04.2024"),
            Source = " Личное дело ",
        };

        var recorded = Record(decision);

        recorded.Warnings.ShouldBeEmpty();
        var attestation = recorded.Value;
        attestation.ShouldSatisfyAllConditions(
            () => attestation.EmployeeId.ShouldBe(Ivanova),
            () => attestation.OrganisationId.ShouldBe(School),
            () => attestation.PositionId.ShouldBe(Director),
            () => attestation.Commission.ShouldBe("Аттестационная комиссия администрации"),
            () => attestation.DecidedOn.ShouldBe(Day("10.04.2024")),
            () => attestation.Outcome.ShouldBe(AttestationOutcome.Granted),
            () => attestation.ActNumber.ShouldBe("77"),
            () => attestation.ActDate.ShouldBe(Day("12.04.2024")),
            () => attestation.Source.ShouldBe("Личное дело"),
            () => attestation.IsCandidate.ShouldBeFalse(),
            () => attestation.ValidUntil.ShouldBe(Day("10.04.2029")),
            () => attestation.RuleCode.ShouldBe("ATT-25")
        );
        attestation.Events.ShouldBe([new HeadAttestationRecorded(attestation.Id, Ivanova, School)]);
        var local = CentreSays(AttestationNorms.HeadConformityYears, "3", "01.01.2024");
        Record(Decided, norms: local).Value.ValidUntil.ShouldBe(Day("10.04.2027"));
        Record(Decided, norms: local).Value.RuleBasis.ShouldBe("Приказ ИМЦ № 7");
        Record(Decided with { DecidedOn = Day("31.12.2023") }, norms: local)
            .Value.ValidUntil.ShouldBe(Day("31.12.2028"));
    }

    [Fact]
    public void A_refusal_has_no_term() =>
        Record(Decided with { Outcome = AttestationOutcome.Refused }).Value.ValidUntil.ShouldBeNull();

    [Theory]
    [InlineData("11.04.2024")]
    [InlineData("01.09.2024")]
    public void Who_does_not_hold_the_post_yet_is_a_candidate(string from)
    {
        var recorded = Record(Decided, Heading(from));

        recorded.Value.IsCandidate.ShouldBeTrue();
        var warning = recorded.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("head-attestation.candidate");
        warning.Rule!.Code.ShouldBe("ATT-25");
        Record(Decided, Heading("10.04.2024")).Value.IsCandidate.ShouldBeFalse();
    }

    [Fact]
    public void The_form_of_a_decision_is_checked()
    {
        Refuses(Decided with { Commission = " " }, "head-attestation.commission-missing", "/commission");
        Refuses(
            Decided with
            {
                Commission = new string('я', 201),
            },
            "head-attestation.commission-too-long",
            "/commission"
        );
        Record(Decided with { Commission = new string('я', 200) }).Refused.ShouldBeFalse();
        Refuses(Decided with { DecidedOn = Today.AddDays(1) }, "attestation.decided-in-future", "/decidedOn");
        Record(Decided with { DecidedOn = Today }).Refused.ShouldBeFalse();
        Refuses(Decided with { ActDate = Day("09.04.2024") }, "attestation.act-before-decision", "/actDate");
        Record(Decided with { ActDate = Day("10.04.2024") }).Refused.ShouldBeFalse();
        Refuses(Decided with { ActDate = Today.AddDays(1) }, "attestation.act-in-future", "/actDate");
        Record(Decided with { ActDate = Today }).Refused.ShouldBeFalse();
        Refuses(Decided with { ActNumber = new string('9', 51) }, "attestation.act-number-too-long", "/actNumber");
        Record(Decided with { ActNumber = new string('9', 50) }).Refused.ShouldBeFalse();
        Refuses(Decided with { Source = new string('я', 301) }, "attestation.source-too-long", "/source");
        Record(Decided with { Source = new string('я', 300) }).Refused.ShouldBeFalse();
    }

    [Fact]
    public void One_decision_is_entered_once()
    {
        var facts = Working with { History = [Record(Decided).Value.ToFact()] };

        var error = Record(Decided, facts).Error.ShouldNotBeNull();
        error.Code.ShouldBe("head-attestation.already-recorded");
        error.Kind.ShouldBe(ErrorKind.Conflict);
        Record(Decided with { DecidedOn = Day("11.04.2024") }, facts).Refused.ShouldBeFalse();
        Record(Decided with { OrganisationId = OtherSchool }, facts).Refused.ShouldBeFalse();
        Record(Decided with { PositionId = Teacher }, facts).Refused.ShouldBeFalse();
    }

    [Fact]
    public void What_was_entered_by_mistake_is_annulled_with_a_reason()
    {
        var attestation = Record(Decided).Value;
        attestation.ClearEvents();

        attestation.Annul(" ", Today).Error.ShouldBe(AttestationErrors.AnnulmentReasonMissing);
        (attestation.Annul(new string('я', 501), Today).Error?.Code).ShouldBe("attestation.annulment-reason-too-long");
        attestation.Annul(" внесено дважды ", Today).Refused.ShouldBeFalse();

        (attestation.State, attestation.AnnulledOn, attestation.AnnulmentReason).ShouldBe(
            (AttestationState.Annulled, Today, "внесено дважды")
        );
        attestation.Events.ShouldBe([new HeadAttestationAnnulled(attestation.Id, Ivanova, School)]);
        attestation.Annul("ещё раз", Today).Error.ShouldBe(AttestationErrors.AlreadyAnnulled);
    }

    [Fact]
    public void A_head_never_attested_owes_it_since_the_appointment()
    {
        var status = HeadConformity.On(Today, Working).ShouldHaveSingleItem();

        (status.OrganisationId, status.PositionId).ShouldBe((School, Director));
        (status.Last, status.Valid, status.NextDue).ShouldBe((null, false, Day("01.09.2019")));
        status.Rule.Code.ShouldBe("ATT-25");
    }

    [Fact]
    public void The_last_decision_known_that_day_counts_until_its_last_day()
    {
        var first = Record(Decided with { DecidedOn = Day("10.04.2020") }).Value.ToFact();
        var second = Record(Decided with { Outcome = AttestationOutcome.Refused }).Value.ToFact();
        var facts = Working with { History = [second, first] };

        Status("09.04.2020", facts).Last.ShouldBeNull();
        var held = Status("09.04.2024", facts);
        (held.Last, held.Valid, held.NextDue).ShouldBe((first, true, Day("10.04.2025")));
        var refused = Status("10.04.2024", facts);
        (refused.Last, refused.Valid, refused.NextDue).ShouldBe((second, false, Day("10.04.2024")));
        var alone = Working with { History = [first] };
        Status("10.04.2025", alone).Valid.ShouldBeTrue();
        Status("11.04.2025", alone).Valid.ShouldBeFalse();
    }

    [Fact]
    public void A_decision_for_another_school_or_post_does_not_count_here()
    {
        var elsewhere = Record(Decided with { OrganisationId = OtherSchool }).Value.ToFact();
        var otherwise = Record(Decided with { PositionId = Teacher }).Value.ToFact();

        Status("01.03.2026", Working with { History = [elsewhere, otherwise] }).Last.ShouldBeNull();
        HeadConformity.On(Day("31.08.2019"), Working).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("10.04.2019", false)]
    [InlineData("10.04.2023", true)]
    public void A_head_of_two_schools_is_attested_who_is_so_in_both(string? atTheOther, bool attested)
    {
        var facts = Working with
        {
            Employments =
            [
                .. Working.Employments,
                new EmploymentFact(OtherSchool, Director, new Period(Day("01.09.2015"), null)),
            ],
            History = [Record(Decided).Value.ToFact()],
        };
        if (atTheOther is { } day)
        {
            var decision = Decided with { OrganisationId = OtherSchool, DecidedOn = Day(day) };
            facts = facts with { History = [.. facts.History, Record(decision, facts).Value.ToFact()] };
        }

        HeadConformity.IsAttested(HeadConformity.On(Day("10.06.2025"), facts)).ShouldBe(attested);
    }

    private static HeadConformity Status(string on, HeadFacts facts) =>
        HeadConformity.On(Day(on), facts).ShouldHaveSingleItem();

    private static HeadFacts Heading(string from) =>
        new([new EmploymentFact(School, Director, new Period(Day(from), null))], []);

    private static Result<HeadAttestation> Record(
        HeadAttestationDecision decision,
        HeadFacts? facts = null,
        NormSet? norms = null
    ) => HeadAttestation.Record(decision, facts ?? Working, norms ?? Norms, Today);

    private static void Refuses(HeadAttestationDecision decision, string code, string pointer)
    {
        var error = Record(decision).Error.ShouldNotBeNull();
        (error.Code, error.Pointer).ShouldBe((code, pointer));
    }
}
