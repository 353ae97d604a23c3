using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Positions;

public static class PositionPermissions
{
    [HeldBy(
        Role.Methodist,
        Role.Registrar,
        Role.AttestationSpecialist,
        Role.SchoolOperator,
        Role.SupportCoordinator,
        Role.Curator,
        Role.Expert
    )]
    public const string Read = "positions.read";

    [HeldBy(Role.CentreAdministrator)]
    public const string Write = "positions.write";
}
