using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Contingents;

public static class ContingentPermissions
{
    /// <summary>Pupils by organisation, grade and year, of the organisations within the caller's reach.</summary>
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator, Role.SupportCoordinator, Role.Curator)]
    public const string Read = "contingents.read";

    /// <summary>A school enters its own.</summary>
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Write = "contingents.write";
}
