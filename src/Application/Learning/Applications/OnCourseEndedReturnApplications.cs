using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>When a course is cancelled, those who applied for it are undecided again; when it ends, those who still wait are.</summary>
/// <remarks>The centre then moves them to the next course or refuses them; their quotas are free again.</remarks>
internal sealed class OnCourseEndedReturnApplications(
    ILearningStore store,
    QuotaRegister quotas,
    WaitingList waitingList
) : IDomainEventHandler<CourseCompleted>, IDomainEventHandler<CourseCancelled>
{
    public Task HandleAsync(CourseCompleted domainEvent, CancellationToken cancellationToken) =>
        ReturnAsync(domainEvent.SubjectId, [ApplicationState.Waiting], cancellationToken);

    public async Task HandleAsync(CourseCancelled domainEvent, CancellationToken cancellationToken)
    {
        await ReturnAsync(
            domainEvent.SubjectId,
            [ApplicationState.Submitted, ApplicationState.Waiting, ApplicationState.Approved],
            cancellationToken
        );

        // Those that the request holds together with the cancelled one, and no further: after quotas no course is held.
        await waitingList.PromoteAsync(
            [.. store.Courses.Local.Where(course => course.Id != domainEvent.SubjectId)],
            leaving: null,
            cancellationToken
        );
    }

    private async Task ReturnAsync(Guid courseId, ApplicationState[] states, CancellationToken cancellationToken)
    {
        var applications = await store
            .Applications.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(application => application.CourseId == courseId && states.Contains(application.State))
            .ToListAsync(cancellationToken);
        if (applications is [])
        {
            return;
        }

        var used = await quotas.HoldUsedAsync(applications, cancellationToken);
        foreach (var application in applications)
        {
            application.Return(application.QuotaId is { } id ? used[id] : null);
        }
    }
}
