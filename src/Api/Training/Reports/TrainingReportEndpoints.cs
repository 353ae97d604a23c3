using MethodCenter.Application.Training.Reports;

namespace MethodCenter.Api.Training.Reports;

/// <summary>Reports.</summary>
/// <remarks>Each is mapped by <c>web.Report</c>: JSON by default, the same figures as a workbook where that is accepted.</remarks>
internal static class TrainingReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("reports", Heading.Reports);
        group.Get("training-due", GetTrainingDueReport).Refuses(StatusCodes.Status422UnprocessableEntity);
        group.Get("training-needs", GetTrainingNeedReport);
        group.Get("training-plans", GetTrainingPlanReport).Refuses(StatusCodes.Status422UnprocessableEntity);
        group.Get("management-retraining", GetManagementRetrainingReport);
        group.Get("topic-coverage", GetTopicCoverageReport);
    }

    /// <summary>Report on the terms of training of teachers</summary>
    /// <remarks>
    /// Who is trained, due, overdue or was never trained on a day: the last professional development or retraining,
    /// from the training records and the centre's own completed courses, plus the years of the norm (DPO-7). Everyone
    /// in a teaching post on the day is listed once, at the main place of work, else the earliest begun. Totals by
    /// organisation and overall with shares of the base; where the base is empty there are none. The totals cover all
    /// states, whichever <c>state</c> the persons are filtered by.
    /// </remarks>
    private static Task<ReportOutcome<TrainingDueReport>> GetTrainingDueReport(
        Query<GetTrainingDueReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Summary of training needs</summary>
    /// <remarks>
    /// The needs of a calendar year by programme or topic and by organisation (POL-22): how many people, how many of
    /// them are named, planned and trained by now. A school sees its own.
    /// </remarks>
    private static Task<ReportOutcome<TrainingNeedReport>> GetTrainingNeedReport(
        Query<GetTrainingNeedReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Summary of training plans</summary>
    /// <remarks>
    /// The training plans of a calendar year by organisation (POL-23): who is due, planned, trained and left, and how
    /// many are overdue; for one organisation also who they are. A school sees its own.
    /// </remarks>
    private static Task<ReportOutcome<TrainingPlanReport>> GetTrainingPlanReport(
        Query<GetTrainingPlanReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Report on the retraining of heads</summary>
    /// <remarks>
    /// Share of the heads who have a retraining in management, by position, and who has none (POL-27). Heads are all
    /// who hold a managing position on the day, each once. A retraining is in management when its topics or title say
    /// so, or when it is a completed retraining of the centre's management line.
    /// </remarks>
    private static Task<ReportOutcome<ManagementRetrainingReport>> GetManagementRetrainingReport(
        Query<GetManagementRetrainingReport> query,
        Web web
    ) => web.Report(query.Value);

    /// <summary>Report on the training of teachers on a topic</summary>
    /// <remarks>
    /// Which share of the teachers of a day has training on the topic that still counts (KEM-38), by organisation, with
    /// the base: from the training records that bear the topic and the centre's completed courses whose programme bears
    /// it; the topic is found by any of its names in the vocabulary (<c>GET /topics</c>). The term is the norm
    /// <c>training.topic-months</c>. Applications for programmes of the topic stand beside it.
    /// </remarks>
    private static Task<ReportOutcome<TopicCoverageReport>> GetTopicCoverageReport(
        Query<GetTopicCoverageReport> query,
        Web web
    ) => web.Report(query.Value);
}
