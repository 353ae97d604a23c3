using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Courses, by academic year, status, season, days, programme or title.</summary>
[Permission(CoursePermissions.Read)]
public sealed record ListCourses : ListQuery, IQuery<Page<CourseListItem>>
{
    /// <summary>Academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    public CourseStatus? Status { get; init; }

    public CourseSeason? Season { get; init; }

    /// <summary>Deliveries of one programme.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>First day on or after.</summary>
    public DateOnly? StartsFrom { get; init; }

    /// <summary>First day on or before.</summary>
    public DateOnly? StartsTo { get; init; }

    /// <summary>Part of the title; neither case nor the Russian letters «ё» and «е» are distinguished.</summary>
    public string? Q { get; init; }
}

internal sealed class ListCoursesHandler(ILearningStore store, IProjections projections)
    : IQueryHandler<ListCourses, Page<CourseListItem>>
{
    internal static readonly SortFields<Course> Sort = new SortFields<Course>("-startsOn")
        .Add("startsOn", course => course.StartsOn)
        .Add("title", course => course.TitleKey)
        .Add("number", course => course.Number)
        .Add("capacity", course => course.Capacity);

    public Task<Result<Page<CourseListItem>>> Handle(ListCourses request, CancellationToken cancellationToken) =>
        Filter(store.Courses, request)
            .ToPageAsync(request, Sort, projections.Of<Course, CourseListItem>(), cancellationToken);

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Course> Filter(IQueryable<Course> courses, ListCourses request) =>
        courses
            .Searched(request.Q, course => course.TitleKey)
            .WhereGiven(request.AcademicYear, year => course => course.AcademicYear == year)
            .WhereGiven(request.Status, status => course => course.Status == status)
            .WhereGiven(request.Season, season => course => course.Season == season)
            .WhereGiven(request.ProgrammeId, id => course => course.ProgrammeId == id)
            .WhereGiven(request.StartsFrom, day => course => course.StartsOn >= day)
            .WhereGiven(request.StartsTo, day => course => course.StartsOn <= day);
}
