using MethodCenter.Application.Training.Reports;

namespace MethodCenter.Api.Training.Reports;

/// <summary>Отчёты.</summary>
/// <remarks>Each is mapped by <c>web.Report</c>: JSON by default, the same figures as a workbook where that is accepted.</remarks>
internal static class TrainingReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("reports", "Отчёты");
        group.Get("training-due", GetTrainingDueReport).Refuses(StatusCodes.Status422UnprocessableEntity);
        group.Get("training-needs", GetTrainingNeedReport);
        group.Get("training-plans", GetTrainingPlanReport).Refuses(StatusCodes.Status422UnprocessableEntity);
        group.Get("management-retraining", GetManagementRetrainingReport);
        group.Get("topic-coverage", GetTopicCoverageReport);
    }

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
}
