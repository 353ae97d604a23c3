namespace MethodCenter.Domain.Training.TrainingRecords;

/// <summary>Refusals of the report of due training.</summary>
public static class TrainingDueErrors
{
    /// <summary>No edition of the norm is in force on the day: there is nothing to judge by.</summary>
    public static Error NotRegulated(DateOnly asOf) =>
        Error.Unprocessable("training-due.not-regulated").With("asOf", asOf).At("asOf");
}
