using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Teaching.Timetables;

/// <summary>The lessons of a course as a calendar to subscribe to.</summary>
[Permission(LessonPermissions.Read)]
public sealed record GetCourseTimetable(Guid Id) : IQuery<TimetableCalendar>;

internal sealed class GetCourseTimetableHandler(ITeachingStore store, TimetableFeed feed)
    : IQueryHandler<GetCourseTimetable, TimetableCalendar>
{
    public async Task<Result<TimetableCalendar>> Handle(GetCourseTimetable request, CancellationToken cancellationToken)
    {
        var course = await store
            .Courses.Where(course => course.Id == request.Id)
            .Select(course => new { course.Number, course.Title })
            .SingleOrDefaultAsync(cancellationToken);
        if (course is null)
        {
            return CourseErrors.NotFound;
        }

        var lessons = store.Lessons.Where(lesson => lesson.CourseId == request.Id);
        var title = $"Курс № {course.Number}: {course.Title}";
        return await feed.WriteAsync($"course-{request.Id}", title, lessons, cancellationToken);
    }
}
