namespace MethodCenter.Application.Learning.Campaigns;

/// <summary>What has come to campaigns. Campaigns asks, applications answer.</summary>
public interface ICampaignApplications
{
    /// <summary>The campaign of each application that the caller may see; to be composed into queries.</summary>
    IQueryable<CampaignApplication> All { get; }
}

/// <summary>An application of a campaign.</summary>
public sealed record CampaignApplication
{
    public Guid CampaignId { get; init; }
}
