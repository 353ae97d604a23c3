using FluentValidation;
using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Application.Teaching.Rooms;

/// <summary>Registers a room in which lessons are held.</summary>
[Permission(RoomPermissions.Write)]
public sealed record RegisterRoom : RoomBody, ICommand<RoomDetails>;

internal sealed class RegisterRoomValidator : AbstractValidator<RegisterRoom>
{
    public RegisterRoomValidator() => Include(new RoomBodyValidator());
}

internal sealed class RegisterRoomHandler(ITeachingStore store, IReads reads)
    : ICommandHandler<RegisterRoom, RoomDetails>
{
    public Task<Answer<RoomDetails>> Handle(RegisterRoom request, CancellationToken cancellationToken)
    {
        if (!Room.Register(request.ToCard()).Succeeded(out var room, out var error))
        {
            return Task.FromResult<Answer<RoomDetails>>(error);
        }

        // That the name is free is settled by the unique index.
        store.Rooms.Add(room);
        return Task.FromResult(reads.Answer<Room, RoomDetails>(room));
    }
}
