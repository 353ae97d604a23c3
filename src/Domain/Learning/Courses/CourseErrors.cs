using MethodCenter.Domain.Common;

namespace MethodCenter.Domain.Learning.Courses;

public static class CourseErrors
{
    public static readonly Error NotFound = Error.NotFound("course.not-found");

    public static readonly Error ProgrammeRetired = Error.Unprocessable("course.programme-retired").At("/programmeId");

    public static readonly Error EndsBeforeStart = Error.Unprocessable("course.ends-before-start").At("/endsOn");

    public static readonly Error NobodyEnrolled = Error.Conflict("course.nobody-enrolled");

    public static readonly Error SeasonTaken = Error.Conflict("course.season-taken").At("/season");

    public static Error WrongStatus(CourseStatus status) =>
        Error.Conflict("course.wrong-status").With("status", status);

    public static Error NotYetEnded(DateOnly endsOn) => Error.Conflict("course.not-yet-ended").With("endsOn", endsOn);

    public static Error CapacityBelowTaken(int taken) =>
        Error.Unprocessable("course.capacity-below-taken").With("taken", taken).At("/capacity");

    public static Error OutsideAcademicYear(AcademicYear year) =>
        Error
            .Unprocessable("course.outside-academic-year")
            .With("academicYear", year.ToString())
            .With("from", year.From)
            .With("to", year.To)
            .At("/startsOn");

    public static Warning GroupAboveNorm(int capacity, int norm, RuleReference rule) =>
        new Warning("course.group-above-norm").With("capacity", capacity).With("norm", norm).By(rule);
}
