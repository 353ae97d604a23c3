namespace MethodCenter.Application.Learning.Quotas;

public static class QuotaPermissions
{
    public const string Read = "quotas.read";
    public const string Write = "quotas.write";
}
