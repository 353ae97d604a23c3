using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Teaching.Lessons;

/// <summary>Занятие: one stream of one day in which the group of a course is taught (SPB-21).</summary>
/// <remarks>
/// Groups are not divided (SPB-22), so a course has at most one lesson in a stream; a room and a teacher have at most
/// one too. Its marks of attendance are part of it.
/// </remarks>
public sealed class Lesson : AggregateRoot
{
    public const int TopicMaxLength = 400;
    public const int PlaceMaxLength = 300;
    public const int ReasonMaxLength = 500;
    public const int MostMarks = Course.MostCapacity;

    private readonly List<AttendanceMark> _marks = [];

    private Lesson() { }

    public Guid CourseId { get; private init; }

    public AcademicYear AcademicYear { get; private set; }

    public DateOnly Date { get; private set; }

    /// <summary>Number of the stream in the calendar of the year.</summary>
    public int Stream { get; private set; }

    /// <summary>Academic hours.</summary>
    public int Hours { get; private set; }

    public LessonVenue Venue { get; private set; }

    /// <summary>The room; null: off-site or at a distance.</summary>
    public Guid? RoomId { get; private set; }

    /// <summary>
    /// The organisation at which it is held; null: in a room of the centre, elsewhere or at a distance.
    /// </summary>
    public Guid? HostId { get; private set; }

    /// <summary>Where it is held when not in a room: an address, or how to connect.</summary>
    public string? Place { get; private set; }

    /// <summary>The teacher, an employee.</summary>
    public Guid TeacherId { get; private set; }

    public string? Topic { get; private set; }

    public LessonKind Kind { get; private set; }

    public LessonState State { get; private set; }

    [PersonalData]
    public string? CancellationReason { get; private set; }

    /// <summary>Day on which attendance was first recorded: from then on the lesson counts as given.</summary>
    public DateOnly? HeldRecordedOn { get; private set; }

    public IReadOnlyList<AttendanceMark> Marks => _marks;

    /// <summary>Adds a lesson to the timetable of a course.</summary>
    public static Result<Lesson> Plan(LessonPlan plan, LessonFacts facts)
    {
        var lesson = new Lesson { CourseId = facts.Course.Id };
        var judged = LessonRules.Judge(lesson.Id, plan, facts);
        if (judged.Refused)
        {
            return judged.Error;
        }

        lesson.Take(plan);
        lesson.Raise(new LessonPlanned(lesson.Id, lesson.CourseId));
        return Result<Lesson>.Accept(lesson, judged.Warnings);
    }

    internal static Lesson FromTimetable(Course course, LessonPlan plan)
    {
        var lesson = new Lesson { CourseId = course.Id };
        lesson.Take(plan);
        lesson.Raise(new LessonPlanned(lesson.Id, lesson.CourseId));
        return lesson;
    }

    /// <summary>Moves it to another day, stream, place or teacher. Not once attendance is recorded.</summary>
    public Result<Nothing> Move(LessonPlan plan, LessonFacts facts)
    {
        if (RefuseChange() is { } fixedAlready)
        {
            return fixedAlready;
        }

        var judged = LessonRules.Judge(Id, plan, facts);
        if (judged.Refused)
        {
            return judged.Error;
        }

        Take(plan);
        Raise(new LessonMoved(Id, CourseId));
        return Nothing.Done.Warn(judged.Warnings.AsSpan());
    }

    public Result<Nothing> Cancel(string reason)
    {
        if (RefuseChange() is { } fixedAlready)
        {
            return fixedAlready;
        }

        (State, CancellationReason) = (LessonState.Cancelled, reason);
        Raise(new LessonCancelled(Id, CourseId));
        return Nothing.Done;
    }

