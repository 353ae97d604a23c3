using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>
/// When a course ends, so do its enrolments: completed for those who held a seat, cancelled for the rest.
/// </summary>
/// <remarks>By one statement each, however many learners there are; the audit records the number of rows, the change
/// feed tells of each enrolment.</remarks>
internal sealed class OnCourseEndedCloseEnrolments(ILearningStore store, IAuditLog audit, IBulkChanges changes)
    : IDomainEventHandler<CourseCompleted>,
        IDomainEventHandler<CourseCancelled>
{
    public async Task HandleAsync(CourseCompleted domainEvent, CancellationToken cancellationToken)
    {
        await MoveAsync(domainEvent.SubjectId, [EnrolmentState.Enrolled], EnrolmentState.Completed, cancellationToken);
        await MoveAsync(domainEvent.SubjectId, [EnrolmentState.Waiting], EnrolmentState.Cancelled, cancellationToken);
    }

    public Task HandleAsync(CourseCancelled domainEvent, CancellationToken cancellationToken) =>
        MoveAsync(
            domainEvent.SubjectId,
            [EnrolmentState.Enrolled, EnrolmentState.Waiting],
            EnrolmentState.Cancelled,
            cancellationToken
        );

    private async Task MoveAsync(
        Guid courseId,
        EnrolmentState[] from,
        EnrolmentState to,
        CancellationToken cancellationToken
    )
    {
        var enrolments = store.Enrolments.Where(enrolment =>
            enrolment.CourseId == courseId && from.Contains(enrolment.State)
        );
        await changes.TellAsync(enrolments, cancellationToken);
        var rows = await enrolments.ExecuteUpdateAsync(
            change =>
                change
                    .SetProperty(enrolment => enrolment.State, to)
                    .SetProperty(enrolment => enrolment.Version, enrolment => enrolment.Version + 1),
            cancellationToken
        );
        if (rows > 0)
        {
            audit.RecordBulkChange("course", courseId, $"enrolments.{string.Join('+', from)}.{to}", rows);
        }
    }
}
