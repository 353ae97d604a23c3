using MethodCenter.Application.Territory.Reports;

namespace MethodCenter.Api.Territory.Reports;

/// <summary>Reports.</summary>
/// <remarks>Each is mapped by <c>web.Report</c>: JSON by default, the same figures as a workbook where that is accepted.</remarks>
internal static class TerritoryReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapArea("reports", Heading.Reports).Get("contingent", GetContingentReport);

    /// <summary>Report on schools and their pupils</summary>
    /// <remarks>
    /// How many schools the network has in an academic year, by ownership, and how many pupils and classes, by grade and
    /// school. Totals are computed from the rows; organisations outside the territory are in none of them.
    /// </remarks>
    private static Task<ReportOutcome<ContingentReport>> GetContingentReport(
        Query<GetContingentReport> query,
        Web web
    ) => web.Report(query.Value);
}
