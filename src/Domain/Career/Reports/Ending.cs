using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Domain.Career.Reports;

/// <summary>How soon something ends, as seen from a day (ATT-26): alerts at 12, 6 and 3 months.</summary>
public enum EndingTerm
{
    /// <summary>The day has passed.</summary>
    Overdue,

    /// <summary>In three months or sooner.</summary>
    ThreeMonths,

    /// <summary>In six months or sooner, but not in three.</summary>
    SixMonths,

    /// <summary>In twelve months or sooner, but not in six.</summary>
    TwelveMonths,
}

/// <summary>A category that ends, or a conformity that falls due.</summary>
/// <param name="OrganisationId">The employer whose conformity is due; null: a category, which stays with the person.</param>
/// <param name="On">Last day of the category; day when the conformity is due.</param>
/// <param name="Rule">The rule that set the day.</param>
public sealed record Ending(
    AttestationKind Kind,
    Guid PositionId,
    Guid? OrganisationId,
    DateOnly On,
    EndingTerm Term,
    RuleReference Rule
)
{
    private const int Soon = 3;
    private const int Later = 6;
    private const int Last = 12;

    /// <summary>
    /// What ends within twelve months: categories in force, and conformities due or overdue, each with its day.
    /// </summary>
    public static IEnumerable<Ending> Of(Qualification qualification)
    {
        foreach (var span in qualification.Categories)
        {
            if (span.Until is { } until && TermOf(until, qualification.Date) is { } term)
            {
                yield return new(span.Kind, span.PositionId, null, until, term, span.Rule);
            }
        }

        foreach (var status in qualification.Conformities)
        {
            if (status.NextDue is { } due && TermOf(due.On, qualification.Date) is { } term)
            {
                yield return new(
                    AttestationKind.Conformity,
                    status.PositionId,
                    status.OrganisationId,
                    due.On,
                    term,
                    due.Rule
                );
            }
        }
    }

    /// <summary>Null: later than in twelve months. The same day of the month still lies within.</summary>
    public static EndingTerm? TermOf(DateOnly ends, DateOnly on) =>
        ends < on ? EndingTerm.Overdue
        : ends <= on.MonthsOn(Soon) ? EndingTerm.ThreeMonths
        : ends <= on.MonthsOn(Later) ? EndingTerm.SixMonths
        : ends <= on.MonthsOn(Last) ? EndingTerm.TwelveMonths
        : null;
}
