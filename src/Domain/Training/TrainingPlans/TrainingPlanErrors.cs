namespace MethodCenter.Domain.Training.TrainingPlans;

/// <summary>Refusals of plan-schedules.</summary>
public static class TrainingPlanErrors
{
    public static readonly Error NotFound = Error.NotFound("training-plan.not-found");

    public static readonly Error EntryNotFound = Error.NotFound("training-plan.entry-not-found");

    public static readonly Error AlreadyMade = Error.Conflict("training-plan.already-made");

    public static readonly Error AlreadyPlanned = Error.Conflict("training-plan.already-planned").At("/employeeId");

    public static readonly Error EntryDropped = Error.Conflict("training-plan.entry-dropped");

    public static readonly Error NoSuchQuarter = Error.Unprocessable("training-plan.no-such-quarter").At("/quarter");

    /// <summary>He does not work there today.</summary>
    public static readonly Error NotEmployed = Error.Unprocessable("training-plan.not-employed").At("/employeeId");

    /// <summary>No norm says how often people are trained (DPO-7).</summary>
    public static readonly Error NotRegulated = Error.Unprocessable("training-plan.not-regulated");

    public static Error MonthOutsideQuarter(int quarter) =>
        Error.Unprocessable("training-plan.month-outside-quarter").With("quarter", quarter).At("/month");

    public static Error YearPassed(int year) => Error.Unprocessable("training-plan.year-passed").With("year", year);
}
