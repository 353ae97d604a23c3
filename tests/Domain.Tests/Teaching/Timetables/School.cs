using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Domain.Tests.Teaching.Timetables;

/// <summary>The year, bells and rooms of SPB-21 and SPB-23.</summary>
internal static class School
{
    public static readonly AcademicYear Year = AcademicYear.Starting(2019);
    public static readonly NormSet Norms = new([.. ProgrammeNorms.All, .. CourseNorms.All, .. CalendarNorms.All], []);
    public static readonly Guid[] Teachers = [.. Enumerable.Range(1, 12).Select(Id)];

    public static readonly BellStream Morning = new(
        1,
        new TimeOnly(9, 45),
        new TimeOnly(13, 0),
        new TimeOnly(11, 15),
        new TimeOnly(11, 30),
        4
    );
    public static readonly BellStream Afternoon = new(
        2,
        new TimeOnly(14, 45),
        new TimeOnly(18, 0),
        new TimeOnly(16, 15),
        new TimeOnly(16, 30),
        4
    );

    public static CalendarPlan Plan(params BellStream[] streams) =>
        new(
            new DateOnly(2019, 9, 2),
            new DateOnly(2020, 2, 1),
            new DateOnly(2020, 6, 30),
            5,
            [
                new CalendarBreak(new DateOnly(2019, 11, 4), new DateOnly(2019, 11, 4)),
                new CalendarBreak(new DateOnly(2019, 12, 30), new DateOnly(2020, 1, 8)),
            ],
            streams.Length == 0 ? [Morning, Afternoon] : streams
        );

    public static AcademicCalendar Calendar() => AcademicCalendar.Set(Year, Plan(), Norms).Value;

    public static Room Room(string name, int seats, int computers = 0) =>
        Domain.Teaching.Rooms.Room.Register(new RoomCard("Невский, 154", name, seats, computers, [])).Value;

    public static Room[] Rooms() =>
        [Room("зал 1", 80), Room("зал 2", 30), Room("класс 1", 12, 12), Room("класс 2", 12, 12)];

    public static Course Course(
        int hours = 36,
        int capacity = 25,
        int number = 1,
        Guid[]? learners = null,
        CourseSeason season = CourseSeason.Autumn,
        Programme? programme = null,
        bool open = true
    )
    {
        var plan = new CoursePlan(
            season,
            new DateOnly(2019, 9, 2),
            new DateOnly(2020, 1, 31),
            StudyForm.FullTime,
            null,
            new FundingBlock(FundingSource.StateAssignment, null),
            capacity
        );
        var course = Domain
            .Learning.Courses.Course.Register(programme ?? Programme(hours), Year, number, plan, Norms)
            .Value;
        if (open)
        {
            course.OpenRegistration();
        }

        foreach (var learner in learners ?? [])
        {
            course.Enrol(
                new SentEmployee(learner, Guid.NewGuid(), new DateOnly(2019, 9, 2)),
                null,
                new EnrolmentFacts()
            );
        }

        return course;
    }

    public static Programme Programme(int hours = 36)
    {
        var card = new ProgrammeCard("Программа", hours, ProgrammeLine.Thematic, StudyForm.FullTime, new(2019, 6, 1));
        return Domain
            .Learning.Programmes.Programme.Register("p", ProgrammeKind.ProfessionalDevelopment, card, Norms)
            .Value;
    }

    /// <summary>The same ids in every run.</summary>
    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
