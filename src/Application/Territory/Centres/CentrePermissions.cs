using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Centres;

public static class CentrePermissions
{
    [HeldBy(
        Role.Methodist,
        Role.Registrar,
        Role.AttestationSpecialist,
        Role.SchoolOperator,
        Role.SupportCoordinator,
        Role.Curator,
        Role.Expert,
        Role.Analyst
    )]
    public const string Read = "centres.read";

    [HeldBy(Role.SystemAdministrator)]
    public const string List = "centres.list";

    [HeldBy(Role.SystemAdministrator)]
    public const string Register = "centres.register";

    [HeldBy(Role.CentreAdministrator)]
    public const string Update = "centres.update";
}
