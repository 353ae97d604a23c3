using MethodCenter.Api.Tests.Learning.Applications;
using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Campaigns;

internal sealed class CampaignMaker : Maker
{
    public CampaignMaker() => Object("/campaigns/{id}", made => made.World.CampaignAsync("byCentre", byQuota: false));
}
