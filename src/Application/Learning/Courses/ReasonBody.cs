namespace MethodCenter.Application.Learning.Courses;

/// <summary>Why something is taken back.</summary>
public sealed record ReasonBody
{
    public required string Reason { get; init; }
}
