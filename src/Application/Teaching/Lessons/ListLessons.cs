using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>The timetable, by course, teacher, room, days, stream, kind or state.</summary>
[Permission(LessonPermissions.Read)]
public sealed record ListLessons : ListQuery, IQuery<Page<LessonListItem>>
{
    /// <summary>Lessons of this course.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>Lessons that this employee gives.</summary>
    public Guid? TeacherId { get; init; }

    /// <summary>Lessons in this room.</summary>
    public Guid? RoomId { get; init; }

    /// <summary>On or after.</summary>
    public DateOnly? From { get; init; }

    /// <summary>On or before.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Number of the stream in the calendar of the year.</summary>
    public int? Stream { get; init; }

    public LessonKind? Kind { get; init; }

    public LessonState? State { get; init; }
}

internal sealed class ListLessonsHandler(ITeachingStore store, ITerritoryStore territory)
    : IQueryHandler<ListLessons, Page<LessonListItem>>
{
    internal static readonly SortFields<Lesson> Sort = new SortFields<Lesson>("date,stream")
        .Add("date", lesson => lesson.Date)
        .Add("stream", lesson => lesson.Stream)
        .Add("hours", lesson => lesson.Hours);

    public async Task<Result<Page<LessonListItem>>> Handle(ListLessons request, CancellationToken cancellationToken)
    {
        var (courses, rooms, employees) = (store.Courses, store.Rooms, territory.SeenEmployees);
        Expression<Func<Lesson, LessonListItem>> projection = lesson => new LessonListItem
        {
            Id = lesson.Id,
            CourseId = lesson.CourseId,
            CourseNumber = courses
                .Where(course => course.Id == lesson.CourseId)
                .Select(course => course.Number)
                .First(),
            CourseTitle = courses.Where(course => course.Id == lesson.CourseId).Select(course => course.Title).First(),
            AcademicYear = lesson.AcademicYear,
            Date = lesson.Date,
            Stream = lesson.Stream,
            Hours = lesson.Hours,
            Venue = lesson.Venue,
            RoomId = lesson.RoomId,
            Room = rooms
                .Where(room => room.Id == lesson.RoomId)
                .Select(room => room.Site + ", " + room.Name)
                .FirstOrDefault(),
            Place = lesson.Place,
            TeacherId = lesson.TeacherId,
            Teacher = employees
                .Where(employee => employee.Id == lesson.TeacherId)
                .Select(employee => employee.FullName)
                .FirstOrDefault(),
            Topic = lesson.Topic,
            Kind = lesson.Kind,
            State = lesson.State,
            Version = lesson.Version,
        };
        var read = await Filter(store.Lessons, request).ToPageAsync(request, Sort, projection, cancellationToken);
        if (!read.Succeeded(out var page, out var error))
        {
            return error;
        }

        var calendars = await store.CalendarsAsync(page.Items.Select(lesson => lesson.AcademicYear), cancellationToken);
        return page with
        {
            Items =
            [
                .. page.Items.Select(lesson => lesson.WithBells(calendars.GetValueOrDefault(lesson.AcademicYear))),
            ],
        };
    }

    /// <summary>The rows that the filters of the list let through.</summary>
    internal static IQueryable<Lesson> Filter(IQueryable<Lesson> lessons, ListLessons request) =>
        lessons
            .WhereGiven(request.CourseId, id => lesson => lesson.CourseId == id)
            .WhereGiven(request.TeacherId, id => lesson => lesson.TeacherId == id)
            .WhereGiven(request.RoomId, id => lesson => lesson.RoomId == id)
            .WhereGiven(request.From, day => lesson => lesson.Date >= day)
            .WhereGiven(request.To, day => lesson => lesson.Date <= day)
            .WhereGiven(request.Stream, stream => lesson => lesson.Stream == stream)
            .WhereGiven(request.Kind, kind => lesson => lesson.Kind == kind)
            .WhereGiven(request.State, state => lesson => lesson.State == state);
}
