namespace MethodCenter.Domain.Teaching.Lessons;

/// <summary>Attendance of a lesson.</summary>
public enum Presence
{
    /// <summary>Present.</summary>
    Present,

    /// <summary>Absent.</summary>
    Absent,

    /// <summary>Came late.</summary>
    Late,

    /// <summary>Left early.</summary>
    LeftEarly,
}

/// <summary>Отметка в журнале: whether and how long a learner was at a lesson.</summary>
public sealed class AttendanceMark : Entity, IPartOf<Lesson>, IOrganisationOwned
{
    private AttendanceMark() { }

    internal AttendanceMark(Guid lessonId, Guid courseId, AttendanceLine line)
    {
        (LessonId, CourseId, EnrolmentId) = (lessonId, courseId, line.Learner.EnrolmentId);
        (EmployeeId, OrganisationId) = (line.Learner.EmployeeId, line.Learner.OrganisationId);
        Restate(line);
    }

    public Guid LessonId { get; private init; }

    public Guid CourseId { get; private init; }

    public Guid EnrolmentId { get; private init; }

    public Guid EmployeeId { get; private init; }

    /// <summary>The organisation that sent the learner: it sees its own alone.</summary>
    public Guid OrganisationId { get; private init; }

    public Presence Presence { get; private set; }

    /// <summary>Minutes of teaching that the lesson had.</summary>
    public int MinutesGiven { get; private set; }

    /// <summary>Minutes of teaching at which the learner was there.</summary>
    public int MinutesAttended { get; private set; }

    Guid IPart.RootId => LessonId;

    internal void Restate(AttendanceLine line) =>
        (Presence, MinutesGiven, MinutesAttended) = (line.Presence, line.MinutesGiven, line.MinutesAttended);
}

/// <summary>What is said of one learner.</summary>
/// <param name="EnrolmentId">The learner.</param>
/// <param name="Presence">There, or not, or in part.</param>
/// <param name="MinutesMissed">For those who came late or left early: minutes of teaching missed.</param>
public sealed record AttendanceEntry(Guid EnrolmentId, Presence Presence, int? MinutesMissed);

/// <summary>Who has or had a seat on the course.</summary>
/// <param name="From">Day from which he held it.</param>
/// <param name="Until">Day on which he left; null: he still holds it, or held it to the end.</param>
public sealed record SeatHolder(Guid EnrolmentId, Guid EmployeeId, Guid OrganisationId, DateOnly From, DateOnly? Until)
{
    /// <summary>He has completed the course.</summary>
    public bool HasCompleted { get; init; }

    /// <summary>He holds a valid reference of his study (справка): he left, or has not passed.</summary>
    public bool HasReference { get; init; }
}

/// <summary>What is kept of one learner.</summary>
internal sealed record AttendanceLine(SeatHolder Learner, Presence Presence, int MinutesGiven, int MinutesAttended);

/// <summary>Reads the sheet of a lesson: everyone who had a seat on the day, once.</summary>
internal static class AttendanceSheet
{
    public static Result<IReadOnlyList<AttendanceLine>> Read(
        IReadOnlyList<AttendanceEntry> entries,
        IReadOnlyList<SeatHolder> learners,
        Lesson lesson,
        int minutesPerHour
    )
    {
        var given = lesson.Hours * minutesPerHour;
        var known = learners.ToDictionary(learner => learner.EnrolmentId);
        var lines = new Dictionary<Guid, AttendanceLine>();
        for (var place = 0; place < entries.Count; place++)
        {
            var (entry, pointer) = (entries[place], $"/learners/{place}");
            if (!known.TryGetValue(entry.EnrolmentId, out var learner))
            {
                return AttendanceErrors.NotEnrolled.At(pointer + "/enrolmentId");
            }

            if (lesson.Date < learner.From || lesson.Date > learner.Until)
            {
                return AttendanceErrors.NoSeatOnTheDay(lesson.Date).At(pointer + "/enrolmentId");
            }

            if (Refuse(entry, given) is { } wrong)
            {
                return wrong.At(pointer + "/minutesMissed");
            }

            var missed = entry.Presence == Presence.Absent ? given : entry.MinutesMissed ?? 0;
            if (!lines.TryAdd(entry.EnrolmentId, new AttendanceLine(learner, entry.Presence, given, given - missed)))
            {
                return AttendanceErrors.Twice.At(pointer + "/enrolmentId");
            }
        }

        // A learner who left later may have been there; one who still holds a seat must be accounted for.
        var missing = learners
            .Where(learner =>
                learner.Until is null && learner.From <= lesson.Date && !lines.ContainsKey(learner.EnrolmentId)
            )
            .Select(learner => learner.EnrolmentId)
            .ToList();
        return missing is [var first, ..]
            ? AttendanceErrors.LearnersMissing(missing.Count, first)
            : Result<IReadOnlyList<AttendanceLine>>.Accept(lines.Values.ToList());
    }

    private static Error? Refuse(AttendanceEntry entry, int given)
    {
        if (entry.Presence is Presence.Present or Presence.Absent)
        {
            return entry.MinutesMissed is null ? null : AttendanceErrors.MinutesNotNeeded(entry.Presence);
        }

        return entry.MinutesMissed is { } missed && missed > 0 && missed < given
            ? null
            : AttendanceErrors.MinutesImpossible(given);
    }
}
