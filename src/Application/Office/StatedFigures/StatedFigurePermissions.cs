using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Office.StatedFigures;

public static class StatedFigurePermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.AttestationSpecialist, Role.SupportCoordinator, Role.Analyst)]
    public const string Read = "stated-figures.read";

    [HeldBy(Role.Methodist, Role.AttestationSpecialist)]
    public const string Write = "stated-figures.write";
}
