namespace MethodCenter.Application.Office.Audit;

public static class AuditPermissions
{
    public const string Read = "audit.read";
}
