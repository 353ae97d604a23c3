using System.Collections.Immutable;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Domain.Career.Reports;

/// <summary>A decision of a period, as a report counts it.</summary>
/// <param name="Group">Type of the institution where the person worked.</param>
public sealed record CountedDecision(
    Guid EmployeeId,
    AttestationKind Kind,
    AttestationOutcome Outcome,
    InstitutionGroup Group,
    DateOnly DecidedOn
);

/// <summary>A person of whom decisions were taken in a period: counted once, however many there were (ATT-26).</summary>
/// <param name="Bucket">The best that was granted: highest, first, conformity, or none of them.</param>
/// <param name="Group">Type of the institution of the decision that gave the bucket, the last of several.</param>
/// <param name="Marks">«Педагог-методист» and «педагог-наставник», each once, with the institution: beside the bucket.</param>
public sealed record AttestedPerson(
    QualificationBucket Bucket,
    InstitutionGroup Group,
    ImmutableSortedDictionary<AttestationKind, InstitutionGroup> Marks
)
{
    public static IEnumerable<AttestedPerson> Of(IEnumerable<CountedDecision> decisions) =>
        decisions.GroupBy(decision => decision.EmployeeId).Select(Of);

    private static AttestedPerson Of(IGrouping<Guid, CountedDecision> decisions)
    {
        // Of two of one day the order of the types decides: any will do, if it is always the same.
        var latest = decisions
            .OrderByDescending(decision => decision.DecidedOn)
            .ThenBy(decision => decision.Group)
            .ToList();
        var counted = latest.MinBy(decision => BucketOf(decision))!;
        return new AttestedPerson(
            BucketOf(counted),
            counted.Group,
            latest
                .Where(decision =>
                    decision
                        is {
                            Outcome: AttestationOutcome.Granted,
                            Kind: AttestationKind.Methodist or AttestationKind.Mentor
                        }
                )
                .DistinctBy(decision => decision.Kind)
                .ToImmutableSortedDictionary(decision => decision.Kind, decision => decision.Group)
        );
    }

    private static QualificationBucket BucketOf(CountedDecision decision) =>
        (decision.Outcome, decision.Kind) switch
        {
            (AttestationOutcome.Granted, AttestationKind.Highest) => QualificationBucket.Highest,
            (AttestationOutcome.Granted, AttestationKind.First) => QualificationBucket.First,
            (AttestationOutcome.Granted, AttestationKind.Conformity) => QualificationBucket.Conformity,
            _ => QualificationBucket.None,
        };
}
