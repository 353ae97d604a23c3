using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Learning.Campaigns;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Campaigns;

internal sealed class CampaignsArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("campaigns", typeof(Campaign), CampaignPermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<CampaignDirectory>();
    }
}
