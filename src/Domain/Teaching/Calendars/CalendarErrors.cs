namespace MethodCenter.Domain.Teaching.Calendars;

/// <summary>Refusals of academic calendars, and of days on which no lesson can be held.</summary>
public static class CalendarErrors
{
    public static readonly Error NotFound = Error.NotFound("calendar.not-found");

    /// <summary>Two set the calendar of one year at once.</summary>
    public static readonly Error AlreadySet = Error.Conflict("calendar.already-set");

    public static readonly Error EndsBeforeStart = Error.Unprocessable("calendar.ends-before-start").At("/endsOn");

    public static readonly Error NoStreams = Error.Unprocessable("calendar.no-streams").At("/streams");

    public static readonly Error StreamTwice = Error.Unprocessable("calendar.stream-twice").At("/streams");

    public static Error Missing(AcademicYear year) =>
        Error.Unprocessable("calendar.missing").With("academicYear", year.ToString());

    public static Error OutsideAcademicYear(AcademicYear year) =>
        Error
            .Unprocessable("calendar.outside-academic-year")
            .With("academicYear", year.ToString())
            .With("from", year.From)
            .With("to", year.To)
            .At("/startsOn");

    public static Error HalfYearOutside(DateOnly from, DateOnly to) =>
        Error.Unprocessable("calendar.half-year-outside").With("from", from).With("to", to).At("/secondHalfFrom");

    public static Error BreakEndsBeforeStart(DateOnly from) =>
        Error.Unprocessable("calendar.break-ends-before-start").With("from", from).At("/breaks");

    public static Error BreaksOverlap(DateOnly from) =>
        Error.Unprocessable("calendar.breaks-overlap").With("from", from).At("/breaks");

    public static Error StreamEndsBeforeStart(int stream) =>
        Error.Unprocessable("calendar.stream-ends-before-start").With("stream", stream).At("/streams");

    public static Error BreakOutsideStream(int stream) =>
        Error.Unprocessable("calendar.break-outside-stream").With("stream", stream).At("/streams");

    public static Error StreamsOverlap(int first, int second) =>
        Error.Unprocessable("calendar.streams-overlap").With("first", first).With("second", second).At("/streams");

    public static Error HoursDoNotFit(int stream, int hours, int minutes, int fit, RuleReference rule) =>
        Error
            .Unprocessable("calendar.hours-do-not-fit")
            .With("stream", stream)
            .With("hours", hours)
            .With("minutes", minutes)
            .With("fit", fit)
            .At("/streams")
            .By(rule);

    public static Error LessonsOutside(int lessons, DateOnly date, int stream) =>
        Error.Conflict("calendar.lessons-outside").With("lessons", lessons).With("date", date).With("stream", stream);

    public static Error OutsideCalendar(DateOnly date, DateOnly from, DateOnly to) =>
        Error.Unprocessable("calendar.day-outside").With("date", date).With("from", from).With("to", to).At("/date");

    public static Error DayOff(DateOnly date) => Error.Unprocessable("calendar.day-off").With("date", date).At("/date");

    public static Error InBreak(DateOnly date, DateOnly from, DateOnly to) =>
        Error.Unprocessable("calendar.day-in-break").With("date", date).With("from", from).With("to", to).At("/date");

    public static Error UnknownStream(int stream) =>
        Error.Unprocessable("calendar.unknown-stream").With("stream", stream).At("/stream");
}
