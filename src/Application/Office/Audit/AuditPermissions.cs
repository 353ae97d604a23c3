using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Office.Audit;

public static class AuditPermissions
{
    [HeldBy(Role.Auditor)]
    public const string Read = "audit.read";
}
