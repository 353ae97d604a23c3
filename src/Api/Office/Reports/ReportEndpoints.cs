using MethodCenter.Application.Career.Reports;
using MethodCenter.Application.Improvement.Reports;
using MethodCenter.Application.Learning.Reports;
using MethodCenter.Application.Office.Reports;
using MethodCenter.Application.Teaching.Reports;
using MethodCenter.Application.Training.Reports;

namespace MethodCenter.Api.Office.Reports;

/// <summary>Отчёты.</summary>
/// <remarks>Each is mapped by <c>web.Report</c>: JSON by default, the same figures as a workbook where that is accepted.</remarks>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("reports", "Отчёты");
        group.Get("courses", GetCourseReport);
        group.Get("attestations", GetAttestationReport);
        group.Get("training-due", GetTrainingDueReport).Refuses(StatusCodes.Status422UnprocessableEntity);
        group.Get("trained-by-provider", GetTrainedByProviderReport);
        group.Get("training-needs", GetTrainingNeedReport);
        group.Get("training-plans", GetTrainingPlanReport).Refuses(StatusCodes.Status422UnprocessableEntity);
        group.Get("management-retraining", GetManagementRetrainingReport);
        group.Get("programme-expertise", GetProgrammeExpertiseReport);
        group.Get("applications", GetApplicationReport);
        group.Get("frdo-deadlines", GetFrdoDeadlineReport);
        group.Get("course-feedback", GetCourseFeedbackReport);
        group.Get("topic-coverage", GetTopicCoverageReport);
        group.Get("enrolled-completed", GetEnrolledCompletedReport);
        group.Get("certificates", GetCertificateReport);
        group.Get("teaching-load", GetTeachingLoadReport);
        group.Get("risk-profiles/{organisationId:guid}", GetRiskProfileReport);
    }

    /// <summary>Отчёт о курсах учебного года</summary>
    /// <remarks>
    /// Table SPB-T02: courses by block of funding and site, with learners of autumn and spring (persons), totals by
    /// site, block and source, and the grand total. Counted from enrolments in the states «enrolled» and «completed» of
    /// courses that were not cancelled. Where the centre has published a figure for a cell (see
    /// <c>/stated-figures</c>), <c>stated</c>, <c>difference</c> (published minus computed) and <c>contradicted</c>
    /// stand beside it.
    /// </remarks>
    private static Task<ReportOutcome<CourseReport>> GetCourseReport(Query<GetCourseReport> query, Web web) =>
        web.Report(query.Value);

    /// <summary>Отчёт об аттестации учебного года</summary>
    /// <remarks>
    /// Table SPB-T12: categories set by decisions of the year (persons), by type of institution, with totals by row,
    /// column and altogether. Refusals and annulled records are not counted; conformity with the post stands apart,
    /// since it is no category. Published figures stand beside the computed ones, as in the report of courses.
    /// </remarks>
    private static Task<ReportOutcome<AttestationReport>> GetAttestationReport(
        Query<GetAttestationReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Отчёт об удовлетворении заявок</summary>
    /// <remarks>
    /// Requested, satisfied and completed, with the share (POL-24), by campaign, programme and organisation. What was
    /// taken back is not requested. Completed: the centre's own course, or a training record of the programme since the
    /// referral. A school sees its own.
    /// </remarks>
    private static Task<ReportOutcome<ApplicationReport>> GetApplicationReport(
        Query<GetApplicationReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Отчёт об обученных по провайдерам</summary>
    /// <remarks>
    /// Who completed training in an academic year: provider by kind and hours, and by programme, with totals (SPB-18).
    /// Other providers from the training records, the centre itself from its completed courses. A person counts once for
    /// each training. Published figures stand beside the computed ones.
    /// </remarks>
    private static Task<ReportOutcome<TrainedByProviderReport>> GetTrainedByProviderReport(
        Query<GetTrainedByProviderReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Отчёт о сроках обучения педагогов</summary>
    /// <remarks>
    /// Who is trained, due, overdue or was never trained on a day: the last professional development or retraining, from
    /// the training records and the centre's own completed courses, plus the years of the norm (DPO-7). Everybody in a
    /// teaching post on the day stands once, at his main place of work, else the earliest begun. Totals by organisation
    /// and in all with shares of the base; where the base is empty there are none. The totals are of all states,
    /// whichever <c>state</c> the persons are filtered by.
    /// </remarks>
    private static Task<ReportOutcome<TrainingDueReport>> GetTrainingDueReport(
        Query<GetTrainingDueReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Отчёт о сроках передачи в ФИС ФРДО</summary>
    /// <remarks>
    /// Valid documents that the register had not accepted by the day, with the last day of their delivery by the norms
    /// of the day of issue (FRDO-7), and the totals by state, which the filter does not narrow. Справки об обучении are
    /// counted where the norm <c>frdo.study-references</c> says so; the act leaves it open (FRDO-8).
    /// </remarks>
    private static Task<ReportOutcome<FrdoDeadlineReport>> GetFrdoDeadlineReport(
        Query<GetFrdoDeadlineReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Рисковые профили школы</summary>
    /// <remarks>
    /// Table KEM-T20: the risk profile of a school in each of its cycles, newest first, or in that of one
    /// <c>year</c>: factors with level, priority and reason, and the counts by level.
    /// </remarks>
    private static Task<ReportOutcome<RiskProfileReport>> GetRiskProfileReport(
        Guid organisationId,
        Query<GetRiskProfileReport> query,
        Web web
    ) => web.Report(query.Value with { OrganisationId = organisationId });

    /// <summary>Отчёт об анкетировании слушателей</summary>
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

    /// <summary>Отчёт об обученности педагогов по теме</summary>
    /// <remarks>
    /// Which share of the teachers of a day has training on the topic that still counts (KEM-38), by organisation, with
    /// the base: from the training records that bear the topic and the centre's completed courses whose programme names
    /// its words. The term is the norm <c>training.topic-months</c>. Beside it the applications for programmes that name
    /// the topic.
    /// </remarks>
    private static Task<ReportOutcome<TopicCoverageReport>> GetTopicCoverageReport(
        Query<GetTopicCoverageReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Отчёт о зачисленных и завершивших обучение</summary>
    /// <remarks>
    /// Enrolled against completed by line of programmes and block of funding (SPB-71), of an academic year or of the
    /// courses that end in a period: everybody who has had a seat, and what became of him. Totals by line, by source and
    /// in all.
    /// </remarks>
    private static Task<ReportOutcome<EnrolledCompletedReport>> GetEnrolledCompletedReport(
        Query<GetEnrolledCompletedReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Отчёт о выданных документах</summary>
    /// <remarks>
    /// Documents of education by the day of issue: by kind, by month and by programme. What was issued in place of
    /// another (DPO-9) and what was annulled stand apart.
    /// </remarks>
    private static Task<ReportOutcome<CertificateReport>> GetCertificateReport(
        Query<GetCertificateReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Отчёт о педагогической нагрузке</summary>
    /// <remarks>
    /// Groups and hours of a year against the teaching rates of each line (SPB-22; norms <c>teaching.*</c>), and the load
    /// of each teacher by line: hours in the timetable, given (attendance recorded) and off-site.
    /// </remarks>
    private static Task<ReportOutcome<TeachingLoadReport>> GetTeachingLoadReport(
        Query<GetTeachingLoadReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Сводная потребность в обучении</summary>
    /// <remarks>
    /// The needs of a calendar year by programme or topic and by organisation (POL-22): people, how many are named, planned
    /// and trained by now. A school sees its own.
    /// </remarks>
    private static Task<ReportOutcome<TrainingNeedReport>> GetTrainingNeedReport(
        Query<GetTrainingNeedReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Сводный план-график обучения</summary>
    /// <remarks>
    /// The plan-schedules of a calendar year by organisation (POL-23): who is due, planned, trained and left, and how many
    /// are overdue; of one organisation also who. A school sees its own.
    /// </remarks>
    private static Task<ReportOutcome<TrainingPlanReport>> GetTrainingPlanReport(
        Query<GetTrainingPlanReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Отчёт о переподготовке руководителей</summary>
    /// <remarks>
    /// Share of the heads who have a retraining in management, by position, and who has none (POL-27). Heads are everybody
    /// in a managing position on the day, each once. A retraining is in management when its topics or title say so, or when
    /// it is a completed retraining of the centre's management line.
    /// </remarks>
    private static Task<ReportOutcome<ManagementRetrainingReport>> GetManagementRetrainingReport(
        Query<GetManagementRetrainingReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Отчёт о результатах экспертизы программ</summary>
    /// <remarks>Programmes by state, reviews by verdict, and each submitted programme with its last round (KRS-27).</remarks>
    private static Task<ReportOutcome<ProgrammeExpertiseReport>> GetProgrammeExpertiseReport(
        Query<GetProgrammeExpertiseReport> query,
        Web web
    ) => web.Report(query.Value);
}
