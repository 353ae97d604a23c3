using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Employees;

public static class EmployeePermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.AttestationSpecialist, Role.SchoolOperator, Role.SupportCoordinator)]
    public const string Read = "employees.read";

    [HeldBy(Role.Registrar, Role.SchoolOperator)]
    public const string Write = "employees.write";

    [HeldBy(Role.Registrar, Role.AttestationSpecialist)]
    public const string ReadPersonalData = "employees.personal-data.read";

    [HeldBy(Role.Registrar, Role.AttestationSpecialist)]
    public const string WritePersonalData = "employees.personal-data.write";
}
