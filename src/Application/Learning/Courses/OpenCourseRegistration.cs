using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Opens a course for enrolment.</summary>
[Permission(CoursePermissions.Change)]
public sealed record OpenCourseRegistration(Guid Id, int Version) : ICommand<CourseDetails>;

internal sealed class OpenCourseRegistrationHandler(ILearningStore store, IReads reads)
    : ICommandHandler<OpenCourseRegistration, CourseDetails>
{
    public async Task<Answer<CourseDetails>> Handle(OpenCourseRegistration request, CancellationToken cancellationToken)
    {
        var course = await store.Courses.SingleOrDefaultAsync(course => course.Id == request.Id, cancellationToken);
        if (course is null)
        {
            return CourseErrors.NotFound;
        }

        return course.CheckVersion(request.Version)
            ?? course.OpenRegistration().Error
            ?? reads.Answer<Course, CourseDetails>(course);
    }
}
