using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Approves an application: a seat when the course and the quota have one left, else the waiting list.</summary>
[Permission(ApplicationPermissions.Decide)]
public sealed record ApproveApplication(Guid Id, int Version, ApprovalBody Body) : ICommand<ApplicationDetails>;

internal sealed class ApproveApplicationHandler(ILearningStore store, Placement placement, IReads reads, IClock clock)
    : ICommandHandler<ApproveApplication, ApplicationDetails>
{
    public async Task<Answer<ApplicationDetails>> Handle(
        ApproveApplication request,
        CancellationToken cancellationToken
    )
    {
        var application = await store.Applications.SingleOrDefaultAsync(
            application => application.Id == request.Id,
            cancellationToken
        );
        if (application is null)
        {
            return ApplicationErrors.NotFound;
        }

        if (application.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var named = request.Body.CourseId ?? application.CourseId;
        var outside =
            named is null
            && await store.Campaigns.AnyAsync(
                campaign => campaign.Id == application.CampaignId && campaign.Provider != null,
                cancellationToken
            );
        if (!application.ChooseCourse(named, outside).Succeeded(out var courseId, out var error))
        {
            return error;
        }

        var placed = await placement.PlaceAsync(application, courseId, clock.Today, cancellationToken);
        return placed.Refused
            ? placed.Error
            : reads.Answer<TrainingApplication, ApplicationDetails>(application).Warn(placed.Warnings.AsSpan());
    }
}
