using System.Collections.Immutable;

namespace MethodCenter.Domain.Career.Attestations;

/// <summary>Conformity of a head in one managing post at one organisation, as known on a day (ATT-25).</summary>
/// <remarks>
/// Readings that the model leaves open, assumed: a decision about a candidate counts once he holds the post; who was never
/// attested owes it since the day of appointment, since one is appointed only after it; a refusal leaves it due at once.
/// </remarks>
/// <param name="Last">The last decision for this post here; null: none.</param>
/// <param name="Valid">The last decision was positive and its term has not run out.</param>
/// <param name="NextDue">A day in the past: overdue since then.</param>
/// <param name="Rule">The rule that set the day.</param>
public sealed record HeadConformity(
    Guid OrganisationId,
    Guid PositionId,
    HeadAttestationFact? Last,
    bool Valid,
    DateOnly NextDue,
    RuleReference Rule
)
{
    /// <summary>One for each managing post held on the day.</summary>
    public static ImmutableArray<HeadConformity> On(DateOnly on, HeadFacts facts) =>
        [
            .. facts
                .Employments.Where(job => job.Period.Contains(on))
                .GroupBy(job => (job.OrganisationId, job.PositionId))
                .Select(jobs =>
                    Of(jobs.Key.OrganisationId, jobs.Key.PositionId, jobs.Min(job => job.Period.From), on, facts)
                ),
        ];

    /// <summary>A head with several posts is one person, attested where he is so in each of them (ATT-25, ATT-26).</summary>
    /// <param name="ofOne">The posts of one person that count.</param>
    public static bool IsAttested(IEnumerable<HeadConformity> ofOne) => ofOne.All(post => post.Valid);

    private static HeadConformity Of(Guid organisationId, Guid positionId, DateOnly since, DateOnly on, HeadFacts facts)
    {
        var last = facts
            .History.Where(fact =>
                fact.OrganisationId == organisationId && fact.PositionId == positionId && fact.DecidedOn <= on
            )
            .MaxBy(fact => fact.DecidedOn);
        return last is null
            ? new(organisationId, positionId, null, false, since, AttestationNorms.Heads)
            : new(
                organisationId,
                positionId,
                last,
                last.ValidUntil >= on,
                last.ValidUntil ?? last.DecidedOn,
                last.Rule
            );
    }
}
