namespace MethodCenter.Application.Teaching.Calendars;

/// <summary>Days without lessons, both ends inclusive.</summary>
public sealed record CalendarBreakBody
{
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }
}
