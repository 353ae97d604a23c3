using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Learning.Frdo;

public static class FrdoPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Read = "frdo.read";

    [HeldBy(Role.Registrar)]
    public const string Prepare = "frdo.prepare";
}
