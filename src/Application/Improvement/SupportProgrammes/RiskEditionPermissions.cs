using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

public static class RiskEditionPermissions
{
    [HeldBy(Role.SchoolOperator, Role.SupportCoordinator, Role.Curator)]
    public const string Read = "risk-editions.read";

    [HeldBy(Role.SupportCoordinator)]
    public const string Write = "risk-editions.write";
}
