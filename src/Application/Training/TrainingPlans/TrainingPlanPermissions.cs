using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Training.TrainingPlans;

public static class TrainingPlanPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Read = "training-plans.read";

    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string Write = "training-plans.write";
}
