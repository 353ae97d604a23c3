namespace MethodCenter.Domain.Career.Attestations;

/// <summary>What is entered about a decision of the founder's commission about a head (ATT-25).</summary>
/// <param name="EmployeeId">Who was attested.</param>
/// <param name="OrganisationId">The organisation that the person heads or is to head.</param>
/// <param name="PositionId">The managing post.</param>
/// <param name="Commission">The commission that decided.</param>
/// <param name="DecidedOn">Day of the decision.</param>
public sealed record HeadAttestationDecision(
    Guid EmployeeId,
    Guid OrganisationId,
    Guid PositionId,
    string Commission,
    AttestationOutcome Outcome,
    DateOnly DecidedOn
)
{
    /// <summary>Number of the founder's act.</summary>
    public string? ActNumber { get; init; }

    /// <summary>Day of that act, never before the decision.</summary>
    public DateOnly? ActDate { get; init; }

    /// <summary>From what the decision is known.</summary>
    public string? Source { get; init; }
}
