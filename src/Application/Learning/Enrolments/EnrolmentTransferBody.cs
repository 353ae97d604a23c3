using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Where a learner goes, and why.</summary>
public sealed record EnrolmentTransferBody
{
    /// <summary>Another course of the same programme; absent: the other group of this one.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>Half-year of the group; needed where the course runs in both.</summary>
    public HalfYear? HalfYear { get; init; }

    /// <summary>Why the learner leaves this group.</summary>
    public required string Reason { get; init; }
}
