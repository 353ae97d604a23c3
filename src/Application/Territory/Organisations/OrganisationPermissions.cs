using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Organisations;

public static class OrganisationPermissions
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
    public const string Read = "organisations.read";

    [HeldBy(Role.CentreAdministrator)]
    public const string Write = "organisations.write";
}
