using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Domain.Learning.Campaigns;

namespace MethodCenter.Application.Learning.Campaigns;

/// <summary>A campaign in a list.</summary>
public sealed record CampaignListItem
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    public string? Provider { get; init; }

    public DateOnly OpensOn { get; init; }

    public DateOnly ClosesOn { get; init; }

    public CampaignDecision Decision { get; init; }

    public bool ByQuota { get; init; }

    /// <summary>Applications that the caller may see.</summary>
    public int Applications { get; init; }

    public int Version { get; init; }
}

/// <summary>Campaigns.</summary>
[Permission(CampaignPermissions.Read)]
public sealed record ListCampaigns : ListQuery, IQuery<Page<CampaignListItem>>
{
    /// <summary>
    /// Part of the title or the provider; neither case nor the Russian letters «ё» and «е» are distinguished.
    /// </summary>
    public string? Q { get; init; }

    /// <summary>Campaigns that take applications on this day.</summary>
    public DateOnly? OpenOn { get; init; }
}

internal sealed class ListCampaignsHandler(ILearningStore store, ICampaignApplications applied)
    : IQueryHandler<ListCampaigns, Page<CampaignListItem>>
{
    internal static readonly SortFields<Campaign> Sort = new SortFields<Campaign>("-opensOn")
        .Add("opensOn", campaign => campaign.OpensOn)
        .Add("closesOn", campaign => campaign.ClosesOn)
        .Add("title", campaign => campaign.SearchKey);

    public Task<Result<Page<CampaignListItem>>> Handle(ListCampaigns request, CancellationToken cancellationToken)
    {
        var applications = applied.All;
        Expression<Func<Campaign, CampaignListItem>> projection = campaign => new CampaignListItem
        {
            Id = campaign.Id,
            Title = campaign.Title,
            Provider = campaign.Provider,
            OpensOn = campaign.OpensOn,
            ClosesOn = campaign.ClosesOn,
            Decision = campaign.Decision,
            ByQuota = campaign.ByQuota,
            Applications = applications.Count(application => application.CampaignId == campaign.Id),
            Version = campaign.Version,
        };
        return store
            .Campaigns.Searched(request.Q, campaign => campaign.SearchKey)
            .WhereGiven(request.OpenOn, day => campaign => campaign.OpensOn <= day && campaign.ClosesOn >= day)
            .ToPageAsync(request, Sort, projection, cancellationToken);
    }
}
