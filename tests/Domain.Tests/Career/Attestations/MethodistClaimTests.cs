using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Norms;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Attestations;

public sealed class MethodistClaimTests
{
    [Theory]
    [InlineData(AttestationKind.Methodist)]
    [InlineData(AttestationKind.Mentor)]
    public void Methodist_and_mentor_need_a_highest_of_any_post(AttestationKind kind)
    {
        var error = Refuses(kind, "01.10.2024", Facts(Granted(AttestationKind.First, "01.06.2020")));
        error.Code.ShouldBe("attestation.highest-required");
        error.Params["kind"].ShouldBe(kind);
        error.Rule!.Code.ShouldBe("ATT-22");

        var highest = Facts(Granted(AttestationKind.Highest, "01.06.2020", Psychologist));
        Accepts(kind, "01.10.2024", highest).Code.ShouldBe("ATT-22");
    }

    [Fact]
    public void An_expired_highest_does_not_open_the_way_to_methodist()
    {
        var facts = Facts(Granted(AttestationKind.Highest, "15.05.2019"));

        Accepts(AttestationKind.Methodist, "15.05.2024", facts).Code.ShouldBe("ATT-22");
        var error = Refuses(AttestationKind.Methodist, "16.05.2024", facts);
        error.Code.ShouldBe("attestation.highest-expired");
        error.Params["validUntil"].ShouldBe(Day("15.05.2024"));
        error.Rule!.Code.ShouldBe("ATT-22");
        MayClaim(
            AttestationKind.Methodist,
            "16.05.2024",
            facts,
            CentreSays(AttestationNorms.MethodistHighestMustBeValid, "false", "01.09.2023")
        )
            .Error.ShouldBeNull();
    }

    [Fact]
    public void Methodist_and_mentor_do_not_exist_before_order_196()
    {
        var facts = Facts(Granted(AttestationKind.Highest, "15.05.2019"));

        var error = Refuses(AttestationKind.Mentor, "31.08.2023", facts);
        error.Code.ShouldBe("attestation.kind-not-introduced");
        error.Params["on"].ShouldBe(Day("31.08.2023"));
        error.Rule!.Code.ShouldBe("ATT-1");
        Accepts(AttestationKind.Mentor, "01.09.2023", facts).Code.ShouldBe("ATT-22");
    }

    [Fact]
    public void A_refused_methodist_waits_a_year_whatever_the_post_and_may_claim_mentor_meanwhile()
    {
        var facts = Facts(
            Granted(AttestationKind.Highest, "01.10.2023"),
            Refused(AttestationKind.Methodist, "10.04.2024", Psychologist)
        );

        var error = Refuses(AttestationKind.Methodist, "09.04.2025", facts);
        error.Code.ShouldBe("attestation.refused-recently");
        error.Rule!.Code.ShouldBe("ATT-23");
        Accepts(AttestationKind.Methodist, "10.04.2025", facts).Code.ShouldBe("ATT-22");
        Accepts(AttestationKind.Mentor, "11.04.2024", facts).Code.ShouldBe("ATT-22");
    }

    private static Claim MayClaim(AttestationKind kind, string appliedOn, CareerFacts facts, NormSet norms) =>
        AttestationRules.MayClaim(kind, Teacher, Day(appliedOn), facts, norms);

    private static RuleReference Accepts(AttestationKind kind, string appliedOn, CareerFacts facts) =>
        MayClaim(kind, appliedOn, facts, Norms) is { Error: null } claim
            ? claim.Rule
            : throw new InvalidOperationException("The claim is not admitted.");

    private static Error Refuses(AttestationKind kind, string appliedOn, CareerFacts facts) =>
        MayClaim(kind, appliedOn, facts, Norms).Error.ShouldNotBeNull();
}
