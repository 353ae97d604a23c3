using MethodCenter.Application.Learning.Reports;

namespace MethodCenter.Api.Learning.Reports;

/// <summary>Reports.</summary>
/// <remarks>Each is mapped by <c>web.Report</c>: JSON by default, the same figures as a workbook where that is accepted.</remarks>
internal static class LearningReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("reports", Heading.Reports);
        group.Get("courses", GetCourseReport);
        group.Get("programme-expertise", GetProgrammeExpertiseReport);
        group.Get("applications", GetApplicationReport);
        group.Get("frdo-deadlines", GetFrdoDeadlineReport);
        group.Get("course-feedback", GetCourseFeedbackReport);
        group.Get("enrolled-completed", GetEnrolledCompletedReport);
        group.Get("certificates", GetCertificateReport);
    }

    /// <summary>Report on the courses of an academic year</summary>
    /// <remarks>
    /// Table SPB-T02: courses by block of funding and site, with learners of autumn and spring (persons), totals by
    /// site, block and source, and the grand total. Counted from enrolments in the states <c>enrolled</c> and
    /// <c>completed</c> of courses that were not cancelled. Where the centre has published a figure for a cell (see
    /// <c>/stated-figures</c>), <c>stated</c>, <c>difference</c> (published minus computed) and <c>contradicted</c>
    /// stand beside it.
    /// </remarks>
    private static Task<ReportOutcome<CourseReport>> GetCourseReport(Query<GetCourseReport> query, Web web) =>
        web.Report(query.Value);

    /// <summary>Report on the results of the expertise of programmes</summary>
    /// <remarks>Programmes by state, reviews by verdict, and each submitted programme with its last round (KRS-27).</remarks>
    private static Task<ReportOutcome<ProgrammeExpertiseReport>> GetProgrammeExpertiseReport(
        Query<GetProgrammeExpertiseReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Report on the satisfaction of applications</summary>
    /// <remarks>
    /// Requested, satisfied and completed, with the share (POL-24), by campaign, programme and organisation. Withdrawn
    /// applications do not count as requested. Completed: the centre's own course, or a training record of the
    /// programme since the referral. A school sees its own.
    /// </remarks>
    private static Task<ReportOutcome<ApplicationReport>> GetApplicationReport(
        Query<GetApplicationReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Report on the terms of delivery to the federal register</summary>
    /// <remarks>
    /// Valid certificates that the register had not accepted by the day, with the last day of their delivery by the
    /// norms of the day of issue (FRDO-7), and the totals by state, which the filter does not narrow. References of
    /// study are counted where the norm <c>frdo.study-references</c> says so; the act leaves it open (FRDO-8).
    /// </remarks>
    private static Task<ReportOutcome<FrdoDeadlineReport>> GetFrdoDeadlineReport(
        Query<GetFrdoDeadlineReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Report on the feedback of learners</summary>
    /// <remarks>
    /// Table POL-T04: answers of the learners of a year by programme and question, each with its base and share, and how
    /// many of those who studied to the end have answered. Courses with fewer respondents than the norm
    /// <c>feedback.least-respondents</c> are shown only in a sum that hides them, else left out and counted in
    /// <c>respondentsWithheld</c>.
    /// </remarks>
    private static Task<ReportOutcome<CourseFeedbackReport>> GetCourseFeedbackReport(
        Query<GetCourseFeedbackReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Report on enrolled and completed learners</summary>
    /// <remarks>
    /// Enrolled against completed by line of programmes and block of funding (SPB-71), of an academic year or of the
    /// courses that end in a period: everybody who has held a seat, and what became of them. Totals by line, by source
    /// and overall.
    /// </remarks>
    private static Task<ReportOutcome<EnrolledCompletedReport>> GetEnrolledCompletedReport(
        Query<GetEnrolledCompletedReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Report on issued certificates</summary>
    /// <remarks>
    /// Certificates by the day of issue: by kind, by month and by programme. Those issued in place of others (DPO-9)
    /// and those annulled stand apart.
    /// </remarks>
    private static Task<ReportOutcome<CertificateReport>> GetCertificateReport(
        Query<GetCertificateReport> query,
        Web web
    ) => web.Report(query.Value);
}
