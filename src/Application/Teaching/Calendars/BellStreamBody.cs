namespace MethodCenter.Application.Teaching.Calendars;

/// <summary>A part of the day with its bells.</summary>
public sealed record BellStreamBody
{
    /// <summary>As people name it, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>First bell.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>Last bell.</summary>
    public required TimeOnly To { get; init; }

    /// <summary>Beginning of the break; absent: there is none.</summary>
    public TimeOnly? BreakFrom { get; init; }

    public TimeOnly? BreakTo { get; init; }

    /// <summary>Academic hours: exactly as many as the times without the break hold (DPO-3).</summary>
    public required int Hours { get; init; }
}
