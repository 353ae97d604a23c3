using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Learning.Quotas;

public static class QuotaPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Read = "quotas.read";

    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Write = "quotas.write";
}
