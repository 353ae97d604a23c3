namespace MethodCenter.Domain.Teaching.Rooms;

/// <summary>Refusals of rooms.</summary>
public static class RoomErrors
{
    public static readonly Error NotFound = Error.NotFound("room.not-found");

    public static readonly Error NameTaken = Error.Conflict("room.name-taken").At("/name");

    public static readonly Error AlreadyRetired = Error.Conflict("room.already-retired");

    public static readonly Error NoSeats = Error.Unprocessable("room.no-seats").At("/seats");

    public static readonly Error EquipmentHoldsSeparator = Error
        .Unprocessable("room.equipment-holds-separator")
        .With("separator", Room.EquipmentSeparator)
        .At("/equipment");

    public static Error Unknown(string pointer) => Error.Unprocessable("room.unknown").At(pointer);

    public static Error MoreComputersThanSeats(int seats) =>
        Error.Unprocessable("room.more-computers-than-seats").With("seats", seats).At("/computers");

    public static Error LessonsPlanned(int lessons) => Error.Conflict("room.lessons-planned").With("lessons", lessons);
}
