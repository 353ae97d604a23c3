using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Result of a learner.</summary>
public sealed record FinalResultBody
{
    public required Guid EnrolmentId { get; init; }

    public required FinalResult Result { get; init; }
}
