using MethodCenter.Application.Office.Reports;

namespace MethodCenter.Api.Office.Reports;

/// <summary>Reports.</summary>
/// <remarks>Each is mapped by <c>web.Report</c>: JSON by default, the same figures as a workbook where that is accepted.</remarks>
internal static class ReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("reports", Heading.Reports);
        group.Get("trained-by-provider", GetTrainedByProviderReport);
    }

    /// <summary>Report on trained employees by provider</summary>
    /// <remarks>
    /// Who completed training in an academic year: provider by kind and hours, and by programme, with totals (SPB-18).
    /// Other providers from the training records, the centre itself from its completed courses. A person counts once for
    /// each training. Published figures stand beside the computed ones.
    /// </remarks>
    private static Task<ReportOutcome<TrainedByProviderReport>> GetTrainedByProviderReport(
        Query<GetTrainedByProviderReport> query,
        Web web
    ) => web.Report(query.Value);
}
