using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Application.Teaching.Rooms;

/// <summary>Changes the card of a room.</summary>
[Permission(RoomPermissions.Write)]
public sealed record UpdateRoom(Guid Id, int Version, RoomBody Body) : ICommand<RoomDetails>;

internal sealed class UpdateRoomValidator : AbstractValidator<UpdateRoom>
{
    public UpdateRoomValidator() => RuleFor(command => command.Body).SetValidator(new RoomBodyValidator());
}

internal sealed class UpdateRoomHandler(ITeachingStore store, IReads reads) : ICommandHandler<UpdateRoom, RoomDetails>
{
    public async Task<Answer<RoomDetails>> Handle(UpdateRoom request, CancellationToken cancellationToken)
    {
        var room = await store.Rooms.SingleOrDefaultAsync(room => room.Id == request.Id, cancellationToken);
        if (room is null)
        {
            return RoomErrors.NotFound;
        }

        return room.CheckVersion(request.Version)
            ?? room.UpdateCard(request.Body.ToCard()).Error
            ?? reads.Answer<Room, RoomDetails>(room);
    }
}
