using MethodCenter.Domain.Teaching.Calendars;

namespace MethodCenter.Application.Teaching.Calendars;

/// <summary>Days and bells of an academic year, as a whole.</summary>
public sealed record AcademicCalendarBody
{
    /// <summary>First day of teaching.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>First day of the second half-year.</summary>
    public required DateOnly SecondHalfFrom { get; init; }

    /// <summary>Last day of teaching.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>5: Monday to Friday; 6: Saturday too.</summary>
    public int DaysPerWeek { get; init; } = AcademicCalendar.LeastDaysPerWeek;

    /// <summary>Vacations and holidays: they do not overlap.</summary>
    public IReadOnlyList<CalendarBreakBody> Breaks { get; init; } = [];

    /// <summary>The streams of a day; they must not overlap.</summary>
    public required IReadOnlyList<BellStreamBody> Streams { get; init; }

    internal CalendarPlan ToPlan() =>
        new(
            StartsOn,
            SecondHalfFrom,
            EndsOn,
            DaysPerWeek,
            [.. Breaks.Select(one => new CalendarBreak(one.From, one.To))],
            [
                .. Streams.Select(one => new BellStream(
                    one.Number,
                    one.From,
                    one.To,
                    one.BreakFrom,
                    one.BreakTo,
                    one.Hours
                )),
            ]
        );
}
