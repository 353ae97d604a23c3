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

        var completed = course.CheckVersion(request.Version) is { } stale
            ? stale
            : course.Complete(clock.Today, await OutcomeAsync(course.Id, cancellationToken));
        return completed.Refused
            ? completed.Error
            : reads.Answer<Course, CourseDetails>(course).Warn(completed.Warnings.AsSpan());
    }

    /// <summary>Of all organisations: the protocol is whole.</summary>
    private Task<CourseOutcome> OutcomeAsync(Guid courseId, CancellationToken cancellationToken)
    {
        var (protocols, enrolments, lessons) = (store.FinalAssessments, store.Enrolments, store.Lessons);
        return store
            .Courses.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(course => course.Id == courseId)
            .Select(course => new CourseOutcome(
                protocols.Any(protocol => protocol.CourseId == course.Id),
                protocols
                    .Where(protocol => protocol.CourseId == course.Id)
                    .SelectMany(protocol => protocol.Results)
                    .Count(line =>
                        line.Result != FinalResult.Passed
                        && enrolments.Any(enrolment =>
                            enrolment.Id == line.EnrolmentId && enrolment.State == EnrolmentState.Enrolled
                        )
                    ),
                lessons
                    .Where(lesson => lesson.CourseId == course.Id && lesson.HeldRecordedOn != null)
                    .Sum(lesson => lesson.Hours)
            ))
            .SingleAsync(cancellationToken);
    }
}
