using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Territory.Positions;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Attestations;

public sealed class ClaimTests
{
    [Fact]
    public void Nobody_applies_for_conformity()
    {
        var error = Refuses(AttestationKind.Conformity, "04.09.2023", CareerFacts.None);

        error.Code.ShouldBe("attestation.conformity-not-by-application");
        error.Rule!.Code.ShouldBe("ATT-2");
    }

    [Theory]
    [InlineData("31.08.2023", "276", null)]
    [InlineData("01.09.2023", "196", "01.09.2023")]
    public void First_needs_nothing_before_it(string appliedOn, string order, string? edition)
    {
        var rule = Accepts(AttestationKind.First, appliedOn, CareerFacts.None);

        rule.Code.ShouldBe("ATT-12");
        rule.Basis.ShouldContain(order);
        rule.Edition.ShouldBe(DayOrNone(edition));
    }

    [Fact]
    public void First_of_June_2023_is_too_recent_for_the_highest_in_August_2023()
    {
        var error = Refuses(AttestationKind.Highest, "15.08.2023", Facts(Granted(AttestationKind.First, "01.06.2023")));

        error.Code.ShouldBe("attestation.prior-category-too-recent");
        error.Kind.ShouldBe(ErrorKind.Unprocessable);
        error.Pointer.ShouldBe("/appliedOn");
        error.Params["since"].ShouldBe(Day("01.06.2023"));
        error.Params["earliest"].ShouldBe(Day("01.06.2025"));
        error.Rule!.Code.ShouldBe("ATT-13");
        error.Rule.Basis.ShouldContain("276");
    }

    [Fact]
    public void First_of_June_2023_suffices_for_the_highest_in_September_2023()
    {
        var rule = Accepts(AttestationKind.Highest, "04.09.2023", Facts(Granted(AttestationKind.First, "01.06.2023")));

        rule.ShouldBe(
            new RuleReference("ATT-13", "Приказ Минпросвещения России от 24.03.2023 № 196", Day("01.09.2023"))
        );
    }

    [Fact]
    public void The_order_changes_between_31_August_and_1_September_2023()
    {
        var facts = Facts(Granted(AttestationKind.First, "01.06.2023"));

        Refuses(AttestationKind.Highest, "31.08.2023", facts).Rule!.Edition.ShouldBeNull();
        Accepts(AttestationKind.Highest, "01.09.2023", facts).Edition.ShouldBe(Day("01.09.2023"));
    }

    [Theory]
    [InlineData("15.08.2023", "276")]
    [InlineData("04.09.2023", "196")]
    public void Who_never_had_a_category_cannot_claim_the_highest(string appliedOn, string order)
    {
        var error = Refuses(AttestationKind.Highest, appliedOn, CareerFacts.None);

        error.Code.ShouldBe("attestation.no-prior-category");
        error.Pointer.ShouldBe("/kind");
        error.Rule!.Code.ShouldBe("ATT-13");
        error.Rule.Basis.ShouldContain(order);
    }

    [Fact]
    public void A_conformity_and_a_refused_first_are_no_category()
    {
        var facts = Facts(
            Granted(AttestationKind.Conformity, "10.02.2021"),
            Refused(AttestationKind.First, "10.02.2022")
        );

        Refuses(AttestationKind.Highest, "04.09.2023", facts).Code.ShouldBe("attestation.no-prior-category");
    }

    [Fact]
    public void Under_order_276_the_second_anniversary_is_the_first_day_to_apply()
    {
        var facts = Facts(Granted(AttestationKind.First, "20.04.2021"));

        Refuses(AttestationKind.Highest, "19.04.2023", facts).Code.ShouldBe("attestation.prior-category-too-recent");
        Accepts(AttestationKind.Highest, "20.04.2023", facts).Code.ShouldBe("ATT-13");
    }

    [Fact]
    public void Two_years_from_29_February_end_on_28_February()
    {
        var facts = Facts(Granted(AttestationKind.First, "29.02.2020"));

        Refuses(AttestationKind.Highest, "27.02.2022", facts).Code.ShouldBe("attestation.prior-category-too-recent");
        Accepts(AttestationKind.Highest, "28.02.2022", facts).Code.ShouldBe("ATT-13");
    }

    [Fact]
    public void A_first_of_another_post_counts_since_order_196_only()
    {
        var facts = Facts(Granted(AttestationKind.First, "01.06.2019", Psychologist));

        var error = Refuses(AttestationKind.Highest, "31.08.2023", facts);
        error.Code.ShouldBe("attestation.prior-category-of-other-position");
        error.Pointer.ShouldBe("/positionId");
        error.Rule!.Code.ShouldBe("ATT-13");
        Accepts(AttestationKind.Highest, "01.09.2023", facts).Code.ShouldBe("ATT-13");
    }

