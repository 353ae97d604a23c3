using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Office.StatedFigures;

public static class StatedFigurePermissions
{
    /// <summary>All that was published: not for those to whom reports withhold cells, whose figures may stand here.</summary>
    [HeldBy(Role.Methodist, Role.Registrar, Role.AttestationSpecialist, Role.SupportCoordinator)]
    public const string Read = "stated-figures.read";

    [HeldBy(Role.Methodist, Role.AttestationSpecialist)]
    public const string Write = "stated-figures.write";
}
