using System.Collections.Immutable;

namespace MethodCenter.Domain.Career.Attestations;

/// <summary>What the rules of the attestation of heads need to know of one employee.</summary>
/// <param name="Employments">Work in managing posts only.</param>
/// <param name="History">Decisions that count: annulled ones are left out. In any order.</param>
public sealed record HeadFacts(ImmutableArray<EmploymentFact> Employments, ImmutableArray<HeadAttestationFact> History)
{
    /// <summary>Does the person hold the post at the organisation on the day.</summary>
    public bool Employed(Guid organisationId, Guid positionId, DateOnly on) =>
        Employments.Any(job =>
            job.OrganisationId == organisationId && job.PositionId == positionId && job.Period.Contains(on)
        );
}

/// <summary>A decision about a head that counts, as the rules see it.</summary>
/// <param name="ValidUntil">The day when the next is due; null: refused.</param>
public sealed record HeadAttestationFact(
    Guid Id,
    Guid PositionId,
    Guid OrganisationId,
    DateOnly DecidedOn,
    AttestationOutcome Outcome,
    DateOnly? ValidUntil,
    RuleReference Rule
)
{
    internal bool SameAs(HeadAttestationDecision decision) =>
        PositionId == decision.PositionId
        && OrganisationId == decision.OrganisationId
        && DecidedOn == decision.DecidedOn;
}
