using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Domain.Teaching.Timetables;

/// <summary>Составляет расписание: proposes lessons for many courses without a conflict, or says what cannot be met.</summary>
/// <remarks>
/// Deterministic. Course after course, the ones with the least choice first, each takes the usual place that is free in
/// most of its windows and then one lesson in each window, until its hours are full. Where nothing is free, a lesson of
/// another course is moved within that course's own window, and so on, as augmenting paths do; lessons that stand
/// already are never moved. It is a search with a bound, so a timetable that exists only by moving longer chains may
/// not be found; what it finds has no conflict.
/// </remarks>
public static class TimetablePlanner
{
    /// <summary>Lessons moved in a row to make one place.</summary>
    private const int LongestChain = 4;

    /// <summary>Places tried for one lesson before it is given up.</summary>
    private const int MostTries = 4000;

    public static Result<IReadOnlyList<ProposedLesson>> Propose(TimetableDemand demand)
    {
        var planners = demand.Courses.Select(course => new CoursePlanner(course, demand)).ToList();
        var reasons = planners.Select(RefuseAlone).OfType<Error>().ToList();
        if (reasons.Count > 0)
        {
            return TimetableErrors.Impossible(reasons);
        }

        var board = new TimetableBoard(demand.Taken);
        var load = demand.Courses.SelectMany(course => course.Teachers).Distinct().ToDictionary(id => id, _ => 0);
        foreach (var taken in demand.Taken.Where(taken => load.ContainsKey(taken.TeacherId)))
        {
            load[taken.TeacherId]++;
        }

        foreach (var planner in planners.OrderBy(one => one.Choice).ThenBy(one => one.Windows.Count - one.LeastLessons))
        {
            var usual = Usual(planner, board, load);
            load[usual.TeacherId] += planner.LeastLessons;
            planner.Prefer(usual.TeacherId);
            if (Fill(planner, usual, board) is { } reason)
            {
                reasons.Add(reason);
            }
        }

        return reasons.Count > 0
            ? TimetableErrors.Impossible(reasons)
            : Result<IReadOnlyList<ProposedLesson>>.Accept(planners.SelectMany(Lessons).ToList());
    }

    /// <summary>What could not be met even with nobody else in the building.</summary>
    private static Error? RefuseAlone(CoursePlanner planner)
    {
        var course = planner.Demand;
        if (course.Hours <= 0)
        {
            return TimetableErrors.NothingToPlan(course);
        }

        if (course.Teachers.Count == 0)
        {
            return course.TeachersLearn ? TimetableErrors.TeachersLearn(course) : TimetableErrors.NoTeacher(course);
        }

        if (planner.Days.Count == 0)
        {
            return course.From > course.To ? TimetableErrors.CourseOver(course) : TimetableErrors.NoDays(course);
        }

        if (!planner.HasRoom)
        {
            return planner.AnyRoomIsBigEnough ? TimetableErrors.NoComputerRoom(course) : TimetableErrors.NoRoom(course);
        }

        return planner.LeastLessons > planner.Windows.Count
            ? TimetableErrors.TooFewDays(course, planner.LeastLessons, planner.Windows.Count, planner.Days.Count)
            : null;
    }

    /// <summary>The weekday, stream, room and teacher that are free in most windows; of equals the least busy teacher.</summary>
    private static Seat Usual(CoursePlanner planner, TimetableBoard board, Dictionary<Guid, int> load)
    {
        var free = new Dictionary<(DayOfWeek, int, Guid?, Guid), (int Count, Seat First)>();
        for (var window = 0; window < planner.Windows.Count; window++)
        {
            foreach (var seat in planner.Seats(window, null).Where(seat => board.Free(planner.Demand, seat)))
            {
                var key = (seat.Slot.Date.DayOfWeek, seat.Slot.Stream, seat.RoomId, seat.TeacherId);
                free[key] = free.TryGetValue(key, out var known) ? (known.Count + 1, known.First) : (1, seat);
            }
        }

        // A course that needs fewer lessons than it has windows gains nothing by a place that is free in all of them.
        return free.Count == 0
            ? planner.Seats(0, null).First()
            : free
                .Values.OrderByDescending(one => Math.Min(one.Count, planner.LeastLessons))
                .ThenBy(one => load[one.First.TeacherId])
                .First()
                .First;
    }

    private static Error? Fill(CoursePlanner planner, Seat usual, TimetableBoard board)
    {
        var lacking = new Dictionary<Scarce, int>();
        for (var window = 0; window < planner.Windows.Count && planner.PlacedHours < planner.Demand.Hours; window++)
        {
            var lesson = new PlacedLesson(planner, window);
            var tries = MostTries;
            if (TryPlace(lesson, usual, null, board, LongestChain, [lesson], ref tries))
            {
                planner.Placed.Add(lesson);
                continue;
            }

            var scarce = ScarcestIn(planner, window, 0, board);
            lacking[scarce] = lacking.GetValueOrDefault(scarce) + 1;
        }

        Lengthen(planner, board, lacking);
        if (planner.PlacedHours >= planner.Demand.Hours)
        {
            return null;
        }

        var (course, needed, placed) = (planner.Demand, planner.LeastLessons, planner.Placed.Count);
        var (rooms, teachers, learners) = (
            lacking.GetValueOrDefault(Scarce.Rooms),
            lacking.GetValueOrDefault(Scarce.Teachers),
            lacking.GetValueOrDefault(Scarce.Learners)
        );
        return rooms >= teachers && rooms >= learners ? TimetableErrors.RoomsBusy(course, needed, placed)
            : teachers >= learners ? TimetableErrors.TeachersBusy(course, needed, placed)
            : TimetableErrors.LearnersBusy(course, needed, placed);
    }

