namespace MethodCenter.Application.Learning.Applications;

/// <summary>
/// What people have learned elsewhere, as applications ask for it. Learning asks, Training answers: the arrow between the two
/// contexts runs one way.
/// </summary>
public interface ITrainingHistory
{
    /// <summary>Training on record that was not annulled; to be composed into queries.</summary>
    IQueryable<RecordedTraining> Recorded { get; }

    /// <summary>From which day on a completed training still counts on a day (DPO-7); null: no norm says so.</summary>
    Task<FreshTraining?> FreshAsync(DateOnly day, CancellationToken cancellationToken);
}

/// <summary>The first day of the term that has not run out yet, and the rule that sets it.</summary>
public sealed record FreshTraining(DateOnly From, RuleReference Rule);

/// <summary>A training on record.</summary>
public sealed record RecordedTraining
{
    public Guid EmployeeId { get; init; }

    /// <summary>The title in the form in which titles are compared.</summary>
    public string TitleKey { get; init; } = "";

    public DateOnly CompletedOn { get; init; }
}
