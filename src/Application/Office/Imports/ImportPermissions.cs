using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Office.Imports;

public static class ImportPermissions
{
    /// <summary>Send files and follow the operations; each dataset asks for its own permission beside.</summary>
    [HeldBy(Role.Methodist, Role.Registrar, Role.AttestationSpecialist, Role.SchoolOperator, Role.SupportCoordinator)]
    public const string Run = "imports.run";

    /// <summary>Take files; each dataset asks for its own permission beside.</summary>
    [HeldBy(
        Role.Methodist,
        Role.Registrar,
        Role.AttestationSpecialist,
        Role.SchoolOperator,
        Role.SupportCoordinator,
        Role.Curator,
        Role.Analyst
    )]
    public const string Export = "exports.run";
}