    /// <summary>Where every window has its lesson and hours are still missing, lessons go to longer streams.</summary>
    private static void Lengthen(CoursePlanner planner, TimetableBoard board, Dictionary<Scarce, int> lacking)
    {
        foreach (var lesson in planner.Placed.TakeWhile(_ => planner.PlacedHours < planner.Demand.Hours))
        {
            var former = lesson.Seat;
            var longer = planner
                .Windows[lesson.Window]
                .Select(slot => slot.Hours)
                .Where(hours => hours > former.Slot.Hours)
                .Distinct()
                .OrderDescending()
                .ToList();
            if (longer.Count == 0)
            {
                continue;
            }

            board.Lift(lesson);
            var tries = MostTries;
            if (longer.Exists(hours => TryPlace(lesson, former, hours, board, LongestChain, [lesson], ref tries)))
            {
                continue;
            }

            var scarce = ScarcestIn(planner, lesson.Window, former.Slot.Hours, board);
            board.Place(lesson, former);
            lacking[scarce] = lacking.GetValueOrDefault(scarce) + 1;
        }

        // What the longer ones have made needless goes, the last first.
        while (
            planner.Placed.MaxBy(lesson => (lesson.Seat.Slot.Date, lesson.Seat.Slot.Stream)) is { } last
            && planner.PlacedHours - last.Seat.Slot.Hours >= planner.Demand.Hours
        )
        {
            board.Lift(last);
            planner.Placed.Remove(last);
        }
    }

    private static bool TryPlace(
        PlacedLesson lesson,
        Seat usual,
        int? hours,
        TimetableBoard board,
        int chain,
        HashSet<PlacedLesson> moving,
        ref int tries
    )
    {
        var course = lesson.Course.Demand;
        var seats = lesson
            .Course.Seats(lesson.Window, usual)
            .Where(seat => hours is null || seat.Slot.Hours == hours)
            .ToList();
        foreach (var seat in seats)
        {
            if (board.Free(course, seat))
            {
                board.Place(lesson, seat);
                return true;
            }
        }

        if (chain == 0)
        {
            return false;
        }

        foreach (var seat in seats)
        {
            if (--tries < 0)
            {
                return false;
            }

            if (board.OnlyBlocker(course, seat) is not { } blocker || !moving.Add(blocker))
            {
                continue;
            }

            var former = blocker.Seat;
            board.Lift(blocker);
            board.Place(lesson, seat);

            // It keeps its hours, so that its course still has as many as before.
            if (TryPlace(blocker, former, former.Slot.Hours, board, chain - 1, moving, ref tries))
            {
                moving.Remove(blocker);
                return true;
            }

            board.Lift(lesson);
            board.Place(blocker, former);
            moving.Remove(blocker);
        }

        return false;
    }

    /// <summary>What there is too little of in a window, among the streams of more than so many hours.</summary>
    private static Scarce ScarcestIn(CoursePlanner planner, int window, int hours, TimetableBoard board)
    {
        var scarce = Scarce.Learners;
        foreach (var seat in planner.Seats(window, null).Where(seat => seat.Slot.Hours > hours))
        {
            if (board.LearnersBusy(planner.Demand, seat.Slot))
            {
                continue;
            }

            // A free room without a teacher is nearer to a lesson than no room at all.
            if (seat.RoomId is { } room && board.RoomBusy(room, seat.Slot))
            {
                scarce = scarce == Scarce.Learners ? Scarce.Rooms : scarce;
            }
            else
            {
                return Scarce.Teachers;
            }
        }

        return scarce;
    }

    /// <summary>The lessons in order of time: the last one takes the hours that are left and is the final assessment.</summary>
    private static IEnumerable<ProposedLesson> Lessons(CoursePlanner planner)
    {
        var course = planner.Demand;
        var left = course.Hours;
        foreach (
            var seat in planner.Placed.Select(lesson => lesson.Seat).OrderBy(seat => (seat.Slot.Date, seat.Slot.Stream))
        )
        {
            var hours = Math.Min(left, seat.Slot.Hours);
            left -= hours;
            yield return new ProposedLesson(
                course.Id,
                new LessonPlan(seat.Slot.Date, seat.Slot.Stream, hours, course.Venue, seat.TeacherId)
                {
                    RoomId = seat.RoomId,
                    Place = course.Place,
                    Kind = left == 0 && course.MayEndOn(seat.Slot) ? LessonKind.FinalAssessment : LessonKind.Lesson,
                }
            );
        }
    }

    /// <summary>What a window had too little of.</summary>
    private enum Scarce
    {
        Learners,
        Rooms,
        Teachers,
    }
}
