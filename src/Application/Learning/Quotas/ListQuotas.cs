using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Application.Learning.Quotas;

/// <summary>A quota in a list.</summary>
public sealed record QuotaListItem
{
    public Guid Id { get; init; }

    public Guid CampaignId { get; init; }

    public string CampaignTitle { get; init; } = "";

    public Guid ProgrammeId { get; init; }

    public string ProgrammeTitle { get; init; } = "";

    public Guid? CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    public OrganisationReference Organisation { get; init; } = null!;

    public int Limit { get; init; }

    /// <summary>Applications that were satisfied.</summary>
    public int Used { get; init; }

    public int Free { get; init; }

    public int Version { get; init; }
}

/// <summary>Quotas, with what is used and free.</summary>
[Permission(QuotaPermissions.Read)]
public sealed record ListQuotas : ListQuery, IQuery<Page<QuotaListItem>>
{
    /// <summary>Quotas of one campaign.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>Quotas of one programme, those of its courses among them.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Quotas of one course.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>Quotas of one organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>True: with something left; false: used up.</summary>
    public bool? HasLeft { get; init; }
}

internal sealed class ListQuotasHandler(ILearningStore store, ITerritoryStore territory)
    : IQueryHandler<ListQuotas, Page<QuotaListItem>>
{
    internal static readonly SortFields<Quota> Sort = new SortFields<Quota>("-limit")
        .Add("limit", quota => quota.Limit)
        .Add("used", quota => quota.Used);

    public Task<Result<Page<QuotaListItem>>> Handle(ListQuotas request, CancellationToken cancellationToken)
    {
        var (organisations, programmes) = (territory.Organisations.References(), store.Programmes);
        var (campaigns, courses) = (store.Campaigns, store.Courses);
        Expression<Func<Quota, QuotaListItem>> projection = quota => new QuotaListItem
        {
            Id = quota.Id,
            CampaignId = quota.CampaignId,
            CampaignTitle = campaigns
                .Where(campaign => campaign.Id == quota.CampaignId)
                .Select(campaign => campaign.Title)
                .First(),
            ProgrammeId = quota.ProgrammeId,
            ProgrammeTitle = programmes
                .Where(programme => programme.Id == quota.ProgrammeId)
                .Select(programme => programme.Title)
                .First(),
            CourseId = quota.CourseId,
            CourseTitle = courses
                .Where(course => course.Id == quota.CourseId)
                .Select(course => course.Title)
                .FirstOrDefault(),
            CourseNumber = courses
                .Where(course => course.Id == quota.CourseId)
                .Select(course => (int?)course.Number)
                .FirstOrDefault(),
            Organisation = organisations.First(organisation => organisation.Id == quota.OrganisationId),
            Limit = quota.Limit,
            Used = quota.Used,
            Free = quota.Limit - quota.Used,
            Version = quota.Version,
        };
        return Filter(store.Quotas, request).ToPageAsync(request, Sort, projection, cancellationToken);
    }

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Quota> Filter(IQueryable<Quota> quotas, ListQuotas request) =>
        quotas
            .WhereGiven(request.CampaignId, id => quota => quota.CampaignId == id)
            .WhereGiven(request.ProgrammeId, id => quota => quota.ProgrammeId == id)
            .WhereGiven(request.CourseId, id => quota => quota.CourseId == id)
            .WhereGiven(request.OrganisationId, id => quota => quota.OrganisationId == id)
            .WhereGiven(request.HasLeft, left => quota => quota.Used < quota.Limit == left);
}
