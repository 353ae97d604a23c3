using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Reports of training that name persons.</summary>
public static class TrainingReportPermissions
{
    /// <summary>Plan-schedules and retraining of heads, by name: of the organisations within the caller's reach.</summary>
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string ReadTrainingPlans = "reports.read-training-plans";

    /// <summary>Who is due for training: persons of the organisations within the caller's reach.</summary>
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator)]
    public const string ReadTrainingDue = "reports.read-training-due";
}