    /// <summary>Records who attended: every learner who had a seat on the day, once.</summary>
    /// <param name="entries">One for each learner.</param>
    /// <param name="learners">Everyone who has or had a seat on the course.</param>
    /// <param name="minutesPerHour">Length of an academic hour on the day (DPO-3).</param>
    public Result<Nothing> RecordAttendance(
        IReadOnlyList<AttendanceEntry> entries,
        IReadOnlyList<SeatHolder> learners,
        int minutesPerHour,
        DateOnly today
    )
    {
        if (State == LessonState.Cancelled)
        {
            return LessonErrors.Cancelled;
        }

        if (today < Date)
        {
            return LessonErrors.NotYetHeld(Date);
        }

        var seated = learners
            .Where(learner => learner.From <= Date && !(learner.Until < Date))
            .Select(learner => learner.EnrolmentId)
            .ToHashSet();
        var admitted = Admitted(learners, seated);
        if (!AttendanceSheet.Read(entries, admitted, this, minutesPerHour).Succeeded(out var lines, out var error))
        {
            return error;
        }

        _marks.RemoveAll(mark =>
            seated.Contains(mark.EnrolmentId) && lines.All(line => line.Learner.EnrolmentId != mark.EnrolmentId)
        );
        foreach (var line in lines)
        {
            if (_marks.Find(mark => mark.EnrolmentId == line.Learner.EnrolmentId) is { } known)
            {
                known.Restate(line);
            }
            else
            {
                _marks.Add(new AttendanceMark(Id, CourseId, line));
            }
        }

        HeldRecordedOn ??= today;
        Raise(new AttendanceRecorded(Id, CourseId));
        return Nothing.Done;
    }

    /// <summary>
    /// Those of the group, and who stands on the sheet from a time when he was of it: moved to the other half-year or
    /// enrolled anew since, he was there all the same.
    /// </summary>
    private List<SeatHolder> Admitted(IReadOnlyList<SeatHolder> learners, HashSet<Guid> seated) =>
        [
            .. learners.Where(learner =>
                seated.Contains(learner.EnrolmentId)
                || _marks.TrueForAll(mark => mark.EnrolmentId != learner.EnrolmentId)
            ),
            .. _marks
                .Where(mark => !seated.Contains(mark.EnrolmentId))
                .Select(mark => new SeatHolder(mark.EnrolmentId, mark.EmployeeId, mark.OrganisationId, Date, Date)),
        ];

    private Error? RefuseChange()
    {
        if (State == LessonState.Cancelled)
        {
            return LessonErrors.Cancelled;
        }

        return HeldRecordedOn is null ? null : LessonErrors.AlreadyHeld;
    }

    private void Take(LessonPlan plan)
    {
        AcademicYear = AcademicYear.Of(plan.Date);
        (Date, Stream, Hours, Kind) = (plan.Date, plan.Stream, plan.Hours, plan.Kind);
        (Venue, RoomId, HostId, Place) = (plan.Venue, plan.RoomId, plan.HostId, plan.Place);
        (TeacherId, Topic) = (plan.TeacherId, plan.Topic);
    }
}

/// <summary>Where a lesson takes place.</summary>
public enum LessonVenue
{
    /// <summary>In a room of the centre.</summary>
    Room,

    /// <summary>Off-site: at a school or elsewhere.</summary>
    OffSite,

    /// <summary>At a distance.</summary>
    Distance,
}

/// <summary>Kind of lesson.</summary>
public enum LessonKind
{
    /// <summary>A lesson.</summary>
    Lesson,

    /// <summary>Final assessment: the last of the course, in hours of the timetable.</summary>
    FinalAssessment,
}

/// <summary>State of a lesson.</summary>
public enum LessonState
{
    /// <summary>In the timetable.</summary>
    Planned,

    /// <summary>Cancelled.</summary>
    Cancelled,
}

/// <summary>What is planned for a lesson and may still change.</summary>
public sealed record LessonPlan(DateOnly Date, int Stream, int Hours, LessonVenue Venue, Guid TeacherId)
{
    public Guid? RoomId { get; init; }

    public Guid? HostId { get; init; }

    public string? Place { get; init; }

    public string? Topic { get; init; }

    public LessonKind Kind { get; init; }
}
