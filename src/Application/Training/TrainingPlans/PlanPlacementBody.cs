using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>What and when somebody is to be trained.</summary>
public record PlanPlacementBody
{
    /// <summary>The programme; absent: not chosen yet.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>The topic, where no programme is chosen.</summary>
    public string? Topic { get; init; }

    /// <summary>Who teaches; absent: the centre, or not chosen yet.</summary>
    public string? Provider { get; init; }

    /// <summary>From 1 to 4.</summary>
    public required int Quarter { get; init; }

    /// <summary>Month of the year, within the quarter; absent: not known yet.</summary>
    public int? Month { get; init; }

    internal PlanPlacement ToPlacement() => new(ProgrammeId, Topic, Provider, Quarter, Month);
}
