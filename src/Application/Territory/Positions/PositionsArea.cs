using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Territory.Positions;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Territory.Positions;

internal sealed class PositionsArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("positions", typeof(Position), PositionPermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<PositionDirectory>();
    }
}