    [Fact]
    public void An_expired_first_counts_since_order_196_only()
    {
        var facts = Facts(Granted(AttestationKind.First, "01.06.2018"));

        Accepts(AttestationKind.Highest, "01.06.2023", facts).Code.ShouldBe("ATT-13");
        var error = Refuses(AttestationKind.Highest, "02.06.2023", facts);
        error.Code.ShouldBe("attestation.prior-category-expired");
        error.Params["validUntil"].ShouldBe(Day("01.06.2023"));
        error.Rule!.Code.ShouldBe("ATT-13");
        Accepts(AttestationKind.Highest, "01.09.2023", facts).Code.ShouldBe("ATT-13");
    }

    [Fact]
    public void A_first_renewed_in_time_counts_from_its_beginning()
    {
        var facts = Facts(Granted(AttestationKind.First, "15.01.2018"), Granted(AttestationKind.First, "20.12.2022"));

        Accepts(AttestationKind.Highest, "01.06.2023", facts).Code.ShouldBe("ATT-13");
    }

    [Fact]
    public void A_first_set_again_after_a_gap_counts_from_the_new_decision()
    {
        var facts = Facts(Granted(AttestationKind.First, "15.01.2016"), Granted(AttestationKind.First, "20.12.2022"));

        var error = Refuses(AttestationKind.Highest, "01.06.2023", facts);
        error.Code.ShouldBe("attestation.prior-category-too-recent");
        error.Params["since"].ShouldBe(Day("20.12.2022"));
    }

    [Fact]
    public void The_highest_may_be_renewed_under_order_276_even_after_it_expired()
    {
        var facts = Facts(Granted(AttestationKind.Highest, "10.03.2018"));

        Accepts(AttestationKind.Highest, "11.03.2023", facts).Code.ShouldBe("ATT-13");
        MayClaim(
            AttestationKind.Highest,
            "11.03.2023",
            facts,
            CentreSays(AttestationNorms.HighestAfterHighest, "false")
        )
            .Error!.Code.ShouldBe("attestation.no-prior-category");
    }

    [Fact]
    public void A_category_decided_after_the_application_does_not_help()
    {
        var facts = Facts(Granted(AttestationKind.First, "05.09.2023"));

        Refuses(AttestationKind.Highest, "04.09.2023", facts).Code.ShouldBe("attestation.no-prior-category");
        Accepts(AttestationKind.Highest, "05.09.2023", facts).Code.ShouldBe("ATT-13");
    }

    [Fact]
    public void After_a_refusal_the_same_category_is_closed_for_a_year()
    {
        var facts = Facts(Refused(AttestationKind.First, "10.04.2024"));

        var error = Refuses(AttestationKind.First, "09.04.2025", facts);
        error.Code.ShouldBe("attestation.refused-recently");
        error.Pointer.ShouldBe("/appliedOn");
        error.Params["refusedOn"].ShouldBe(Day("10.04.2024"));
        error.Params["earliest"].ShouldBe(Day("10.04.2025"));
        error.Rule!.Code.ShouldBe("ATT-18");
        Accepts(AttestationKind.First, "10.04.2025", facts).Code.ShouldBe("ATT-12");
    }

    [Fact]
    public void A_refusal_closes_neither_another_category_nor_another_post_nor_the_past()
    {
        Accepts(
            AttestationKind.First,
            "01.06.2024",
            Facts(
                Refused(AttestationKind.Highest, "10.04.2024"),
                Refused(AttestationKind.First, "10.04.2024", Psychologist)
            )
        )
            .Code.ShouldBe("ATT-12");
        Accepts(AttestationKind.First, "09.04.2024", Facts(Refused(AttestationKind.First, "10.04.2024")))
            .Code.ShouldBe("ATT-12");
    }

    [Fact]
    public void The_latest_of_several_refusals_counts()
    {
        var facts = Facts(Refused(AttestationKind.First, "10.04.2024"), Refused(AttestationKind.First, "01.02.2023"));

        Refuses(AttestationKind.First, "01.05.2024", facts).Params["earliest"].ShouldBe(Day("10.04.2025"));
    }

    [Fact]
    public void A_centre_may_shorten_the_pause_or_let_it_bind_every_post()
    {
        var refused = Facts(Refused(AttestationKind.First, "10.04.2024", Psychologist));
        var anyPost = CentreSays(AttestationNorms.RefusalPauseSamePosition, "false");
        MayClaim(AttestationKind.First, "01.06.2024", refused, anyPost)
            .Error!.Code.ShouldBe("attestation.refused-recently");

        var same = Facts(Refused(AttestationKind.First, "10.04.2024"));
        var none = CentreSays(AttestationNorms.RefusalPauseYears, "0");
        MayClaim(AttestationKind.First, "10.04.2024", same, none).Error.ShouldBeNull();
    }

