namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>Who is to be trained, at what and when.</summary>
public sealed record PlanEntryBody : PlanPlacementBody
{
    /// <summary>Works today at the organisation of the plan.</summary>
    public required Guid EmployeeId { get; init; }
}
