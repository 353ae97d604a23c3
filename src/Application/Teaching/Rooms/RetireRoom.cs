using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Application.Teaching.Rooms;

/// <summary>Takes a room out of use: its history stays, it takes no new lessons.</summary>
[Permission(RoomPermissions.Write)]
public sealed record RetireRoom(Guid Id, int Version) : ICommand<RoomDetails>;

internal sealed class RetireRoomHandler(ITeachingStore store, IRoomUse use, IReads reads, IClock clock)
    : ICommandHandler<RetireRoom, RoomDetails>
{
    public async Task<Answer<RoomDetails>> Handle(RetireRoom request, CancellationToken cancellationToken)
    {
        var room = await store.Rooms.SingleOrDefaultAsync(room => room.Id == request.Id, cancellationToken);
        if (room is null)
        {
            return RoomErrors.NotFound;
        }

        var planned = await use.PlannedAsync(room.Id, clock.Today, cancellationToken);
        return room.CheckVersion(request.Version)
            ?? room.Retire(planned).Error
            ?? reads.Answer<Room, RoomDetails>(room);
    }
}
