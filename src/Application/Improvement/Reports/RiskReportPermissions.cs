using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Improvement.Reports;

/// <summary>Reports of the support programme.</summary>
public static class RiskReportPermissions
{
    /// <summary>Risk profiles of the schools within the caller's reach.</summary>
    [HeldBy(Role.SchoolOperator, Role.SupportCoordinator, Role.Curator, Role.Analyst)]
    public const string ReadRiskProfiles = "reports.read-risk-profiles";
}
