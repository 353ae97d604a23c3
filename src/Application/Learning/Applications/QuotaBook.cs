using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Applications;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>The quota that decides an application, its row held until the end of the transaction.</summary>
internal readonly record struct HeldQuota(Quota? Row, bool Needed)
{
    public bool HasLeft => Row?.HasLeft ?? !Needed;
}

/// <summary>Finds and holds quotas.</summary>
internal sealed class QuotaBook(ILearningStore store)
{
    /// <summary>The quota of the course, else that of the programme, else none.</summary>
    public async Task<HeldQuota> HoldAsync(
        TrainingApplication application,
        Guid? courseId,
        CancellationToken cancellationToken
    )
    {
        var found = await (
            from campaign in store.Campaigns.AsNoTracking()
            where campaign.Id == application.CampaignId
            select new
            {
                campaign.ByQuota,
                QuotaId = store
                    .Quotas.Where(quota =>
                        quota.CampaignId == campaign.Id
                        && quota.OrganisationId == application.OrganisationId
                        && (quota.TargetId == courseId || quota.TargetId == application.ProgrammeId)
                    )
                    .OrderByDescending(quota => quota.CourseId != null)
                    .Select(quota => (Guid?)quota.Id)
                    .FirstOrDefault(),
            }
        )
            .IgnoreQueryFilters([QueryFilters.Organisations])
            .SingleAsync(cancellationToken);
        var row = found.QuotaId is { } id ? await store.HoldQuotaAsync(id, cancellationToken) : null;
        return new HeldQuota(row, found.ByQuota);
    }

    /// <summary>The quota that an application has used, its row held.</summary>
    public async Task<Quota?> HoldUsedAsync(TrainingApplication application, CancellationToken cancellationToken) =>
        application.QuotaId is { } id ? await store.HoldQuotaAsync(id, cancellationToken) : null;

    /// <summary>An employee has left a course: so has the application by which he came.</summary>
    public async Task WithdrawAsync(Guid enrolmentId, string? reason, CancellationToken cancellationToken)
    {
        var application = await store
            .Applications.IgnoreQueryFilters([QueryFilters.Organisations])
            .SingleOrDefaultAsync(
                application =>
                    application.EnrolmentId == enrolmentId
                    && (
                        application.State == ApplicationState.Approved || application.State == ApplicationState.Waiting
                    ),
                cancellationToken
            );
        application?.Withdraw(await HoldUsedAsync(application, cancellationToken), reason);
    }
}
