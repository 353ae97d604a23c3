using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Learning.Enrolments;

public static class EnrolmentPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Read = "enrolments.read";

    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Enrol = "enrolments.enrol";

    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Withdraw = "enrolments.withdraw";

    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Fund = "enrolments.fund";

    [HeldBy(Role.Methodist, Role.Registrar)]
    public const string Transfer = "enrolments.transfer";
}
