using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Application.Training.TrainingNeeds;

/// <summary>What may change of a need.</summary>
public sealed record TrainingNeedBody
{
    /// <summary>How many people; of a named one 1.</summary>
    public required int People { get; init; }

    public required TrainingNeedSource Source { get; init; }

    /// <summary>Why it is needed.</summary>
    public string? Comment { get; init; }
}
