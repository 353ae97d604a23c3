namespace MethodCenter.Domain.Learning.Courses;

public static class CourseErrors
{
    /// <summary>A body names a course that is not there. The code is older than its place.</summary>
    public static readonly Error Unknown = Error.Unprocessable("application.unknown-course").At("/courseId");

    public static readonly Error NotFound = Error.NotFound("course.not-found");

    public static readonly Error ProgrammeRetired = Error.Unprocessable("course.programme-retired").At("/programmeId");

    public static readonly Error ProgrammeNotApproved = Error
        .Unprocessable("course.programme-not-approved")
        .At("/programmeId");

    public static readonly Error EndsBeforeStart = Error.Unprocessable("course.ends-before-start").At("/endsOn");

    public static readonly Error NobodyEnrolled = Error.Conflict("course.nobody-enrolled");

    public static readonly Error SeasonTaken = Error.Conflict("course.season-taken").At("/season");

    /// <summary>The number of a course is given by the service, so a file can only repeat it.</summary>
    public static readonly Error UnknownNumber = Error.Unprocessable("course.unknown-number").At("/number");

    /// <summary>Nothing in the row tells a course that is on file from a new one.</summary>
    public static readonly Error NotIdentified = Error.Unprocessable("course.not-identified");

    /// <summary>The key is one course's, the number another's.</summary>
    public static readonly Error KeyOfAnother = Error.Conflict("course.key-of-another").At("/number");

    /// <summary>A course is one delivery of one programme in one academic year.</summary>
    public static readonly Error ProgrammeFixed = Error.Conflict("course.programme-fixed").At("/programmeId");

    /// <inheritdoc cref="ProgrammeFixed"/>
    public static readonly Error YearFixed = Error.Conflict("course.year-fixed").At("/academicYear");

    /// <summary>To end a course is a decision of its own, not a cell of a table.</summary>
    public static Error StatusNotByFile(CourseStatus status) =>
        Error.Unprocessable("course.status-not-by-file").With("status", status).At("/status");

    public static Error WrongStatus(CourseStatus status) =>
        Error.Conflict("course.wrong-status").With("status", status);

    private static readonly RuleReference LifeCycle = new(
        "DPO-6",
        "Заявка → приказ о зачислении → обучение → итоговая аттестация → приказ об отчислении → документ"
    );

    public static readonly Warning NoProtocol = new Warning("course.no-protocol").By(LifeCycle);

    public static Warning HoursNotGiven(int given, int hours) =>
        new Warning("course.hours-not-given").With("given", given).With("hours", hours).By(LifeCycle);

    /// <summary>A completion order takes those who have not passed off the course, with a reference of what they learnt.</summary>
    public static Error NotPassed(int learners) =>
        Error
            .Conflict("course.not-passed")
            .With("learners", learners)
            .By(new RuleReference("DPO-5", "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 60 ч. 12, ст. 76 ч. 14"));

    public static Error LearnersCompleted(int learners) =>
        Error.Conflict("course.learners-completed").With("learners", learners);

    public static Error NotYetEnded(DateOnly endsOn) => Error.Conflict("course.not-yet-ended").With("endsOn", endsOn);

    public static Error CapacityBelowTaken(int taken) =>
        Error.Unprocessable("course.capacity-below-taken").With("taken", taken).At("/capacity");

    /// <summary>A team that waits gets its seats together: on fewer it would wait in vain, and all behind it.</summary>
    public static Error CapacityBelowTeam(int members) =>
        Error.Unprocessable("course.capacity-below-team").With("members", members).At("/capacity");

    public static Error LessonsOutside(DateOnly first, DateOnly last) =>
        Error.Conflict("course.lessons-outside").With("first", first).With("last", last);

    public static Error OutsideAcademicYear(AcademicYear year) =>
        Error
            .Unprocessable("course.outside-academic-year")
            .With("academicYear", year.ToString())
            .With("from", year.From)
            .With("to", year.To)
            .At("/startsOn");

    public static Error TooLong(int years) => Error.Unprocessable("course.too-long").With("years", years).At("/endsOn");

    public static Warning GroupAboveNorm(int capacity, int norm, RuleReference rule) =>
        new Warning("course.group-above-norm").With("capacity", capacity).With("norm", norm).By(rule);
}
