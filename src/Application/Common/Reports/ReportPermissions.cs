namespace MethodCenter.Application.Common.Reports;

public static class ReportPermissions
{
    /// <summary>Reports of the whole centre: counts, no persons.</summary>
    public const string Read = "reports.read";

    /// <summary>Risk profiles of the schools within the caller's reach.</summary>
    public const string ReadRiskProfiles = "reports.read-risk-profiles";

    /// <summary>Plan-schedules and retraining of heads, by name: of the organisations within the caller's reach.</summary>
    public const string ReadTrainingPlans = "reports.read-training-plans";

    /// <summary>Counts of training by organisation, of those within the caller's reach: applications, needs, topics. No persons.</summary>
    public const string ReadTrainingCounts = "reports.read-training-counts";

    /// <summary>Who is due for training: persons of the organisations within the caller's reach.</summary>
    public const string ReadTrainingDue = "reports.read-training-due";
}
