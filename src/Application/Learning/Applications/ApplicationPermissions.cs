using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Learning.Applications;

public static class ApplicationPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Read = "applications.read";

    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Submit = "applications.submit";

    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Withdraw = "applications.withdraw";

    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Decide = "applications.decide";
}
