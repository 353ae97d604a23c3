namespace MethodCenter.Application.Learning.Applications;

/// <summary>Where the person of an application is to go.</summary>
public sealed record ApprovalBody
{
    /// <summary>A course of the programme; may be left out where the application names one.</summary>
    public Guid? CourseId { get; init; }
}
