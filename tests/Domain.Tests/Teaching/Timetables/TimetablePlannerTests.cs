using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Teaching.Timetables;

public sealed class TimetablePlannerTests
{
    [Fact]
    public void A_term_of_34_courses_is_made_without_a_conflict()
    {
        var courses = Enumerable
            .Range(1, 34)
            .Select(number =>
                Demand(number) with
                {
                    Learners = number <= 17 ? 25 : 12,
                    NeedsComputers = number > 17,
                    Hours = number <= 17 ? 72 : 36,
                }
            )
            .ToArray();
        var demand = new TimetableDemand([School.Calendar()], courses, School.Rooms(), []);

        var proposed = TimetablePlanner.Propose(demand);

        proposed.Refused.ShouldBeFalse(proposed.Error?.ToString());
        proposed.Value.Count.ShouldBe((17 * 18) + (17 * 9));
        TimetableJudge.ShouldHold(demand, proposed.Value);
    }

    /// <summary>Whatever is asked, what comes back has no conflict, and the same question has the same answer.</summary>
    [Fact]
    public void Random_requests_are_met_without_a_conflict_or_refused_with_a_reason()
    {
        var (met, refused) = (0, 0);
        for (var seed = 1; seed <= 150; seed++)
        {
            var demand = Random(seed);

            var proposed = TimetablePlanner.Propose(demand);

            if (proposed.Refused)
            {
                refused++;
                TimetableJudge
                    .Reasons(proposed.Error)
                    .ShouldAllBe(reason => reason.Params.ContainsKey("course"), $"seed {seed}");
                continue;
            }

            met++;
            TimetableJudge.ShouldHold(demand, proposed.Value, $"seed {seed}");
            TimetablePlanner.Propose(demand).Value.ShouldBe(proposed.Value, $"seed {seed}");
        }

        // The random requests are worth something only while both kinds are among them.
        met.ShouldBeGreaterThan(30);
        refused.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void A_lesson_in_the_way_is_moved_within_its_week()
    {
        // The first course may have Monday or Tuesday and takes Monday; the second has nothing but Monday.
        var room = School.Room("зал", 30);
        var week = (new DateOnly(2019, 9, 9), new DateOnly(2019, 9, 10));
        CourseDemand One(int number, params DayOfWeek[] days) =>
            Demand(number) with
            {
                Hours = 8,
                Mode = TimetableMode.Session,
                From = week.Item1,
                To = week.Item2,
                Weekdays = days,
                Teachers = [School.Teachers[number]],
            };
        var demand = new TimetableDemand(
            [School.Calendar()],
            [
                One(1, DayOfWeek.Monday, DayOfWeek.Tuesday) with
                {
                    Mode = TimetableMode.Weekly,
                    Hours = 4,
                },
                One(2, DayOfWeek.Monday) with
                {
                    Rivals = new HashSet<Guid>(),
                },
            ],
            [room],
            []
        );

        TimetableJudge.ShouldHold(demand, TimetablePlanner.Propose(demand).Value);
    }

    [Fact]
    public void Too_few_days_are_named()
    {
        var reason = Refusal(
            Demand(7) with
            {
                Hours = 72,
                From = new DateOnly(2019, 9, 2),
                To = new DateOnly(2019, 11, 30),
                Weekdays = [DayOfWeek.Tuesday],
            }
        );

        reason.Code.ShouldBe("timetable.too-few-days");
        (reason.Params["course"], reason.Params["needed"], reason.Params["possible"]).ShouldBe((7, 18, 13));
    }

    [Fact]
    public void A_room_that_is_not_there_is_named()
    {
        Refusal(Demand(1) with { Learners = 81 }).Code.ShouldBe("timetable.no-room");
        Refusal(Demand(1) with { Learners = 25, NeedsComputers = true }).Code.ShouldBe("timetable.no-computer-room");
        Refusal(Demand(1) with { Teachers = [] }).Code.ShouldBe("timetable.no-teacher");
        Refusal(Demand(1) with { Hours = 0 }).Code.ShouldBe("timetable.nothing-to-plan");
        Refusal(Demand(1) with { From = new DateOnly(2030, 1, 1) }).Code.ShouldBe("timetable.course-over");
        Refusal(Demand(1) with { Weekdays = [DayOfWeek.Sunday] }).Code.ShouldBe("timetable.no-days");
        Refusal(Demand(1) with { Teachers = [], TeachersLearn = true }).Code.ShouldBe("timetable.teachers-learn");
    }

    [Fact]
    public void What_is_taken_by_others_is_named()
    {
        var calendar = School.Calendar();
        var rooms = School.Rooms();
        var course = Demand(1) with { Weekdays = [DayOfWeek.Monday], Teachers = [School.Teachers[0]] };
        List<TakenSlot> Taken(Func<int, Guid?> room, Guid teacher, Guid other) =>
            [
                .. Enumerable
                    .Range(0, 160)
                    .Select(day => new DateOnly(2019, 9, 2).AddDays(day))
                    .SelectMany(day =>
                        Enumerable
                            .Range(0, 8)
                            .Select(number => new TakenSlot(day, (number % 2) + 1, other, room(number / 2), teacher))
                    ),
            ];
        Error Reason(List<TakenSlot> taken, CourseDemand demand) =>
            TimetablePlanner.Propose(new TimetableDemand([calendar], [demand], rooms, taken)).Error!;

        Reason(Taken(room => rooms[room].Id, Guid.NewGuid(), Guid.NewGuid()), course)
            .Code.ShouldBe("timetable.rooms-busy");
        Reason(Taken(_ => null, School.Teachers[0], Guid.NewGuid()), course).Code.ShouldBe("timetable.teachers-busy");
        var rival = Guid.NewGuid();
        Reason(Taken(_ => null, Guid.NewGuid(), rival), course with { Rivals = new HashSet<Guid> { rival } })
            .Code.ShouldBe("timetable.learners-busy");
    }

    [Fact]
    public void Hours_that_are_no_multiple_of_a_stream_end_with_a_shorter_final_assessment()
    {
        var demand = new TimetableDemand([School.Calendar()], [Demand(1) with { Hours = 18 }], School.Rooms(), []);

        var lessons = TimetablePlanner.Propose(demand).Value;

        lessons.Select(lesson => lesson.Plan.Hours).ShouldBe([4, 4, 4, 4, 2]);
        lessons[^1].Plan.Kind.ShouldBe(LessonKind.FinalAssessment);
    }

    /// <summary>Three days, and hours that they hold only with the longer stream of the day.</summary>
    [Theory]
    [InlineData(12, new[] { 4, 4, 4 })]
    [InlineData(9, new[] { 4, 4, 1 })]
    [InlineData(6, new[] { 2, 2, 2 })]
    public void Lessons_go_to_a_longer_stream_where_the_days_are_too_few_for_the_shorter(int hours, int[] lessons)
    {
        var calendar = AcademicCalendar
            .Set(
                School.Year,
                School.Plan(
                    new BellStream(1, new TimeOnly(9, 0), new TimeOnly(10, 30), null, null, 2),
                    new BellStream(2, new TimeOnly(11, 0), new TimeOnly(14, 0), null, null, 4)
                ),
                School.Norms
            )
            .Value;
        var course = Demand(1) with { Hours = hours, To = new DateOnly(2019, 9, 20) };
        var demand = new TimetableDemand([calendar], [course], School.Rooms(), []);

        var proposed = TimetablePlanner.Propose(demand).Value;

        proposed.Select(lesson => lesson.Plan.Hours).ShouldBe(lessons);
        TimetableJudge.ShouldHold(demand, proposed);
    }

    /// <summary>The second year has one stream of two hours; between the calendars nobody is taught.</summary>
    [Fact]
    public void A_course_that_crosses_31_August_is_taught_by_the_calendars_of_two_years()
    {
        var evening = new BellStream(5, new TimeOnly(18, 0), new TimeOnly(19, 30), null, null, 2);
        var plan = School.Plan(evening) with
        {
            StartsOn = new DateOnly(2020, 9, 1),
            SecondHalfFrom = new DateOnly(2021, 2, 1),
            EndsOn = new DateOnly(2021, 6, 30),
            Breaks = [],
        };
        var next = AcademicCalendar.Set(AcademicYear.Starting(2020), plan, School.Norms).Value;
        var course = Demand(1) with { From = new DateOnly(2020, 6, 15), To = new DateOnly(2020, 10, 2), Hours = 16 };
        var demand = new TimetableDemand([School.Calendar(), next], [course], School.Rooms(), []);

        var lessons = TimetablePlanner.Propose(demand).Value;

        TimetableJudge.ShouldHold(demand, lessons);
        lessons.Select(one => (one.Plan.Date.Month, one.Plan.Hours)).ShouldBe([(6, 4), (6, 4), (6, 4), (9, 2), (9, 2)]);
        lessons[^1].Plan.Stream.ShouldBe(5);

        // From the second year on, only its own calendar counts.
        var later = demand with
        {
            Courses = [course with { From = new DateOnly(2020, 9, 1), Hours = 4 }],
        };
        TimetablePlanner.Propose(later).Value.Select(one => one.Plan.Stream).ShouldBe([5, 5]);
        (TimetablePlanner.Propose(later with { Calendars = [School.Calendar()] }).Error?.Code).ShouldBe(
            "timetable.no-days"
        );
    }

    private static CourseDemand Demand(int number) =>
        new()
        {
            Id = School.Id(1000 + number),
            Number = number,
            From = new DateOnly(2019, 9, 2),
            To = new DateOnly(2020, 1, 31),
            Hours = 36,
            Learners = 12,
            NeedsComputers = false,
            Mode = TimetableMode.Weekly,
            Teachers = School.Teachers,
        };

    private static Error Refusal(CourseDemand course) =>
        TimetablePlanner.Propose(new TimetableDemand([School.Calendar()], [course], School.Rooms(), [])).Error!;

    private static TimetableDemand Random(int seed)
    {
        var random = new Random(seed);
        var rooms = School.Rooms().Take(random.Next(1, 5)).ToArray();
        var count = random.Next(1, 14);
        var courses = Enumerable
            .Range(1, count)
            .Select(number =>
                Demand(number) with
                {
                    Learners = random.Next(8, 28),
                    NeedsComputers = random.Next(6) == 0,
                    Hours = random.Next(4, 33),
                    Mode = (TimetableMode)random.Next(3),
                    From = new DateOnly(2019, 9, 2).AddDays(random.Next(40)),
                    Weekdays = [.. Enumerable.Range(1, 5).Where(_ => random.Next(3) > 0).Select(day => (DayOfWeek)day)],
                    Teachers = [.. School.Teachers.Take(random.Next(1, 5))],
                }
            )
            .ToArray();

        // Learners in common go both ways.
        var pairs = Enumerable.Range(0, random.Next(6)).Select(_ => (random.Next(count), random.Next(count)));
        foreach (var (one, other) in pairs.Where(pair => pair.Item1 != pair.Item2).ToList())
        {
            courses[one] = courses[one] with { Rivals = courses[one].Rivals.Append(courses[other].Id).ToHashSet() };
            courses[other] = courses[other] with { Rivals = courses[other].Rivals.Append(courses[one].Id).ToHashSet() };
        }

        var taken = Enumerable
            .Range(0, random.Next(60))
            .Select(number => new TakenSlot(
                new DateOnly(2019, 9, 2).AddDays(random.Next(120)),
                random.Next(1, 3),
                School.Id(5000 + number),
                rooms[random.Next(rooms.Length)].Id,
                School.Teachers[random.Next(12)]
            ))
            .ToArray();
        return new TimetableDemand([School.Calendar()], courses, rooms, taken);
    }
}
