using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Domain.Teaching.Timetables;

/// <summary>Pattern of lessons (SPB-21).</summary>
public enum TimetableMode
{
    /// <summary>Once a week.</summary>
    Weekly,

    /// <summary>Twice a month: once in each half of a month.</summary>
    TwiceMonthly,

    /// <summary>In sessions: day after day, all streams.</summary>
    Session,
}

/// <summary>What a timetable is asked for.</summary>
/// <param name="Calendars">Calendars of the academic years in which the courses may be taught: some cross 31 August.</param>
/// <param name="Courses">Courses; the answer does not depend on more than their order here.</param>
/// <param name="Rooms">Rooms that may be used.</param>
/// <param name="Taken">Lessons that stand already, of these courses and of others.</param>
public sealed record TimetableDemand(
    IReadOnlyList<AcademicCalendar> Calendars,
    IReadOnlyList<CourseDemand> Courses,
    IReadOnlyList<Room> Rooms,
    IReadOnlyList<TakenSlot> Taken
)
{
    /// <summary>The calendar by which a day is taught; null: nobody has set one for its year.</summary>
    public AcademicCalendar? CalendarOn(DateOnly day)
    {
        var year = AcademicYear.Of(day);
        return Calendars.FirstOrDefault(calendar => calendar.AcademicYear == year);
    }
}

/// <summary>A course that needs lessons; where it has groups in both half-years, one group of it.</summary>
public sealed record CourseDemand
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    /// <summary>First day on which it may be taught.</summary>
    public DateOnly From { get; init; }

    /// <summary>Last day on which it may be taught.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Hours that stand in no lesson yet.</summary>
    public required int Hours { get; init; }

    /// <summary>Learners for whom a seat is needed.</summary>
    public int Learners { get; init; }

    public required bool NeedsComputers { get; init; }

    public required TimetableMode Mode { get; init; }

    public LessonVenue Venue { get; init; }

    /// <summary>Where it is held when not in a room.</summary>
    public string? Place { get; init; }

    /// <summary>Days of the week on which it may be taught; empty: all.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Who may teach it; the first who is free has it.</summary>
    public required IReadOnlyList<Guid> Teachers { get; init; }

    /// <summary>Everyone who was named to teach it is a learner on it.</summary>
    public bool TeachersLearn { get; init; }

    /// <summary>Courses with which it shares learners: they cannot be taught at once.</summary>
    public IReadOnlySet<Guid> Rivals { get; init; } = new HashSet<Guid>();

    /// <summary>The final assessment stands in the timetable already.</summary>
    public bool HasFinalAssessment { get; init; }

    /// <summary>Day of the last lesson that stands already; null: there is none.</summary>
    public DateOnly? LastStanding { get; init; }

    /// <summary>The lesson may be the final assessment: there is none yet, and nothing is taught after it.</summary>
    internal bool MayEndOn(TimeSlot slot) => !HasFinalAssessment && (LastStanding is null || LastStanding < slot.Date);
}

/// <summary>A lesson that stands already.</summary>
public sealed record TakenSlot(DateOnly Date, int Stream, Guid CourseId, Guid? RoomId, Guid TeacherId);

/// <summary>A lesson that the timetable proposes.</summary>
public sealed record ProposedLesson(Guid CourseId, LessonPlan Plan)
{
    /// <summary>The lesson as it goes into the timetable: the planner has judged it already.</summary>
    public Lesson ToLesson(Course course) => Lesson.FromTimetable(course, Plan);
}
