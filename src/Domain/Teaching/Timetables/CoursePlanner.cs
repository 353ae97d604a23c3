using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Domain.Teaching.Timetables;

/// <summary>
/// What one course could have: its windows of time, in each of which it has one lesson, and its rooms.
/// </summary>
internal sealed class CoursePlanner
{
    private readonly IReadOnlyList<Guid?> _rooms;

    public CoursePlanner(CourseDemand demand, TimetableDemand whole)
    {
        Demand = demand;
        var fitting = whole
            .Rooms.Where(room => room.Status == RoomStatus.InUse && room.Seats >= demand.Learners)
            .ToList();
        var withComputers = fitting.Where(room => room.Computers >= demand.Learners).ToList();
        AnyRoomIsBigEnough = fitting.Count > 0;

        // The smallest that is enough, and computers only for groups that need them: so the rare rooms stay free.
        _rooms =
            demand.Venue != LessonVenue.Room
                ? [null]
                :
                [
                    .. (demand.NeedsComputers ? withComputers : fitting)
                        .OrderBy(room => room.Computers)
                        .ThenBy(room => room.Seats)
                        .ThenBy(room => room.NameKey, StringComparer.Ordinal)
                        .ThenBy(room => room.Id)
                        .Select(room => (Guid?)room.Id),
                ];
        Days = WorkingDays(demand, whole);

        // Where the course has a lesson already, the week (or half of the month) has its share.
        var shared = whole
            .Taken.Where(taken => taken.CourseId == demand.Id)
            .Select(taken => WindowOf(demand.Mode, taken.Date, taken.Stream))
            .ToHashSet();
        Windows =
        [
            .. Days.SelectMany(day =>
                    whole.CalendarOn(day)!.Streams.Select(stream => new TimeSlot(day, stream.Number, stream.Hours))
                )
                .GroupBy(slot => WindowOf(demand.Mode, slot.Date, slot.Stream))
                .Where(window => !shared.Contains(window.Key))
                .Select(window => window.ToArray()),
        ];
        Teachers = [.. demand.Teachers];
    }

    public CourseDemand Demand { get; }

    public bool AnyRoomIsBigEnough { get; }

    public bool HasRoom => _rooms.Count > 0;

    /// <summary>Rooms among which it may choose.</summary>
    public int Choice => _rooms.Count;

    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>In order of time.</summary>
    public IReadOnlyList<TimeSlot[]> Windows { get; }

    /// <summary>In order of preference.</summary>
    public List<Guid> Teachers { get; private set; }

    public List<PlacedLesson> Placed { get; } = [];

    public int PlacedHours => Placed.Sum(lesson => lesson.Seat.Slot.Hours);

    /// <summary>Lessons needed if every window took the longest stream it has.</summary>
    public int LeastLessons
    {
        get
        {
            var (hours, lessons) = (0, 0);
            foreach (var window in Windows)
            {
                if (hours >= Demand.Hours)
                {
                    break;
                }

                hours += window.Max(slot => slot.Hours);
                lessons++;
            }

            // The windows are too few: as many more as the longest stream gives.
            var longest = Windows.Count == 0 ? 1 : Windows.Max(window => window.Max(slot => slot.Hours));
            return lessons + (Math.Max(0, Demand.Hours - hours) + longest - 1) / longest;
        }
    }

    /// <summary>Chooses one teacher before the others: the one with the least to do.</summary>
    public void Prefer(Guid teacher) => Teachers = [teacher, .. Teachers.Where(other => other != teacher)];

    /// <summary>Where the lesson of a window could stand: the usual day, stream, room and teacher first.</summary>
    public IEnumerable<Seat> Seats(int window, Seat? usual)
    {
        var rooms = usual is { RoomId: var wont } ? [.. _rooms.OrderBy(room => room == wont ? 0 : 1)] : _rooms;
        return from slot in Windows[window].OrderBy(slot => Distance(slot, usual)).ThenBy(slot => slot.Date)
            from teacher in Teachers
            from room in rooms
            select new Seat(slot, room, teacher);
    }

    private static int Distance(TimeSlot slot, Seat? usual) =>
        usual is not { Slot: var wont } ? 0
        : slot.Date.DayOfWeek != wont.Date.DayOfWeek ? 2
        : slot.Stream != wont.Stream ? 1
        : 0;

    private static List<DateOnly> WorkingDays(CourseDemand demand, TimetableDemand whole)
    {
        List<DateOnly> days = [];
        for (var day = demand.From; day <= demand.To; day = day.AddDays(1))
        {
            if (
                (demand.Weekdays.Count == 0 || demand.Weekdays.Contains(day.DayOfWeek))
                && whole.CalendarOn(day) is { } calendar
                && calendar.IsWorkingDay(day)
            )
            {
                days.Add(day);
            }
        }

        return days;
    }

    /// <summary>What of one window is taught at most once.</summary>
    private static (int, int) WindowOf(TimetableMode mode, DateOnly date, int stream) =>
        mode switch
        {
            TimetableMode.Weekly => (Monday(date), 0),
            TimetableMode.TwiceMonthly => ((date.Year * 12) + date.Month, date.Day <= 15 ? 1 : 2),
            _ => (date.DayNumber, stream),
        };

    private static int Monday(DateOnly day) => day.DayNumber - (((int)day.DayOfWeek + 6) % 7);
}
