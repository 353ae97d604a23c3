using MethodCenter.Application.Improvement.Reports;

namespace MethodCenter.Api.Improvement.Reports;

/// <summary>Reports.</summary>
/// <remarks>Each is mapped by <c>web.Report</c>: JSON by default, the same figures as a workbook where that is accepted.</remarks>
internal static class ImprovementReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("reports", Heading.Reports);
        group.Get("risk-profiles/{organisationId:guid}", GetRiskProfileReport);
    }

    /// <summary>Risk profiles of a school</summary>
    /// <remarks>
    /// Table KEM-T20: the risk profile of a school in each of its cycles, newest first, or in that of one
    /// <c>year</c>: factors with level, priority and reason, and the counts by level.
    /// </remarks>
    private static Task<ReportOutcome<RiskProfileReport>> GetRiskProfileReport(
        Guid organisationId,
        Query<GetRiskProfileReport> query,
        Web web
    ) => web.Report(query.Value with { OrganisationId = organisationId });
}
