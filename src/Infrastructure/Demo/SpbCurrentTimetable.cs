using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Teaching.CalendarLinks;
using MethodCenter.Application.Teaching.Journal;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure.Identity;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Lessons of a course that runs: one was given, others are planned. And a room that nobody uses.</summary>
internal sealed class SpbCurrentTimetable(DemoSession session, int firstIndex)
{
    private const string DocumentedCode = "SAMP1E00000000000000000002";

    private int _made = firstIndex;

    public async Task LoadAsync(Guid course, Guid teacher, CancellationToken cancellationToken)
    {
        (int, int)[] holidays = [(11, 4), (2, 22), (2, 23), (3, 8), (5, 3), (5, 10), (6, 14)];
        await new SpbTimetable(session).SetCalendarAsync(_made, session.Years.Move(2026), holidays, cancellationToken);
        var study = new RegisterRoom
        {
            Site = "Невский, 154",
            Name = "кабинет методиста",
            Seats = 8,
        };
        await session.DoAsync(DemoKind.Room, _made, study, cancellationToken);
        var rooms = await session.AskAsync(new ListRooms { Q = "компьютерный класс 1" }, cancellationToken);
        var lessons = await AddLessonsAsync(course, rooms.Items[0].Id, teacher, cancellationToken);
        var list = new ListEnrolments { CourseId = course };
        var learners = await session.AskAsync(list, cancellationToken);
        var sheet = new AttendanceBody
        {
            Learners =
            [
                .. learners.Items.Select(learner => new AttendanceEntryBody
                {
                    EnrolmentId = learner.Id,
                    Presence = Presence.Present,
                }),
            ],
        };
        var given = lessons[0];
        await session.DoAsync(
            DemoKind.Lesson,
            _made++,
            new RecordAttendance(given.Id, given.Version, sheet),
            cancellationToken
        );
        var work = new FinalWorkBody
        {
            Topic = "Цифровой практикум по физике",
            Assignment = "Практикум для 8 класса с листами самооценки",
            AssignedBy = "Администрация школы",
        };
        await session.DoAsync(
            DemoKind.FinalWork,
            0,
            new RecordFinalWork(course, learners.Items[^1].Id, work),
            cancellationToken
        );
        await LinkAsync(course, cancellationToken);
    }

    private async Task<List<LessonDetails>> AddLessonsAsync(
        Guid course,
        Guid room,
        Guid teacher,
        CancellationToken cancellationToken
    )
    {
        // In each of the years to which they move, these are working days.
        (DateOnly Date, string Topic)[] plan =
        [
            (new(2026, 10, 7), "Интерактивная доска: приёмы работы"),
            (new(2026, 10, 14), "Презентация урока"),
            (new(2026, 12, 9), "Облачные сервисы"),
            (new(2026, 12, 16), "Совместная работа в сети"),
        ];
        List<LessonDetails> lessons = [];
        foreach (var (date, topic) in plan)
        {
            var lesson = new AddLesson
            {
                CourseId = course,
                Date = session.Years.Move(date),
                Stream = 1,
                Hours = 4,
                RoomId = room,
                TeacherId = teacher,
                Topic = topic,
            };
            lessons.Add(await session.DoAsync(DemoKind.Lesson, _made++, lesson, cancellationToken));
        }

        return lessons;
    }

    /// <summary>The link that the documentation reads: its code is the same in every demo, as the database is.</summary>
    private async Task LinkAsync(Guid course, CancellationToken cancellationToken)
    {
        var wanted = new MakeCalendarLink { Subject = CalendarSubject.Course, SubjectId = course };
        var made = await session.DoAsync(DemoKind.CalendarLink, 0, wanted, cancellationToken);
        await session
            .Database.CalendarLinks.Where(link => link.Id == made.Id)
            .ExecuteUpdateAsync(
                change => change.SetProperty(link => link.Hash, ApiKeys.HashOf(DocumentedCode)),
                cancellationToken
            );
    }
}
