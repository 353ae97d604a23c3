using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>One course.</summary>
[Permission(CoursePermissions.Read)]
public sealed record GetCourse(Guid Id) : IQuery<CourseDetails>;

internal sealed class GetCourseHandler(IReads reads) : IQueryHandler<GetCourse, CourseDetails>
{
    public async Task<Result<CourseDetails>> Handle(GetCourse request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Course, CourseDetails>(request.Id, cancellationToken) is { } course
            ? course
            : CourseErrors.NotFound;
}
