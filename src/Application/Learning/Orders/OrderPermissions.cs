using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Learning.Orders;

public static class OrderPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Read = "orders.read";

    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Write = "orders.write";

    [HeldBy(Role.Registrar)]
    public const string Sign = "orders.sign";
}
