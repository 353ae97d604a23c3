using MethodCenter.Application.Career.Reports;

namespace MethodCenter.Api.Career.Reports;

/// <summary>Reports.</summary>
/// <remarks>Each is mapped by <c>web.Report</c>: JSON by default, the same figures as a workbook where that is accepted.</remarks>
internal static class CareerReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("reports", Heading.Reports);
        group.Get("attestations", GetAttestationReport);
    }

    /// <summary>Report on the attestation of an academic year</summary>
    /// <remarks>
    /// Table SPB-T12: categories set by decisions of the year (persons), by type of institution, with totals by row,
    /// column and altogether. Refusals and annulled records are not counted; conformity with the post stands apart,
    /// since it is no category. Published figures stand beside the computed ones, as in the report of courses.
    /// </remarks>
    private static Task<ReportOutcome<AttestationReport>> GetAttestationReport(
        Query<GetAttestationReport> query,
        Web web
    ) => web.Report(query.Value);
}
