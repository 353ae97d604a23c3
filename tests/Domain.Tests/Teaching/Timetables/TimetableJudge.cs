using System.Globalization;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Teaching.Timetables;

/// <summary>Judges a timetable by its question alone, by nothing that the planner uses.</summary>
internal static class TimetableJudge
{
    public static IReadOnlyList<Error> Reasons(Error error) => error.Fields.Length == 0 ? [error] : error.Fields;

    /// <summary>Checked from the question and the answer alone, by nothing that the planner uses.</summary>
    public static void ShouldHold(TimetableDemand demand, IReadOnlyList<ProposedLesson> lessons, string? of = null)
    {
        var all = lessons
            .Select(one => new TakenSlot(
                one.Plan.Date,
                one.Plan.Stream,
                one.CourseId,
                one.Plan.RoomId,
                one.Plan.TeacherId
            ))
            .Concat(demand.Taken)
            .ToList();
        var mine = all.Take(lessons.Count).ToHashSet();
        foreach (var atOnce in all.GroupBy(one => (one.Date, one.Stream)))
        {
            foreach (
                var (one, other) in Pairs(atOnce).Where(pair => mine.Contains(pair.One) || mine.Contains(pair.Other))
            )
            {
                one.RoomId.ShouldNotBe(other.RoomId, of);
                one.TeacherId.ShouldNotBe(other.TeacherId, of);
                one.CourseId.ShouldNotBe(other.CourseId, of);
                Array
                    .Exists(
                        [.. demand.Courses],
                        course => course.Id == one.CourseId && course.Rivals.Contains(other.CourseId)
                    )
                    .ShouldBeFalse(of);
            }
        }

        foreach (var course in demand.Courses)
        {
            var own = lessons.Where(one => one.CourseId == course.Id).Select(one => one.Plan).ToList();
            own.Sum(plan => plan.Hours).ShouldBe(course.Hours, of);
            own.SequenceEqual(own.OrderBy(plan => (plan.Date, plan.Stream))).ShouldBeTrue(of);
            own.Count(plan => plan.Kind == LessonKind.FinalAssessment).ShouldBe(1, of);
            own[^1].Kind.ShouldBe(LessonKind.FinalAssessment, of);
            foreach (var plan in own)
            {
                var room = demand.Rooms.Single(room => room.Id == plan.RoomId);
                room.Seats.ShouldBeGreaterThanOrEqualTo(course.Learners, of);
                room.Computers.ShouldBeGreaterThanOrEqualTo(course.NeedsComputers ? course.Learners : 0, of);
                plan.Date.ShouldBeInRange(course.From, course.To, of);
                plan.Date.DayOfWeek.ShouldNotBe(DayOfWeek.Saturday, of);
                plan.Date.DayOfWeek.ShouldNotBe(DayOfWeek.Sunday, of);
                plan.Hours.ShouldBeInRange(1, CalendarOf(demand, plan.Date)!.FindStream(plan.Stream)!.Hours, of);
                course.Teachers.ShouldContain(plan.TeacherId, of);
                (course.Weekdays.Count == 0 || course.Weekdays.Contains(plan.Date.DayOfWeek)).ShouldBeTrue(of);
                CalendarOf(demand, plan.Date)!
                    .Breaks.ShouldAllBe(rest => plan.Date < rest.From || plan.Date > rest.To, of);
            }

            // In each window one lesson, and none where one stands already.
            own.Select(plan => Window(course, plan.Date, plan.Stream)).ShouldBeUnique(of);
            own.Select(plan => Window(course, plan.Date, plan.Stream))
                .Intersect(Shared(demand, course))
                .ShouldBeEmpty(of);
        }
    }

    /// <summary>The calendar that has the day between its first and its last; null: none has.</summary>
    private static AcademicCalendar? CalendarOf(TimetableDemand demand, DateOnly day) =>
        demand.Calendars.SingleOrDefault(calendar => day >= calendar.StartsOn && day <= calendar.EndsOn);

