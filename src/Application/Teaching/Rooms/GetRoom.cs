using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Application.Teaching.Rooms;

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
