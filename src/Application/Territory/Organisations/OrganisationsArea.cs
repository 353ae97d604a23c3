using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Territory.Organisations;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Territory.Organisations;

internal sealed class OrganisationsArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("organisations", typeof(Organisation), OrganisationPermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<OrganisationDirectory>();
    }
}
