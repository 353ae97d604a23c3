using CsCheck;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Teaching.Timetables;

/// <summary>What holds of every timetable; a failure is shrunk and names its seed (<c>CsCheck_Seed</c> repeats it).</summary>
public sealed class TimetablePropertyTests
{
    private const int Times = 300;
    private static readonly DateOnly First = new(2019, 9, 2);

    private static readonly Gen<CourseDemand> Course =
        from learners in Gen.Int[1, 30]
        from computers in Gen.Int[0, 5]
        from hours in Gen.Int[0, 24]
        from mode in Gen.Enum<TimetableMode>()
        from start in Gen.Int[0, 140]
        from length in Gen.Int[-1, 60]
        from weekdays in Gen.Int[0, 31]
        from teachers in Gen.Int[0, 15]
        select new CourseDemand
        {
            Id = Guid.Empty,
            Number = 0,
            From = First.AddDays(start),
            To = First.AddDays(start + length),
            Hours = hours,
            Learners = learners,
            NeedsComputers = computers == 0,
            Mode = mode,
            Weekdays = [.. Chosen(weekdays, 5).Select(day => (DayOfWeek)(day + 1))],
            Teachers = [.. Chosen(teachers, 4).Select(number => School.Teachers[number])],
        };

    private static readonly Gen<TimetableDemand> Demand =
        from streams in Gen.Int[1, 6].Array[1, 3]
        from rooms in Gen.Select(Gen.Int[1, 35], Gen.Int[0, 35]).Array[1, 4]
        from courses in Course.Array[1, 6]
        from rivals in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[0, 4]
        from taken in Gen.Select(Gen.Int[0, 150], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 9]).Array[
            0,
            40
        ]
        select Make(streams, rooms, courses, rivals, taken);

    [Fact]
    public void A_timetable_has_no_conflict_and_a_refusal_has_true_reasons() =>
        Demand.Sample(
            demand =>
            {
                var proposed = TimetablePlanner.Propose(demand);
                if (proposed.Succeeded(out var lessons, out var error))
                {
                    TimetableJudge.ShouldHold(demand, lessons);
                    return;
                }

                foreach (var reason in TimetableJudge.Reasons(error))
                {
                    TimetableJudge.ShouldBeTrue(demand, reason);
                }
            },
            iter: Times,
            print: Print
        );

    [Fact]
    public void What_has_everything_for_itself_is_refused_for_nothing_but_its_days() =>
        Demand.Sample(
            demand =>
            {
                var own = demand with
                {
                    Courses = [.. demand.Courses.Select(course => Alone(course))],
                    Rooms = [.. demand.Courses.Select(course => School.Room($"своя {course.Number}", 30, 30))],
                    Taken = [.. demand.Taken.Where(taken => demand.Courses.Any(one => one.Id == taken.CourseId))],
                };

                var proposed = TimetablePlanner.Propose(own);

                var possible = own.Courses.All(course => TimetableJudge.MostHours(own, course) >= course.Hours);
                proposed.Refused.ShouldBe(!possible, proposed.Error?.ToString());
            },
            iter: Times,
            print: Print
        );

    [Theory]
    [InlineData("timetable.rooms-busy")]
    [InlineData("timetable.teachers-busy")]
    [InlineData("timetable.learners-busy")]
    public void What_there_is_enough_of_is_never_named_as_the_reason(string code) =>
        Demand.Sample(
            demand =>
            {
                var error = TimetablePlanner.Propose(Enough(demand, code)).Error;

                (error is null ? [] : TimetableJudge.Reasons(error)).ShouldAllBe(reason => reason.Code != code);
            },
            iter: Times,
            print: Print
        );

    /// <summary>The same question with a room, or a teacher, for each course, or without learners in common.</summary>
    private static TimetableDemand Enough(TimetableDemand demand, string code) =>
        code switch
        {
            "timetable.rooms-busy" => demand with
            {
                Rooms =
                [
                    .. demand.Rooms,
                    .. demand.Courses.Select(course => School.Room($"своя {course.Number}", 30, 30)),
                ],
            },
            "timetable.teachers-busy" => demand with
            {
                Courses =
                [
                    .. demand.Courses.Select(course =>
                        course with
                        {
                            Teachers = [.. course.Teachers, School.Id(9000 + course.Number)],
                        }
                    ),
                ],
            },
            _ => demand with
            {
                Courses = [.. demand.Courses.Select(course => course with { Rivals = new HashSet<Guid>() })],
            },
        };

    private static CourseDemand Alone(CourseDemand course) =>
        course with
        {
            Hours = Math.Max(1, course.Hours),
            To = course.To < course.From ? course.From : course.To,
            Teachers = [School.Id(9000 + course.Number)],
            Rivals = new HashSet<Guid>(),
        };

    private static TimetableDemand Make(
        int[] streams,
        (int Seats, int Computers)[] rooms,
        CourseDemand[] courses,
        (int One, int Other)[] rivals,
        (int Day, int Stream, int Room, int Teacher, int Course)[] taken
    )
    {
        var bells = streams.Select((hours, index) => Bells(index, hours)).ToArray();
        var halls = rooms
            .Select((room, index) => School.Room($"зал {index}", room.Seats, Math.Min(room.Seats, room.Computers)))
            .ToArray();
        return new TimetableDemand(
            [AcademicCalendar.Set(School.Year, School.Plan(bells), School.Norms).Value],
            [.. courses.Select((course, index) => Numbered(course, index, rivals, courses.Length))],
            halls,
            [
                .. taken.Select(
                    (one, index) =>
                        new TakenSlot(
                            First.AddDays(one.Day),
                            (one.Stream % streams.Length) + 1,
                            one.Course < courses.Length ? Id(one.Course) : School.Id(5000 + index),
                            halls[one.Room % halls.Length].Id,
                            School.Teachers[one.Teacher]
                        )
                ),
            ]
        );
    }

    private static BellStream Bells(int index, int hours)
    {
        var from = new TimeOnly(8, 0).AddMinutes(index * 5 * 60);
        return new BellStream(index + 1, from, from.AddMinutes(hours * 45), null, null, hours);
    }

    private static CourseDemand Numbered(CourseDemand course, int index, (int One, int Other)[] rivals, int count) =>
        course with
        {
            Id = Id(index),
            Number = index + 1,
            Rivals = rivals
                .Where(pair => pair.One != pair.Other && pair.One < count && pair.Other < count)
                .SelectMany(pair => (IEnumerable<(int, int)>)[(pair.One, pair.Other), (pair.Other, pair.One)])
                .Where(pair => pair.Item1 == index)
                .Select(pair => Id(pair.Item2))
                .ToHashSet(),
        };

    private static Guid Id(int index) => School.Id(1001 + index);

    private static IEnumerable<int> Chosen(int mask, int count) =>
        Enumerable.Range(0, count).Where(bit => (mask & (1 << bit)) != 0);

    private static string Print(TimetableDemand demand) =>
        string.Join(
            Environment.NewLine,
            [
                "streams " + string.Join(", ", demand.Calendars[0].Streams.Select(stream => stream.Hours)),
                .. demand.Rooms.Select(room => $"room {room.Seats} {room.Computers} {room.Id}"),
                .. demand.Courses.Select(course =>
                    $"{course} teachers {string.Join(", ", course.Teachers)} rivals {string.Join(", ", course.Rivals)} days {string.Join(", ", course.Weekdays)}"
                ),
                .. demand.Taken.Select(taken => taken.ToString()),
            ]
        );
}
