using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Closes the enrolment of a course; lessons go on.</summary>
[Permission(CoursePermissions.Change)]
public sealed record CloseCourseRegistration(Guid Id, int Version) : ICommand<CourseDetails>;

internal sealed class CloseCourseRegistrationHandler(ILearningStore store, IReads reads)
    : ICommandHandler<CloseCourseRegistration, CourseDetails>
{
    public async Task<Answer<CourseDetails>> Handle(
        CloseCourseRegistration request,
        CancellationToken cancellationToken
    )
    {
        var course = await store.Courses.SingleOrDefaultAsync(course => course.Id == request.Id, cancellationToken);
        if (course is null)
        {
            return CourseErrors.NotFound;
        }

        return course.CheckVersion(request.Version)
            ?? course.CloseRegistration().Error
            ?? reads.Answer<Course, CourseDetails>(course);
    }
}
