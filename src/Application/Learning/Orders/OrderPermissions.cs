namespace MethodCenter.Application.Learning.Orders;

public static class OrderPermissions
{
    public const string Read = "orders.read";
    public const string Write = "orders.write";
    public const string Sign = "orders.sign";
}
