namespace MethodCenter.Application.Training.TrainingPlans;

public static class TrainingPlanPermissions
{
    public const string Read = "training-plans.read";
    public const string Write = "training-plans.write";
}
