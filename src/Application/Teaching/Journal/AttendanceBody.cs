namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Who attended a lesson.</summary>
public sealed record AttendanceBody
{
    /// <summary>Everyone who held a seat on the day, once.</summary>
    public required IReadOnlyList<AttendanceEntryBody> Learners { get; init; }
}
