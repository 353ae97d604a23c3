using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>The decision on the outcome.</summary>
public sealed record ParticipationClosureBody
{
    public required ParticipationOutcome Outcome { get; init; }

    /// <summary>Day of the decision, not later than today; today by default.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Documents of the school that were uploaded and confirmed; what is missing is doubted (RISK-7).</summary>
    public IReadOnlyList<ParticipationDocument> Documents { get; init; } = [];

    /// <summary>The second monitoring has confirmed the effect; without it an exit is doubted (RISK-12).</summary>
    public bool? MonitoringConfirmed { get; init; }

    internal ParticipationPapers ToPapers() => new([.. Documents.Distinct().Order()], MonitoringConfirmed);

    /// <summary>What the decision rests on; required where there are no dynamics.</summary>
    public string? Comment { get; init; }
}
