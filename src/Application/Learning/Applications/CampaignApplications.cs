using MethodCenter.Application.Learning.Campaigns;

namespace MethodCenter.Application.Learning.Applications;

/// <inheritdoc cref="ICampaignApplications"/>
internal sealed class CampaignApplications(ILearningStore store) : ICampaignApplications
{
    public IQueryable<CampaignApplication> All =>
        store.Applications.Select(application => new CampaignApplication { CampaignId = application.CampaignId });
}
