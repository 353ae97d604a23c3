using MethodCenter.Application.Teaching.Reports;

namespace MethodCenter.Api.Teaching.Reports;

/// <summary>Reports.</summary>
/// <remarks>Each is mapped by <c>web.Report</c>: JSON by default, the same figures as a workbook where that is accepted.</remarks>
internal static class TeachingReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("reports", Heading.Reports);
        group.Get("teaching-load", GetTeachingLoadReport);
    }

    /// <summary>Report on the teaching load</summary>
    /// <remarks>
    /// Groups and hours of a year against the teaching rates of each line (SPB-22; norms <c>teaching.*</c>), and the load
    /// of each teacher by line: hours in the timetable, given (attendance recorded) and off-site.
    /// </remarks>
    private static Task<ReportOutcome<TeachingLoadReport>> GetTeachingLoadReport(
        Query<GetTeachingLoadReport> query,
        Web web
    ) => web.Report(query.Value);
}
