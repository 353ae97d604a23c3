namespace MethodCenter.Domain.Teaching.Timetables;

/// <summary>A place in time.</summary>
internal readonly record struct TimeSlot(DateOnly Date, int Stream, int Hours);

/// <summary>Where a lesson could stand.</summary>
internal readonly record struct Seat(TimeSlot Slot, Guid? RoomId, Guid TeacherId);

/// <summary>A lesson that the planner has placed and may still move within its window.</summary>
internal sealed class PlacedLesson(CoursePlanner course, int window)
{
    public CoursePlanner Course { get; } = course;

    public int Window { get; } = window;

    public Seat Seat { get; set; }
}

/// <summary>Who holds what, when: the lessons that stand and those that are being placed.</summary>
internal sealed class TimetableBoard
{
    private readonly Dictionary<(DateOnly, int), List<Holding>> _slots = [];

    public TimetableBoard(IEnumerable<TakenSlot> taken)
    {
        foreach (var one in taken)
        {
            At(one.Date, one.Stream).Add(new Holding(one.CourseId, one.RoomId, one.TeacherId, null));
        }
    }

    /// <summary>The group or some of its learners are elsewhere.</summary>
    public bool LearnersBusy(CourseDemand course, TimeSlot slot) =>
        At(slot).Exists(other => other.CourseId == course.Id || course.Rivals.Contains(other.CourseId));

    public bool RoomBusy(Guid roomId, TimeSlot slot) => At(slot).Exists(other => other.RoomId == roomId);

    public bool TeacherBusy(Guid teacherId, TimeSlot slot) => At(slot).Exists(other => other.TeacherId == teacherId);

    public bool Free(CourseDemand course, Seat seat) => !Blockers(course, seat).Any();

    /// <summary>The one placed lesson that is in the way; null: there is none, or more, or one that stands already.</summary>
    public PlacedLesson? OnlyBlocker(CourseDemand course, Seat seat)
    {
        PlacedLesson? found = null;
        foreach (var blocker in Blockers(course, seat))
        {
            if (blocker.Lesson is null || found is not null)
            {
                return null;
            }

            found = blocker.Lesson;
        }

        return found;
    }

    public void Place(PlacedLesson lesson, Seat seat)
    {
        lesson.Seat = seat;
        At(seat.Slot).Add(new Holding(lesson.Course.Demand.Id, seat.RoomId, seat.TeacherId, lesson));
    }

    public void Lift(PlacedLesson lesson) => At(lesson.Seat.Slot).RemoveAll(other => other.Lesson == lesson);

    private IEnumerable<Holding> Blockers(CourseDemand course, Seat seat) =>
        At(seat.Slot)
            .Where(other =>
                (seat.RoomId is not null && other.RoomId == seat.RoomId)
                || other.TeacherId == seat.TeacherId
                || other.CourseId == course.Id
                || course.Rivals.Contains(other.CourseId)
            );

    private List<Holding> At(TimeSlot slot) => At(slot.Date, slot.Stream);

    private List<Holding> At(DateOnly date, int stream)
    {
        if (!_slots.TryGetValue((date, stream), out var holdings))
        {
            _slots[(date, stream)] = holdings = [];
        }

        return holdings;
    }

    /// <param name="Lesson">Null: it stands already and is not moved.</param>
    private sealed record Holding(Guid CourseId, Guid? RoomId, Guid TeacherId, PlacedLesson? Lesson);
}
