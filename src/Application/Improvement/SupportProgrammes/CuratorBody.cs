namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Who becomes the curator, and from what day.</summary>
public sealed record CuratorBody
{
    /// <summary>An employee who does not work at the school.</summary>
    public required Guid CuratorId { get; init; }

    /// <summary>First day, not later than today; today by default.</summary>
    public DateOnly? On { get; init; }
}
