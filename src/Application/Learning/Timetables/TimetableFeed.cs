using MethodCenter.Application.Organizations;
using MethodCenter.Domain.Learning.Lessons;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.Timetables;

/// <summary>A timetable as a calendar that other programs subscribe to (RFC 5545).</summary>
public sealed record TimetableCalendar
{
    /// <summary>File name, without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>The calendar, with its line ends.</summary>
    public required string Text { get; init; }
}

/// <summary>Writes lessons as a calendar.</summary>
internal sealed class TimetableFeed(ILearningStore store, IOrganizationStore organizations)
{
    /// <param name="name">File name, and the name of the calendar.</param>
    /// <param name="lessons">Cancelled ones too: subscribers must learn that they are.</param>
    public async Task<TimetableCalendar> WriteAsync(
        string name,
        IQueryable<Lesson> lessons,
        CancellationToken cancellationToken
    )
    {
        var (courses, rooms) = (store.Courses, store.Rooms);
        var rows = await lessons
            .OrderBy(lesson => lesson.Date)
            .ThenBy(lesson => lesson.Stream)
            .ThenBy(lesson => lesson.Id)
            .Select(lesson => new
            {
                lesson.Id,
                lesson.Version,
                lesson.AcademicYear,
                lesson.Date,
                lesson.Stream,
                lesson.Hours,
                lesson.Topic,
                lesson.State,
                lesson.Place,
                Title = courses.Where(course => course.Id == lesson.CourseId).Select(course => course.Title).First(),
                Room = rooms
                    .Where(room => room.Id == lesson.RoomId)
                    .Select(room => room.Site + ", " + room.Name)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var calendars = await store
            .AcademicCalendars.AsNoTracking()
            .ToDictionaryAsync(calendar => calendar.AcademicYear, cancellationToken);
        var zone = await organizations.Centres.Select(centre => centre.TimeZone).SingleAsync(cancellationToken);
        var writer = new ICalendarWriter(name, TimeZoneInfo.FindSystemTimeZoneById(zone));
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
                    Description = row.Topic,
                    Location = row.Room ?? row.Place,
                    Cancelled = row.State == LessonState.Cancelled,
                }
            );
        }

        return new TimetableCalendar { Name = name, Text = writer.ToString() };
    }
}
