using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Completes a course after its last day: everyone enrolled has then completed it, the waiting list ends.</summary>
[Permission(CoursePermissions.Change)]
public sealed record CompleteCourse(Guid Id, int Version) : ICommand<CourseDetails>;

internal sealed class CompleteCourseHandler(ILearningStore store, IReads reads, IClock clock)
    : ICommandHandler<CompleteCourse, CourseDetails>
{
    public async Task<Result<CourseDetails>> Handle(CompleteCourse request, CancellationToken cancellationToken)
    {
        var course = await store.HoldCourseAsync(request.Id, cancellationToken);
        if (course is null)
        {
            return CourseErrors.NotFound;
        }

        return course.CheckVersion(request.Version)
            ?? course.Complete(clock.Today).Error
            ?? reads.Answer<Course, CourseDetails>(course);
    }
}