    private static IEnumerable<(TakenSlot One, TakenSlot Other)> Pairs(IEnumerable<TakenSlot> slots)
    {
        var list = slots.ToList();
        for (var one = 0; one < list.Count; one++)
        {
            for (var other = one + 1; other < list.Count; other++)
            {
                yield return (list[one], list[other]);
            }
        }
    }

    /// <summary>Whether what is said of a course alone, with nobody else in the building, is true.</summary>
    public static void ShouldBeTrue(TimetableDemand demand, Error reason)
    {
        var course = demand.Courses.Single(one => one.Number.Equals(reason.Params["course"]));
        var fitting = demand.Rooms.Where(room => room.Seats >= course.Learners).ToList();
        var days = Days(demand, course);
        switch (reason.Code)
        {
            case "timetable.nothing-to-plan":
                course.Hours.ShouldBe(0);
                break;
            case "timetable.no-teacher":
                course.Teachers.ShouldBeEmpty();
                break;
            case "timetable.course-over":
                course.From.ShouldBeGreaterThan(course.To);
                break;
            case "timetable.no-days":
                days.ShouldBeEmpty();
                break;
            case "timetable.no-room":
                fitting.ShouldBeEmpty();
                break;
            case "timetable.no-computer-room":
                (course.NeedsComputers, fitting.Exists(room => room.Computers >= course.Learners)).ShouldBe(
                    (true, false)
                );
                break;
            case "timetable.too-few-days":
                MostHours(demand, course, days).ShouldBeLessThan(course.Hours);
                break;
            default:
                reason.Code.ShouldBeOneOf("timetable.rooms-busy", "timetable.teachers-busy", "timetable.learners-busy");
                break;
        }
    }

    /// <summary>Hours that the course could have with nobody else in the building: the longest stream of each window.</summary>
    public static int MostHours(TimetableDemand demand, CourseDemand course) =>
        MostHours(demand, course, Days(demand, course));

    private static int MostHours(TimetableDemand demand, CourseDemand course, List<DateOnly> days)
    {
        var shared = Shared(demand, course).ToHashSet();
        return days.SelectMany(day => CalendarOf(demand, day)!.Streams.Select(stream => (day, stream)))
            .GroupBy(slot => Window(course, slot.day, slot.stream.Number))
            .Where(window => !shared.Contains(window.Key))
            .Sum(window => window.Max(slot => slot.stream.Hours));
    }

    private static List<DateOnly> Days(TimetableDemand demand, CourseDemand course) =>
        [
            .. Enumerable
                .Range(0, Math.Max(0, course.To.DayNumber - course.From.DayNumber + 1))
                .Select(course.From.AddDays)
                .Where(day => CalendarOf(demand, day) is not null)
                .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                .Where(day => course.Weekdays.Count == 0 || course.Weekdays.Contains(day.DayOfWeek))
                .Where(day => CalendarOf(demand, day)!.Breaks.All(rest => day < rest.From || day > rest.To)),
        ];

    private static IEnumerable<string> Shared(TimetableDemand demand, CourseDemand course) =>
        demand
            .Taken.Where(taken => taken.CourseId == course.Id)
            .Select(taken => Window(course, taken.Date, taken.Stream));

    private static string Window(CourseDemand course, DateOnly day, int stream) =>
        course.Mode switch
        {
            TimetableMode.Weekly => string.Create(
                CultureInfo.InvariantCulture,
                $"{ISOWeek.GetYear(day.ToDateTime(default))} week {ISOWeek.GetWeekOfYear(day.ToDateTime(default))}"
            ),
            TimetableMode.TwiceMonthly => $"{day:yyyy-MM} {(day.Day <= 15 ? "first" : "second")} half",
            _ => $"{day:yyyy-MM-dd} {stream}",
        };
}
