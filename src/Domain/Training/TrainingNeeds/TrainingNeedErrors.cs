namespace MethodCenter.Domain.Training.TrainingNeeds;

/// <summary>Refusals of needs.</summary>
public static class TrainingNeedErrors
{
    public static readonly Error NotFound = Error.NotFound("training-need.not-found");

    public static readonly Error SubjectMissing = Error
        .Unprocessable("training-need.subject-missing")
        .At("/programmeId");

    public static readonly Error OnePerson = Error.Unprocessable("training-need.one-person").At("/people");

    public static readonly Error NoPeople = Error.Unprocessable("training-need.no-people").At("/people");

    /// <summary>The same person, subject and year.</summary>
    public static readonly Error AlreadyStated = Error.Conflict("training-need.already-stated");

    /// <summary>He does not work there today.</summary>
    public static readonly Error NotEmployed = Error.Unprocessable("training-need.not-employed").At("/employeeId");

    public static Error YearPassed(int year) =>
        Error.Unprocessable("training-need.year-passed").With("year", year).At("/year");

    public static Error WrongState(TrainingNeedState state) =>
        Error.Conflict("training-need.wrong-state").With("state", state);
}
