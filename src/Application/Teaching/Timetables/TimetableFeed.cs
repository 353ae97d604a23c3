using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Teaching.Calendars;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Timetables;

/// <summary>A timetable as a calendar that other programs subscribe to (RFC 5545).</summary>
public sealed record TimetableCalendar
{
    /// <summary>File name, without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>The calendar, with its line ends.</summary>
    public required string Text { get; init; }

    /// <summary>The same as long as the calendar says the same.</summary>
    public required string Tag { get; init; }
}

/// <summary>Writes lessons as a calendar.</summary>
internal sealed class TimetableFeed(ITeachingStore store, ITerritoryStore territory, IClock clock, Caller caller)
{
    /// <summary>
    /// First day of a room's or an employee's feed: that of the academic year before this one. A subscribed calendar shows
    /// what the feed has, so older lessons leave it; a course's own feed has them all.
    /// </summary>
    public static DateOnly FirstDay(DateOnly today) => AcademicYear.Of(today).From.AddYears(-1);

    /// <param name="name">File name.</param>
    /// <param name="title">What a subscriber sees as the name of the calendar.</param>
    /// <param name="lessons">Cancelled ones too: subscribers must learn that they are.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<TimetableCalendar> WriteAsync(
        string name,
        string title,
        IQueryable<Lesson> lessons,
        CancellationToken cancellationToken
    )
    {
        var rows = await ReadAsync(lessons, cancellationToken);
        var calendars = await store
            .AcademicCalendars.AsNoTracking()
            .ToDictionaryAsync(calendar => calendar.AcademicYear, cancellationToken);
        var writer = new ICalendarWriter(title, caller.Centre!.Zone, clock.Now);
        foreach (var row in rows)
        {
            // A cancelled lesson may stand in a stream that the calendar no longer has; its bells are not known then.
            if (calendars.GetValueOrDefault(row.AcademicYear)?.FindStream(row.Stream) is not { } stream)
            {
                continue;
            }

            writer.Add(
                new ICalendarEntry(
                    row.Id,
                    row.Version - 1,
                    row.Date,
                    stream.From,
                    stream.EndAfter(row.Hours),
                    row.Title
                )
                {
                    Description = Describe(
                        row.Topic,
                        row.Teacher is { } teacher
                            ? PaperWords.FullName(teacher.LastName, teacher.FirstName, teacher.Patronymic)
                            : null
                    ),
                    Location = row.Room ?? row.Place,
                    Cancelled = row.State == LessonState.Cancelled,
                }
            );
        }

        return new TimetableCalendar
        {
            Name = name,
            Text = writer.ToString(),
            Tag = writer.Tag(),
        };
    }

    private Task<List<FeedLesson>> ReadAsync(IQueryable<Lesson> lessons, CancellationToken cancellationToken)
    {
        var (courses, rooms, employees) = (store.Courses, store.Rooms, territory.Employees);
        return lessons
            .OrderBy(lesson => lesson.Date)
            .ThenBy(lesson => lesson.Stream)
            .ThenBy(lesson => lesson.Id)
            .Select(lesson => new FeedLesson
            {
                Id = lesson.Id,
                Version = lesson.Version,
                AcademicYear = lesson.AcademicYear,
                Date = lesson.Date,
                Stream = lesson.Stream,
                Hours = lesson.Hours,
                Topic = lesson.Topic,
                State = lesson.State,
                Place = lesson.Place,
                Title = courses.Where(course => course.Id == lesson.CourseId).Select(course => course.Title).First(),
                Room = rooms
                    .Where(room => room.Id == lesson.RoomId)
                    .Select(room => room.Site + ", " + room.Name)
                    .FirstOrDefault(),
                Teacher = employees
                    .Where(employee => employee.Id == lesson.TeacherId)
                    .Select(employee => new FeedTeacher(employee.LastName, employee.FirstName, employee.Patronymic))
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
    }

    private static string? Describe(string? topic, string? teacher) =>
        string.Join('\n', new[] { topic, teacher is null ? null : $"Преподаватель: {teacher}" }.OfType<string>())
            is { Length: > 0 } text
            ? text
            : null;

    private sealed record FeedLesson
    {
        public required Guid Id { get; init; }

        public required int Version { get; init; }

        public required AcademicYear AcademicYear { get; init; }

        public required DateOnly Date { get; init; }

        public required int Stream { get; init; }

        public required int Hours { get; init; }

        public required string? Topic { get; init; }

        public required LessonState State { get; init; }

        public required string? Place { get; init; }

        public required string Title { get; init; }

        public required string? Room { get; init; }

        public required FeedTeacher? Teacher { get; init; }
    }

    private sealed record FeedTeacher(string LastName, string FirstName, string? Patronymic);
}
