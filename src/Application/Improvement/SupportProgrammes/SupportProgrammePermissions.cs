using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

public static class SupportProgrammePermissions
{
    [HeldBy(Role.SchoolOperator, Role.SupportCoordinator, Role.Curator)]
    public const string Read = "support-programmes.read";

    [HeldBy(Role.SupportCoordinator)]
    public const string Write = "support-programmes.write";
}
