using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Whether a learner was there.</summary>
public sealed record AttendanceEntryBody
{
    public required Guid EnrolmentId { get; init; }

    public required Presence Presence { get; init; }

    /// <summary>For those who came late or left early: minutes of teaching missed.</summary>
    public int? MinutesMissed { get; init; }
}
