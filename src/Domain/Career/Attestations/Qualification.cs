using System.Collections.Immutable;
using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Career.Attestations;

/// <summary>The one row of a report into which a person goes (ATT-26): the first that applies.</summary>
public enum QualificationBucket
{
    /// <summary>Highest category.</summary>
    Highest,

    /// <summary>First category.</summary>
    First,

    /// <summary>Conformity with the post, still valid.</summary>
    Conformity,

    /// <summary>Neither a category nor a valid conformity.</summary>
    None,
}

/// <summary>What an employee is attested for on one day, as known on that day.</summary>
/// <remarks>
/// Total: any history gives an answer. Categories stay with the person who moves or leaves (ATT-19); conformity is tied
/// to the post and the employer, so it is asked for the posts held that day. Later decisions do not look back.
/// </remarks>
/// <param name="Categories">Valid categories, one for each kind and post: highest, first, methodist, mentor.</param>
/// <param name="Category">The highest-ranking of first and highest; of equal ones that held longest.</param>
/// <param name="IsMethodist">Holds «педагог-методист»: a flag beside the bucket (ATT-26).</param>
/// <param name="IsMentor">Holds «педагог-наставник»: a flag beside the bucket (ATT-26).</param>
/// <param name="Conformities">One for each post held that day.</param>
/// <param name="Rule">The rule that put the person into the row.</param>
public sealed record Qualification(
    DateOnly Date,
    QualificationBucket Bucket,
    CategorySpan? Category,
    bool IsMethodist,
    bool IsMentor,
    ImmutableArray<CategorySpan> Categories,
    ImmutableArray<ConformityStatus> Conformities,
    RuleReference Rule
)
{
    public static Qualification On(DateOnly date, CareerFacts facts, NormSet norms)
    {
        var categories = CategorySpan
            .AsOf(date, facts)
            .Where(span => span.Covers(date))
            .OrderBy(span => Rank(span.Kind))
            .ThenBy(span => span.Since)
            .ThenBy(span => span.PositionId)
            .ToImmutableArray();
        var conformities = facts
            .Employments.Where(job => job.Period.Contains(date))
            .Select(job => (job.OrganisationId, job.PositionId))
            .Distinct()
            .Select(post => ConformityRules.Status(post.OrganisationId, post.PositionId, date, facts, norms))
            .OfType<ConformityStatus>()
            .ToImmutableArray();
        var category = categories.FirstOrDefault(span => Rank(span.Kind) < Rank(AttestationKind.Methodist));
        var conformity = conformities.FirstOrDefault(status => status.Valid);
        var bucket = category?.Kind switch
        {
            AttestationKind.Highest => QualificationBucket.Highest,
            AttestationKind.First => QualificationBucket.First,
            _ => conformity is null ? QualificationBucket.None : QualificationBucket.Conformity,
        };
        return new(
            date,
            bucket,
            category,
            categories.Any(span => span.Kind is AttestationKind.Methodist),
            categories.Any(span => span.Kind is AttestationKind.Mentor),
            categories,
            conformities,
            category?.Rule ?? conformity?.Last?.Rule ?? AttestationNorms.Reporting
        );
    }

    private static int Rank(AttestationKind kind) =>
        kind switch
        {
            AttestationKind.Highest => 0,
            AttestationKind.First => 1,
            AttestationKind.Methodist => 2,
            _ => 3,
        };
}
