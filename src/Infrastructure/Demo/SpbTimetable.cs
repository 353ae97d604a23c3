using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Teaching.Calendars;
using MethodCenter.Application.Teaching.Journal;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Teaching.Timetables;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Timetables;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>A course of the demo that is to be taught.</summary>
internal sealed record DemoCourse(Guid Id, int Index, ProgrammeLine Line, StudyForm Form, int Autumn, int Spring);

/// <summary>The year 2019-2020 in rooms and bells (SPB-21, SPB-23), with a timetable and a journal that are made up.</summary>
internal sealed class SpbTimetable(DemoSession session)
{
    private const int ComputersInClass = 12;
    private const int Teachers = 12;

    /// <summary>Made-up things of attendance must not shift the made-up persons.</summary>
    private readonly Random _random = new(2021);

    /// <summary>Kept apart, so that the ids of one kind do not follow from those of another.</summary>
    private int _lessons;

    private int _marks = 10_000;

    public async Task LoadAsync(
        IReadOnlyList<DemoCourse> courses,
        IEnumerable<Guid> teachers,
        CancellationToken cancellationToken
    )
    {
        foreach (var row in DemoTable.Read("spb-central-rooms").Rows)
        {
            var room = new RegisterRoom
            {
                Site = row["site"],
                Name = row["name"],
                Seats = row.Number("seats"),
                Computers = row.Number("computers"),
                Equipment = row["equipment"].Split(';'),
            };
            await session.DoAsync(DemoKind.Room, row.Index, room, cancellationToken);
        }

        await SetCalendarAsync(
            0,
            2019,
            [(11, 4), (2, 24), (3, 9), (5, 1), (5, 4), (5, 5), (5, 11), (6, 12)],
            cancellationToken
        );
        await PlanAsync(courses, [.. teachers.Take(Teachers)], cancellationToken);
        await TeachAsync(cancellationToken);
        await AssessAsync(courses, cancellationToken);
    }

    /// <summary>The streams of SPB-21; public holidays that fall on working days have no lessons.</summary>
    public Task SetCalendarAsync(
        int index,
        int year,
        IEnumerable<(int Month, int Day)> holidays,
        CancellationToken cancellationToken
    )
    {
        var breaks = holidays.Select(one => new DateOnly(one.Month >= 9 ? year : year + 1, one.Month, one.Day));
        var calendar = new AcademicCalendarBody
        {
            StartsOn = new DateOnly(year, 9, 2),
            SecondHalfFrom = new DateOnly(year + 1, 2, 1),
            EndsOn = new DateOnly(year + 1, 6, 30),
            DaysPerWeek = 5,
            Breaks =
            [
                new CalendarBreakBody { From = new DateOnly(year, 12, 30), To = new DateOnly(year + 1, 1, 8) },
                .. breaks.Select(day => new CalendarBreakBody { From = day, To = day }),
            ],
            Streams =
            [
                Stream(1, new TimeOnly(9, 45), new TimeOnly(11, 15)),
                Stream(2, new TimeOnly(14, 45), new TimeOnly(16, 15)),
            ],
        };
        var command = new SetAcademicCalendar($"{year}-{year + 1}", calendar);
        return session.DoAsync(DemoKind.Calendar, index, command, cancellationToken);
    }

    /// <summary>Two lessons of an hour and a half with a quarter of an hour between them: four academic hours.</summary>
    private static BellStreamBody Stream(int number, TimeOnly from, TimeOnly breakFrom) =>
        new()
        {
            Number = number,
            From = from,
            BreakFrom = breakFrom,
            BreakTo = breakFrom.AddMinutes(15),
            To = breakFrom.AddMinutes(105),
            Hours = 4,
        };

    /// <summary>Once a week where that is enough; 72 hours before New Year need a session.</summary>
    private async Task PlanAsync(
        IReadOnlyList<DemoCourse> courses,
        IReadOnlyList<Guid> teachers,
        CancellationToken cancellationToken
    )
    {
        var timetable = new GenerateTimetable
        {
            TeacherIds = teachers,
            From = new DateOnly(2019, 9, 2),
            Courses =
            [
                .. courses.Select(course => new TimetableCourseBody
                {
                    CourseId = course.Id,
                    Mode = course is { Autumn: > 0, Line: not ProgrammeLine.Ict }
                        ? TimetableMode.Session
                        : TimetableMode.Weekly,
                    Venue = Venue(course),
                    Place = Venue(course) switch
                    {
                        LessonVenue.OffSite => "Компьютерный класс школы",
                        LessonVenue.Distance => "Портал дистанционного обучения центра",
                        _ => null,
                    },
                }),
            ],
        };
        await session.DoAsync(DemoKind.Lesson, _lessons++, timetable, cancellationToken);
    }

