namespace MethodCenter.Domain.Teaching.Journal;

/// <summary>Refusals of final works.</summary>
public static class FinalWorkErrors
{
    public static readonly Error NotFound = Error.NotFound("final-work.not-found");

    /// <summary>Two recorded the work of one learner at once.</summary>
    public static readonly Error AlreadyRecorded = Error.Conflict("final-work.already-recorded");

    public static readonly Error ResultWithoutDay = Error
        .Unprocessable("final-work.result-without-day")
        .At("/defendedOn");

    public static readonly Error AssignmentMissing = Error
        .Unprocessable("final-work.assignment-missing")
        .At("/assignment");

    public static Error BeforeCourse(DateOnly start) =>
        Error.Unprocessable("final-work.before-course").With("start", start).At("/defendedOn");

    public static Error InFuture(DateOnly today) =>
        Error.Unprocessable("final-work.in-future").With("today", today).At("/defendedOn");
}
