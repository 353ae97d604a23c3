namespace MethodCenter.Application.Learning.Applications;

public static class ApplicationPermissions
{
    public const string Read = "applications.read";
    public const string Submit = "applications.submit";
    public const string Withdraw = "applications.withdraw";
    public const string Decide = "applications.decide";
}
