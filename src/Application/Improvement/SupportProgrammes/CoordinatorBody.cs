namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Who becomes the coordinator, and from what day.</summary>
public sealed record CoordinatorBody
{
    public required Guid CoordinatorId { get; init; }

    /// <summary>First day, not later than today; today by default.</summary>
    public DateOnly? On { get; init; }
}
