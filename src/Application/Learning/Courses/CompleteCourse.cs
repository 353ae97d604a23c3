using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Teaching.Journal;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Teaching.Journal;

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

        if (course.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var completed = course.Complete(clock.Today, await OutcomeAsync(course, cancellationToken));
        return completed.Refused
            ? completed.Error
            : reads.Answer<Course, CourseDetails>(course).Warn(completed.Warnings.AsSpan());
    }

    /// <summary>Of all organisations: the protocol is whole. Two SQL commands.</summary>
    private async Task<CourseOutcome> OutcomeAsync(Course course, CancellationToken cancellationToken)
    {
        var protocols = store.FinalAssessments.Where(protocol => protocol.CourseId == course.Id);
        var passed = protocols
            .SelectMany(protocol => protocol.Results)
            .Where(line => line.Result == FinalResult.Passed)
            .Select(line => line.EnrolmentId);
        var learners = store.Enrolments.Where(enrolment =>
            enrolment.CourseId == course.Id
            && (enrolment.State == EnrolmentState.Enrolled || enrolment.State == EnrolmentState.Completed)
        );
        var found = await store
            .Courses.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(one => one.Id == course.Id)
            .Select(_ => new
            {
                // Without a line it says nothing of anybody.
                HasProtocol = protocols.Any(protocol => protocol.Results.Any()),
                NotPassed = learners.Count(enrolment =>
                    enrolment.State == EnrolmentState.Enrolled && !passed.Contains(enrolment.Id)
                ),
                InAutumn = learners.Any(enrolment => enrolment.HalfYear == HalfYear.Autumn),
                InSpring = learners.Any(enrolment => enrolment.HalfYear == HalfYear.Spring),
            })
            .SingleAsync(cancellationToken);
        HalfYear[] groups =
        [
            .. found.InAutumn ? [HalfYear.Autumn] : Array.Empty<HalfYear>(),
            .. found.InSpring ? [HalfYear.Spring] : Array.Empty<HalfYear>(),
        ];
        return new CourseOutcome(
            found.HasProtocol,
            found.NotPassed,
            CourseOutcome.LeastHours(course, groups, await store.HeldAsync(course.Id, cancellationToken))
        );
    }
}