    [Fact]
    public void A_norm_of_the_centre_decides_and_is_named_from_its_first_day()
    {
        var facts = Facts(Granted(AttestationKind.First, "01.06.2023"));
        var norms = CentreSays(AttestationNorms.HighestPriorYears, "1", "01.10.2023");

        MayClaim(AttestationKind.Highest, "30.09.2023", facts, norms).Error.ShouldBeNull();
        var error = MayClaim(AttestationKind.Highest, "01.10.2023", facts, norms).Error!;
        error.Code.ShouldBe("attestation.prior-category-too-recent");
        error.Rule.ShouldBe(new RuleReference("ATT-0", "Приказ ИМЦ № 7", Day("01.10.2023")));
    }

    [Fact]
    public void What_is_on_record_contradicts_a_claim_and_what_is_not_leaves_it_open()
    {
        var recent = Granted(AttestationKind.First, "01.06.2023");
        Stands("15.08.2023", AttestationKind.Highest, recent).ShouldBe((ClaimStanding.Contradicted, recent));
        Stands("04.09.2023", AttestationKind.Highest, recent).ShouldBe((ClaimStanding.Admitted, null));
        Stands("15.08.2023", AttestationKind.Highest).ShouldBe((ClaimStanding.NotOnRecord, null));
        Stands("15.08.2023", AttestationKind.Highest, Granted(AttestationKind.First, "01.06.2019", Psychologist))
            .ShouldBe((ClaimStanding.NotOnRecord, null));
        Stands("01.06.2024", AttestationKind.Methodist).ShouldBe((ClaimStanding.NotOnRecord, null));

        var (older, expired) = (
            Granted(AttestationKind.Highest, "01.03.2013"),
            Granted(AttestationKind.Highest, "01.03.2018")
        );
        Stands("01.06.2024", AttestationKind.Mentor, older, expired).ShouldBe((ClaimStanding.Contradicted, expired));

        // A renewal in time does not begin anew: what is too recent is the decision that began it.
        var (begun, renewed) = (
            Granted(AttestationKind.First, "01.09.2021"),
            Granted(AttestationKind.First, "20.12.2022")
        );
        Stands("01.06.2023", AttestationKind.Highest, begun, renewed).ShouldBe((ClaimStanding.Contradicted, begun));
        var first = Granted(AttestationKind.First, "01.06.2018");
        Stands("02.06.2023", AttestationKind.Highest, first).ShouldBe((ClaimStanding.Contradicted, first));

        Stands("01.06.2024", AttestationKind.Conformity).ShouldBe((ClaimStanding.Barred, null));
        Stands("01.06.2023", AttestationKind.Mentor).ShouldBe((ClaimStanding.Barred, null));
        Stands("01.06.2024", AttestationKind.First, Refused(AttestationKind.First, "10.04.2024"))
            .ShouldBe((ClaimStanding.Paused, null));
    }

    private static (ClaimStanding, AttestationFact?) Stands(
        string appliedOn,
        AttestationKind kind,
        params AttestationFact[] history
    )
    {
        var claim = MayClaim(kind, appliedOn, Facts(history), Norms);
        return (claim.Standing, claim.Earlier);
    }

    private static Claim MayClaim(AttestationKind kind, string appliedOn, CareerFacts facts, NormSet norms) =>
        AttestationRules.MayClaim(kind, Teacher, Day(appliedOn), facts, norms);

    private static RuleReference Accepts(AttestationKind kind, string appliedOn, CareerFacts facts) =>
        MayClaim(kind, appliedOn, facts, Norms) is { Error: null } claim
            ? claim.Rule
            : throw new InvalidOperationException("The claim is not admitted.");

    private static Error Refuses(AttestationKind kind, string appliedOn, CareerFacts facts) =>
        MayClaim(kind, appliedOn, facts, Norms).Error.ShouldNotBeNull();

    [Theory]
    [InlineData("teacher", null)]
    [InlineData("lecturer", null)]
    [InlineData("associate-professor", "attestation.position-of-university")]
    [InlineData("assistant-lecturer", "attestation.position-of-university")]
    [InlineData("director", "attestation.position-not-teaching")]
    [InlineData("rector", "attestation.position-not-teaching")]
    [InlineData("librarian", "attestation.position-not-teaching")]
    public void Teaching_posts_are_attested_but_for_those_of_universities(string post, string? code)
    {
        var entry = PositionNomenclature.Entries.Single(one => one.Code == post);

        (AttestationRules.CheckPost(entry.Category, entry.Point, Day("15.01.2024")).Error?.Code).ShouldBe(code);
        AttestationRules.IsAttested(entry.Category, entry.Point).ShouldBe(code is null);
    }

    [Fact]
    public void An_own_teaching_post_of_the_centre_is_attested() =>
        AttestationRules.IsAttested(PositionCategory.Teaching, point: null).ShouldBeTrue();
}
