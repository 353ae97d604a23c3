using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Rooms;

namespace MethodCenter.Application.Learning.Rooms;

/// <summary>One room.</summary>
[Permission(RoomPermissions.Read)]
public sealed record GetRoom(Guid Id) : IQuery<RoomDetails>;

internal sealed class GetRoomHandler(IReads reads) : IQueryHandler<GetRoom, RoomDetails>
{
    public async Task<Result<RoomDetails>> Handle(GetRoom request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Room, RoomDetails>(request.Id, cancellationToken) is { } room
            ? room
            : RoomErrors.NotFound;
}
