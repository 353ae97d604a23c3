using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Completes a course after its last day: everyone enrolled has then completed it, the waiting list ends.</summary>
[Permission(CoursePermissions.Change)]
public sealed record CompleteCourse(Guid Id, int Version) : ICommand<CourseDetails>;

internal sealed class CompleteCourseHandler(
    ILearningStore store,
    ICourseJournal journal,
    ICourseRoll roll,
    IReads reads,
    IClock clock
) : ICommandHandler<CompleteCourse, CourseDetails>
{
    public async Task<Answer<CourseDetails>> Handle(CompleteCourse request, CancellationToken cancellationToken)
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

    /// <summary>Of all organisations: the protocol is whole.</summary>
    private async Task<CourseOutcome> OutcomeAsync(Course course, CancellationToken cancellationToken)
    {
        var protocol = await journal.ProtocolAsync(course.Id, cancellationToken);
        var learners = await roll.LearnersAsync(course.Id, cancellationToken);
        return new CourseOutcome(
            // Without a line it says nothing of anybody.
            protocol is { Results.Count: > 0 },
            learners.Count(learner =>
                !learner.HasCompleted
                && protocol?.Results.GetValueOrDefault(learner.EnrolmentId, FinalResult.Absent) != FinalResult.Passed
            ),
            CourseOutcome.LeastHours(
                course,
                [.. learners.Select(learner => learner.HalfYear).Distinct()],
                await journal.HeldAsync(course.Id, cancellationToken)
            )
        );
    }
}
