using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Office.Changes;

public static class ChangePermissions
{
    /// <summary>To follow changes at all; each type needs the permission to read it besides.</summary>
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
    public const string Read = "changes.read";
}
