using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Norms;

public static class NormPermissions
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
    public const string Read = "norms.read";

    [HeldBy(Role.CentreAdministrator)]
    public const string Write = "norms.write";
}
