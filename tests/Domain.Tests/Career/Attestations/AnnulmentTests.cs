using MethodCenter.Domain.Career.Attestations;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Attestations;

public sealed class AnnulmentTests
{
    private static readonly CareerFacts Employed = CareerFacts.None.Working("01.09.2010");

    [Fact]
    public void An_annulled_attestation_stays_with_the_reason()
    {
        var attestation = Record(Decision(AttestationKind.First, "10.04.2024"), Employed).Value;
        attestation.ClearEvents();

        attestation.Annul(" внесено дважды ", Today).Refused.ShouldBeFalse();

        attestation.State.ShouldBe(AttestationState.Annulled);
        attestation.AnnulmentReason.ShouldBe("внесено дважды");
        attestation.AnnulledOn.ShouldBe(Today);
        attestation.Events.ShouldBe([new AttestationAnnulled(attestation.Id, Ivanova, School, AttestationKind.First)]);
        attestation.Annul("ещё раз", Today).Error.ShouldBe(AttestationErrors.AlreadyAnnulled);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void An_annulment_needs_a_reason(string? reason)
    {
        var attestation = Record(Decision(AttestationKind.First, "10.04.2024"), Employed).Value;

        var error = attestation.Annul(reason, Today).Error.ShouldNotBeNull();
        error.Code.ShouldBe("attestation.annulment-reason-missing");
        attestation.State.ShouldBe(AttestationState.Recorded);
    }

    [Fact]
    public void A_reason_of_annulment_has_a_greatest_length()
    {
        var attestation = Record(Decision(AttestationKind.First, "10.04.2024"), Employed).Value;

        attestation.Annul(new string('я', 501), Today).Error!.Code.ShouldBe("attestation.annulment-reason-too-long");
        attestation.Annul(new string('я', 500), Today).Refused.ShouldBeFalse();
    }
}
