namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>When the work began.</summary>
public sealed record ParticipationStartBody
{
    /// <summary>First day, not later than today; today by default.</summary>
    public DateOnly? On { get; init; }
}
