using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Domain.Teaching.Lessons;

/// <summary>What is on file when a lesson is judged.</summary>
/// <param name="Course">The course; its row is held, so its lessons are decided one after another.</param>
/// <param name="Calendar">Calendar of the year of the day; null: none is set.</param>
/// <param name="Room">The room of the plan; null: there is none.</param>
/// <param name="Others">Lessons that are not cancelled: all of the course, and all in the same stream of the day.</param>
public sealed record LessonFacts(
    Course Course,
    AcademicCalendar? Calendar,
    Room? Room,
    IReadOnlyList<OtherLesson> Others
)
{
    /// <summary>Learners of the group who hold a seat; a course that runs in one half-year has one group.</summary>
    public int Learners { get; init; } = Course.SeatsTaken;

    /// <summary>The teacher of the plan is a learner of the course.</summary>
    public bool TeacherLearns { get; init; }
}

/// <summary>A lesson beside the one that is judged.</summary>
public sealed record OtherLesson
{
    public required Guid Id { get; init; }

    public required Guid CourseId { get; init; }

    public required int CourseNumber { get; init; }

    public required DateOnly Date { get; init; }

    public required int Stream { get; init; }

    public required int Hours { get; init; }

    public Guid? RoomId { get; init; }

    public required Guid TeacherId { get; init; }

    public required LessonKind Kind { get; init; }

    /// <summary>Learners who hold seats on both courses.</summary>
    public int SharedLearners { get; init; }
}

/// <summary>Whether a lesson can stand where it is planned.</summary>
internal static class LessonRules
{
    public static Result<Nothing> Judge(Guid id, LessonPlan plan, LessonFacts facts)
    {
        var others = facts.Others.Where(other => other.Id != id).ToList();

        // Each group has the whole programme and a final assessment of its own.
        var group = CourseGroup.On(facts.Course, plan.Date);
        var own = others.Where(other => other.CourseId == facts.Course.Id && group?.Has(other.Date) == true).ToList();
        var refusal =
            RefuseDay(plan, facts)
            ?? RefuseVenue(plan, facts)
            ?? RefuseClash(plan, facts.Course, others)
            ?? (facts.TeacherLearns ? LessonErrors.TeacherIsLearner : null)
            ?? RefuseHours(plan, facts.Course, own)
            ?? RefuseOrder(plan, own);
        return refusal is not null ? refusal : Nothing.Done.Warn([.. Doubts(plan, facts)]);
    }

    private static Error? RefuseDay(LessonPlan plan, LessonFacts facts)
    {
        var course = facts.Course;
        if (course.Status is CourseStatus.Completed or CourseStatus.Cancelled)
        {
            return CourseErrors.WrongStatus(course.Status);
        }

        if (facts.Calendar is not { } calendar)
        {
            return CalendarErrors.Missing(AcademicYear.Of(plan.Date));
        }

        if (calendar.Refuse(plan.Date) is { } closed)
        {
            return closed;
        }

        if (plan.Date < course.StartsOn || plan.Date > course.EndsOn)
        {
            return LessonErrors.OutsideCourse(plan.Date, course.StartsOn, course.EndsOn);
        }

        if (calendar.FindStream(plan.Stream) is not { } stream)
        {
            return CalendarErrors.UnknownStream(plan.Stream);
        }

        if (plan.Hours <= 0)
        {
            return LessonErrors.NoHours;
        }

        return plan.Hours > stream.Hours ? LessonErrors.MoreThanStream(plan.Hours, plan.Stream, stream.Hours) : null;
    }

    private static Error? RefuseVenue(LessonPlan plan, LessonFacts facts)
    {
        switch (plan.Venue)
        {
            case LessonVenue.OffSite when plan is { HostId: null, Place: null }:
                return LessonErrors.PlaceMissing;
            case LessonVenue.OffSite or LessonVenue.Distance when plan.RoomId is not null:
                return LessonErrors.RoomNotNeeded(plan.Venue);
            case LessonVenue.Room when plan.RoomId is null:
                return LessonErrors.RoomMissing;
            case LessonVenue.Room when plan.HostId is not null:
            case LessonVenue.Distance when plan.HostId is not null:
                return LessonErrors.HostNotNeeded(plan.Venue);
            case LessonVenue.Room when facts.Room is null:
                return RoomErrors.Unknown("/roomId");
            case LessonVenue.Room when facts.Room.Status == RoomStatus.Retired:
                return LessonErrors.RoomRetired(facts.Room.Name);
            case LessonVenue.Room when facts.Room.Seats < facts.Learners:
                return LessonErrors.TooFewSeats(facts.Room.Seats, facts.Learners);
            default:
                return null;
        }
    }

    private static Error? RefuseClash(LessonPlan plan, Course course, List<OtherLesson> others)
    {
        var atOnce = others.Where(other => other.Date == plan.Date && other.Stream == plan.Stream).ToList();
        if (atOnce.Find(other => other.CourseId == course.Id) is { } ofGroup)
        {
            return LessonErrors.GroupBusy(ofGroup);
        }

        if (plan.RoomId is not null && atOnce.Find(other => other.RoomId == plan.RoomId) is { } inRoom)
        {
            return LessonErrors.RoomBusy(inRoom);
        }

        if (atOnce.Find(other => other.TeacherId == plan.TeacherId) is { } ofTeacher)
        {
            return LessonErrors.TeacherBusy(ofTeacher);
        }

        return atOnce.Find(other => other.SharedLearners > 0) is { } ofLearners
            ? LessonErrors.LearnersBusy(ofLearners)
            : null;
    }

    private static Error? RefuseHours(LessonPlan plan, Course course, List<OtherLesson> own)
    {
        var planned = own.Sum(other => other.Hours);
        return planned + plan.Hours > course.Hours
            ? LessonErrors.MoreThanProgramme(course.Hours, planned, course.Hours - planned)
            : null;
    }

    /// <summary>Итоговая аттестация stands once, at the end.</summary>
    private static Error? RefuseOrder(LessonPlan plan, List<OtherLesson> own)
    {
        var place = (plan.Date, plan.Stream);
        if (plan.Kind == LessonKind.Lesson)
        {
            return
                own.Find(other => other.Kind == LessonKind.FinalAssessment) is { } final
                && (final.Date, final.Stream).CompareTo(place) < 0
                ? LessonErrors.AfterFinalAssessment(final.Date)
                : null;
        }

        if (own.Find(other => other.Kind == LessonKind.FinalAssessment) is { } second)
        {
            return LessonErrors.SecondFinalAssessment(second.Date);
        }

        var last = own.MaxBy(other => (other.Date, other.Stream));
        return last is not null && (last.Date, last.Stream).CompareTo(place) > 0
            ? LessonErrors.FinalAssessmentNotLast(last.Date)
            : null;
    }

    private static IEnumerable<Warning> Doubts(LessonPlan plan, LessonFacts facts)
    {
        if (facts.Room is not { } room || plan.Venue != LessonVenue.Room)
        {
            yield break;
        }

        // The capacity of a course in both half-years is that of its groups together.
        if (facts.Course.Season != CourseSeason.AutumnAndSpring && room.Seats < facts.Course.Capacity)
        {
            yield return LessonErrors.SeatsBelowCapacity(room.Seats, facts.Course.Capacity);
        }

        if (facts.Course.Line == ProgrammeLine.Ict && room.Computers < facts.Learners)
        {
            yield return LessonErrors.TooFewComputers(room.Computers, facts.Learners);
        }
    }
}
