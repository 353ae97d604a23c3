using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Teaching.Rooms;

public static class RoomPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator, Role.Analyst)]
    public const string Read = "rooms.read";

    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Write = "rooms.write";
}
