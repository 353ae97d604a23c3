namespace MethodCenter.Domain.Career.Attestations;

/// <summary>What is entered about a decision of an attestation commission.</summary>
/// <param name="EmployeeId">Who was attested.</param>
/// <param name="OrganisationId">The employer on the day of the decision.</param>
/// <param name="PositionId">The post for which the decision was taken.</param>
/// <param name="DecidedOn">Day of the commission's decision: the decision is in force from it (ATT-17).</param>
public sealed record AttestationDecision(
    Guid EmployeeId,
    Guid OrganisationId,
    Guid PositionId,
    AttestationKind Kind,
    AttestationOutcome Outcome,
    DateOnly DecidedOn
)
{
    /// <summary>Day of the application; null: not known, or conformity, for which nobody applies (ATT-2).</summary>
    public DateOnly? AppliedOn { get; init; }

    /// <summary>Number of the act that published the decision.</summary>
    public string? ActNumber { get; init; }

    /// <summary>Day of that act, never before the decision (ATT-17).</summary>
    public DateOnly? ActDate { get; init; }

    /// <summary>From what the decision is known, where the centre was not told of it when it was taken.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// The day whose norms say who may claim (GEN-1); an unknown application counts as made on the day decided.
    /// </summary>
    public DateOnly ClaimedOn => AppliedOn ?? DecidedOn;
}