    /// <summary>Groups that are larger than a computer class were taught at schools (SPB-22).</summary>
    private static LessonVenue Venue(DemoCourse course) =>
        course.Form == StudyForm.Distance ? LessonVenue.Distance
        : course.Line == ProgrammeLine.Ict && Math.Max(course.Autumn, course.Spring) > ComputersInClass
            ? LessonVenue.OffSite
        : LessonVenue.Room;

    /// <summary>Most learners are there; some miss a lesson, come late or leave early.</summary>
    private async Task TeachAsync(CancellationToken cancellationToken)
    {
        var learners = await session
            .Database.Enrolments.Where(enrolment => enrolment.State == EnrolmentState.Enrolled)
            .OrderBy(enrolment => enrolment.Arrival)
            .Select(enrolment => new
            {
                enrolment.Id,
                enrolment.CourseId,
                enrolment.HalfYear,
            })
            .ToListAsync(cancellationToken);
        var seats = learners.ToLookup(learner => learner.CourseId);
        var courses = await session.Database.Courses.ToDictionaryAsync(course => course.Id, cancellationToken);
        var lessons = await session
            .Database.Lessons.OrderBy(lesson => lesson.Date)
            .ThenBy(lesson => lesson.Stream)
            .ThenBy(lesson => lesson.Id)
            .Select(lesson => new
            {
                lesson.Id,
                lesson.CourseId,
                lesson.Date,
                lesson.Version,
            })
            .ToListAsync(cancellationToken);
        foreach (var lesson in lessons)
        {
            var group = CourseGroup.On(courses[lesson.CourseId], lesson.Date)!.HalfYear;
            var sheet = new AttendanceBody
            {
                Learners =
                [
                    .. seats[lesson.CourseId]
                        .Where(learner => learner.HalfYear == group)
                        .Select(learner => Mark(learner.Id)),
                ],
            };
            var command = new RecordAttendance(lesson.Id, lesson.Version, sheet);
            await session.DoAsync(DemoKind.Lesson, _marks, command, cancellationToken);
            _marks += sheet.Learners.Count + 1;
        }
    }

    private AttendanceEntryBody Mark(Guid enrolmentId)
    {
        var (presence, missed) = _random.Next(100) switch
        {
            < 4 => (Presence.Absent, null),
            < 6 => (Presence.Late, 15),
            < 7 => (Presence.LeftEarly, 45),
            _ => (Presence.Present, (int?)null),
        };
        return new AttendanceEntryBody
        {
            EnrolmentId = enrolmentId,
            Presence = presence,
            MinutesMissed = missed,
        };
    }

    private async Task AssessAsync(IReadOnlyList<DemoCourse> courses, CancellationToken cancellationToken)
    {
        foreach (var course in courses)
        {
            await AssessAsync(session, course.Index, course.Id, cancellationToken);
        }
    }

    /// <summary>Everyone has passed, as everyone has got a certificate.</summary>
    public static async Task AssessAsync(
        DemoSession session,
        int index,
        Guid courseId,
        CancellationToken cancellationToken
    )
    {
        var learners = await session.AskAsync(
            new ListEnrolments { CourseId = courseId, Limit = 500 },
            cancellationToken
        );
        var last = await session
            .Database.Courses.Where(one => one.Id == courseId)
            .Select(one => one.EndsOn)
            .SingleAsync(cancellationToken);
        var protocol = new FinalAssessmentBody
        {
            ProtocolNumber = $"{index + 1}",
            ProtocolDate = last,
            Results =
            [
                .. learners.Items.Select(learner => new FinalResultBody
                {
                    EnrolmentId = learner.Id,
                    Result = FinalResult.Passed,
                }),
            ],
        };
        var command = new RecordFinalAssessment(courseId, protocol);
        await session.DoAsync(DemoKind.FinalAssessment, index * 1000, command, cancellationToken);
    }
}
