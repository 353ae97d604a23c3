using System.Collections.Immutable;

namespace MethodCenter.Domain.Career.Attestations;

/// <summary>What the rules of attestation need to know of one employee; put together by the handler.</summary>
/// <param name="Employments">
/// Work in attested posts only: neither of heads, whom the founder attests (ATT-25), nor of professors (ATT-1).
/// </param>
/// <param name="Absences">Absences that exempt from conformity (ATT-4).</param>
/// <param name="History">Attestations that count: annulled ones are left out. In any order.</param>
public sealed record CareerFacts(
    ImmutableArray<EmploymentFact> Employments,
    ImmutableArray<AbsenceFact> Absences,
    ImmutableArray<AttestationFact> History
)
{
    public static readonly CareerFacts None = new([], [], []);

    /// <summary>Does the person work in the post at the organisation on the day.</summary>
    public bool Employed(Guid organisationId, Guid positionId, DateOnly on) =>
        Employments.Any(job =>
            job.OrganisationId == organisationId && job.PositionId == positionId && job.Period.Contains(on)
        );
}

/// <summary>Work of the employee in one post at one organisation.</summary>
public sealed record EmploymentFact(Guid OrganisationId, Guid PositionId, Period Period);

/// <summary>Why an absence exempts from conformity (ATT-4 c–f).</summary>
public enum AbsenceCause
{
    /// <summary>Беременность.</summary>
    Pregnancy,

    /// <summary>Maternity leave.</summary>
    MaternityLeave,

    /// <summary>Parental leave until the child is three years old.</summary>
    ParentalLeave,

    /// <summary>Болезнь; exempts only when it lasts longer than the norm, in a row.</summary>
    LongIllness,
}

/// <summary>An absence; an open end means that the person has not returned.</summary>
public sealed record AbsenceFact([property: PersonalData] AbsenceCause Cause, [property: PersonalData] Period Period);

/// <summary>An attestation that counts, as the rules see it.</summary>
/// <param name="ValidUntil">Last day in force; for conformity: day when the next is due; null: no end, or
/// refused.</param>
/// <param name="Rule">The rule that set the term; for a refusal the rule of the claim.</param>
public sealed record AttestationFact(
    Guid Id,
    AttestationKind Kind,
    Guid PositionId,
    Guid OrganisationId,
    DateOnly? AppliedOn,
    DateOnly DecidedOn,
    AttestationOutcome Outcome,
    DateOnly? ValidUntil,
    RuleReference Rule
);
