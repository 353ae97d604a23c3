using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>The decision on the outcome.</summary>
public sealed record ParticipationClosureBody
{
    public required ParticipationOutcome Outcome { get; init; }

    /// <summary>Day of the decision, not later than today; today by default.</summary>
    public DateOnly? On { get; init; }

    /// <summary>What the decision rests on; required where there are no dynamics.</summary>
    public string? Comment { get; init; }
}
