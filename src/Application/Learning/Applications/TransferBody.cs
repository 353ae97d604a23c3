namespace MethodCenter.Application.Learning.Applications;

/// <summary>The next course.</summary>
public sealed record TransferBody
{
    /// <summary>Another course of the same programme whose registration is open.</summary>
    public required Guid CourseId { get; init; }
}
