using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Journal;
using Microsoft.EntityFrameworkCore;

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

        // Of all organisations: the protocol is whole.
        var enrolments = store.Enrolments;
        var notPassed = await store
            .FinalAssessments.Where(assessment => assessment.CourseId == course.Id)
            .SelectMany(assessment => assessment.Results)
            .Where(line =>
                line.Result != FinalResult.Passed
                && enrolments.Any(enrolment =>
                    enrolment.Id == line.EnrolmentId && enrolment.State == EnrolmentState.Enrolled
                )
            )
            .IgnoreQueryFilters([QueryFilters.Organisations])
            .CountAsync(cancellationToken);
        return course.CheckVersion(request.Version)
            ?? course.Complete(clock.Today, notPassed).Error
            ?? reads.Answer<Course, CourseDetails>(course);
    }
}
