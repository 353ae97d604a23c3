using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Application.Training.TrainingNeeds;

/// <summary>What may change in a need.</summary>
public sealed record TrainingNeedBody
{
    /// <summary>How many people; 1 for a named one.</summary>
    public required int People { get; init; }

    public required TrainingNeedSource Source { get; init; }

    /// <summary>Why it is needed.</summary>
    public string? Comment { get; init; }
}
