namespace MethodCenter.Domain.Career.Attestations;

/// <summary>An unbroken time in which a person holds one category for one post.</summary>
/// <param name="Since">Day of the decision that began it (ATT-17).</param>
/// <param name="Until">Last day in force; null: without end.</param>
/// <param name="Rule">The rule that set the end.</param>
/// <param name="AttestationId">The decision that set the end.</param>
public sealed record CategorySpan(
    AttestationKind Kind,
    Guid PositionId,
    DateOnly Since,
    DateOnly? Until,
    RuleReference Rule,
    Guid AttestationId
)
{
    public bool Covers(DateOnly day) => new Period(Since, Until).Contains(day);

    /// <summary>The decision from which the category is held without a break.</summary>
    internal AttestationFact BegunBy(CareerFacts facts) =>
        facts.History.First(fact =>
            fact.Kind == Kind
            && fact.PositionId == PositionId
            && fact.Outcome is AttestationOutcome.Granted
            && fact.DecidedOn == Since
        );

    /// <summary>The decision that set the end.</summary>
    internal AttestationFact EndedBy(CareerFacts facts) => facts.History.First(fact => fact.Id == AttestationId);

    /// <summary>Spans of all categories, as known on a day: later decisions are not known yet.</summary>
    /// <remarks>
    /// A later decision on the same category and post replaces the term of the earlier one. It continues the span when
    /// it came before the term ran out or on the next day; after a gap a new span begins. The old one stays known.
    /// </remarks>
    internal static List<CategorySpan> AsOf(DateOnly day, CareerFacts facts)
    {
        var spans = new List<CategorySpan>();
        var grants = facts
            .History.Where(fact =>
                fact.Kind is not AttestationKind.Conformity
                && fact.Outcome is AttestationOutcome.Granted
                && fact.DecidedOn <= day
            )
            .GroupBy(fact => (fact.Kind, fact.PositionId));
        foreach (var same in grants)
        {
            CategorySpan? last = null;
            foreach (var grant in same.OrderBy(fact => fact.DecidedOn).ThenBy(fact => fact.Id))
            {
                var continues = last is not null && (last.Until is null || grant.DecidedOn <= last.Until.Value.Next());
                if (last is not null && !continues)
                {
                    spans.Add(last);
                }

                var since = continues ? last!.Since : grant.DecidedOn;
                last = new(grant.Kind, grant.PositionId, since, grant.ValidUntil, grant.Rule, grant.Id);
            }

            spans.Add(last!);
        }

        return spans;
    }
}
