namespace MethodCenter.Domain.Teaching.Lessons;

/// <summary>Refusals of the journal.</summary>
public static class AttendanceErrors
{
    public static readonly Error NotEnrolled = Error.Unprocessable("attendance.not-enrolled");

    public static readonly Error Twice = Error.Unprocessable("attendance.twice");

    public static Error NoSeatOnTheDay(DateOnly date) =>
        Error.Unprocessable("attendance.no-seat-on-the-day").With("date", date);

    public static Error MinutesNotNeeded(Presence presence) =>
        Error.Unprocessable("attendance.minutes-not-needed").With("presence", presence);

    public static Error MinutesImpossible(int given) =>
        Error.Unprocessable("attendance.minutes-impossible").With("given", given);

    public static Error LearnersMissing(int learners, Guid first) =>
        Error
            .Unprocessable("attendance.learners-missing")
            .With("learners", learners)
            .With("first", first)
            .At("/learners");
}
