using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Territory.Centres;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Territory.Centres;

internal sealed class CentresArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("centres", typeof(Centre), CentrePermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ICentreName, CentreName>();
    }
}
