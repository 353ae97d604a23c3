using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Teaching.Rooms;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Teaching.Rooms;

internal sealed class RoomsArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("rooms", typeof(Room), RoomPermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<RoomDirectory>();
    }
}
