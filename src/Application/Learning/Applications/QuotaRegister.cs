using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Quotas;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Quotas of those who wait for a course, as read before any of them is held.</summary>
internal sealed class WaitingQuotas(HashSet<Guid> needed, IReadOnlyList<Quota> quotas)
{
    public static readonly WaitingQuotas None = new([], []);

    private readonly ILookup<(Guid, Guid), Quota> _quotas = quotas.ToLookup(quota =>
        (quota.CampaignId, quota.OrganisationId)
    );

    /// <summary>The quota of the course, else that of the programme; null: there is none.</summary>
    public Quota? Of(TrainingApplication application) =>
        _quotas[(application.CampaignId, application.OrganisationId)].MaxBy(quota => quota.CourseId is not null);

    /// <summary>False: without a quota there is no seat.</summary>
    public bool MayBeWithout(TrainingApplication application) => !needed.Contains(application.CampaignId);
}

/// <summary>Finds and holds quotas.</summary>
internal sealed class QuotaRegister(ILearningStore store)
{
    /// <summary>The quota of the course, else that of the programme, else none.</summary>
    public async Task<HeldQuota> FindAndHoldAsync(
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
                Outside = campaign.Provider != null,
                QuotaId = store
                    .Set<Quota>()
                    .Where(quota =>
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
        return new HeldQuota(row, found.ByQuota, found.Outside);
    }

    /// <summary>The quotas that decide those who wait for a course: two queries, however many they are.</summary>
    public async Task<WaitingQuotas> ReadAsync(
        Course course,
        IReadOnlyCollection<TrainingApplication> waiting,
        CancellationToken cancellationToken
    )
    {
        if (waiting.Count == 0)
        {
            return WaitingQuotas.None;
        }

        Guid[] campaigns = [.. waiting.Select(application => application.CampaignId).Distinct()];
        Guid[] organisations = [.. waiting.Select(application => application.OrganisationId).Distinct()];
        var needed = await store
            .Campaigns.Where(campaign => campaigns.Contains(campaign.Id) && campaign.ByQuota)
            .Select(campaign => campaign.Id)
            .ToListAsync(cancellationToken);
        var quotas = await store
            .Quotas.IgnoreQueryFilters([QueryFilters.Organisations])
            .AsNoTracking()
            .Where(quota =>
                campaigns.Contains(quota.CampaignId)
                && organisations.Contains(quota.OrganisationId)
                && (quota.TargetId == course.Id || quota.TargetId == course.ProgrammeId)
            )
            .ToListAsync(cancellationToken);
        return new WaitingQuotas([.. needed], quotas);
    }

    /// <summary>Holds those quotas of which something was left when they were read, and that are not held yet.</summary>
    public async Task HoldLeftAsync(IEnumerable<Quota> read, CancellationToken cancellationToken)
    {
        Guid[] ids =
        [
            .. read.Where(quota => quota.HasLeft && Held(quota) is null).Select(quota => quota.Id).Distinct().Order(),
        ];
        await HoldAsync(ids, cancellationToken);
    }

    /// <summary>The quota as it stands in this transaction; null: nothing was left of it when it was read.</summary>
    public Quota? Held(Quota read) => store.Quotas.Local.FindEntry(read.Id)?.Entity;

    /// <summary>The quotas that applications have used, their rows held.</summary>
    public async Task<IReadOnlyDictionary<Guid, Quota>> HoldUsedAsync(
        IEnumerable<TrainingApplication> applications,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. applications.Select(application => application.QuotaId).OfType<Guid>().Distinct().Order()];
        return (await HoldAsync(ids, cancellationToken)).ToDictionary(quota => quota.Id);
    }

    private async Task<IReadOnlyList<Quota>> HoldAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        if (ids is [])
        {
            return [];
        }

        await store.HoldQuotasAsync(ids, cancellationToken);
        return await store
            .Quotas.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(quota => ids.Contains(quota.Id))
            .ToListAsync(cancellationToken);
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

    /// <summary>Several employees have left a course: so have the applications by which they came. Three queries.</summary>
    public async Task WithdrawManyAsync(
        IReadOnlyCollection<Guid> enrolmentIds,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var applications = await OfEnrolmentsAsync(
            enrolmentIds,
            [ApplicationState.Approved, ApplicationState.Waiting],
            cancellationToken
        );
        if (applications is [])
        {
            return;
        }

        var used = await HoldUsedAsync(applications, cancellationToken);
        foreach (var application in applications)
        {
            application.Withdraw(application.QuotaId is { } id ? used[id] : null, reason);
        }
    }

    /// <summary>They are back on their seats, and so are the applications that went with them.</summary>
    /// <param name="arrivals">The arrival of each enrolment that is back.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Result<Nothing>> ReinstateManyAsync(
        IReadOnlyDictionary<Guid, int> arrivals,
        CancellationToken cancellationToken
    )
    {
        // An enrolment keeps its id when the learner comes back, by another application or by none: only the one by which
        // he came the last time went with the seat.
        var applications = (
            await OfEnrolmentsAsync([.. arrivals.Keys], [ApplicationState.Withdrawn], cancellationToken)
        )
            .Where(application => application.Arrival == arrivals[application.EnrolmentId!.Value])
            .ToList();
        if (applications is [])
        {
            return Nothing.Done;
        }

        var used = await HoldUsedAsync(applications, cancellationToken);
        foreach (var application in applications)
        {
            var reinstated = application.Reinstate(application.QuotaId is { } id ? used[id] : null);
            if (reinstated.Refused)
            {
                return reinstated;
            }
        }

        return Nothing.Done;
    }

    private Task<List<TrainingApplication>> OfEnrolmentsAsync(
        IReadOnlyCollection<Guid> enrolmentIds,
        ApplicationState[] states,
        CancellationToken cancellationToken
    )
    {
        Guid?[] ids = [.. enrolmentIds.Select(id => (Guid?)id)];
        return store
            .Applications.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(application => ids.Contains(application.EnrolmentId) && states.Contains(application.State))
            .ToListAsync(cancellationToken);
    }
}
