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
        group.Get("qualifications", GetQualificationReport);
    }

    /// <summary>Report on the attestation of a year or a period</summary>
    /// <remarks>
    /// Table SPB-T12: persons to whom categories were set in the academic year, or in the days <c>from</c> and <c>to</c>, by
    /// type of institution, with totals by row, column and altogether. Each person counts once, in the row of the best
    /// that was granted (ATT-26); methodist and mentor are marks beside it, and <c>decisions</c> counts the decisions
    /// themselves. Annulled records are not counted; conformity with the post stands apart, since it is no category.
    /// Published figures stand beside the computed ones, as in the report of courses.
    /// </remarks>
    private static Task<ReportOutcome<AttestationReport>> GetAttestationReport(
        Query<GetAttestationReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Report on what teachers and heads hold on a day</summary>
    /// <remarks>
    /// A snapshot of a day: how many teachers hold the highest or the first category, a valid conformity or none of them,
    /// each person once (ATT-26), altogether and by type of institution, organisation and position; what ends within
    /// three, six and twelve months, as counts and as the list of persons. Heads, whom the founder attests (ATT-25), stand
    /// apart. A school sees its own. Absences play no part, so that the list tells nothing of health.
    /// </remarks>
    private static Task<ReportOutcome<QualificationReport>> GetQualificationReport(
        Query<GetQualificationReport> query,
        Web web
    ) => web.Report(query.Value);
}
