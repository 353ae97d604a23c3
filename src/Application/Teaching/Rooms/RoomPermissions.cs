namespace MethodCenter.Application.Teaching.Rooms;

public static class RoomPermissions
{
    public const string Read = "rooms.read";
    public const string Write = "rooms.write";
}
