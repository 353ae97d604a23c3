using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Training.TrainingPlans;

namespace MethodCenter.Api.Training.TrainingPlans;

/// <summary>Планы-графики повышения квалификации.</summary>
internal static class TrainingPlanEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("training-plans", "Планы-графики обучения");
        group.Post("", MakeTrainingPlan);
        group.Get("", ListTrainingPlans);
        group.Get("{id:guid}", GetTrainingPlan);
        group.Post("{id:guid}/build", BuildTrainingPlan);
        group.Post("{id:guid}/entries", AddTrainingPlanEntry);
        group.Post("{id:guid}/entries/{entryId:guid}/placement", MoveTrainingPlanEntry);
        group.Post("{id:guid}/entries/{entryId:guid}/exclusion", DropTrainingPlanEntry);
    }

    /// <summary>Составить план-график</summary>
    /// <remarks>
    /// The plan of one organisation and calendar year (POL-23), built at once: each teacher whose training runs out in the
    /// year, has run out or never was (DPO-7), in the quarter of the last day; and every open need of a named employee.
    /// </remarks>
    private static Task<CreatedOutcome<TrainingPlanDetails>> MakeTrainingPlan(Body<MakeTrainingPlan> body, Web web) =>
        web.Create(body.Value, plan => $"{Routes.Base}/training-plans/{plan.Id}");

    /// <summary>Список планов-графиков</summary>
    /// <remarks>By organisation and year.</remarks>
    private static Task<OkOutcome<Page<TrainingPlanListItem>>> ListTrainingPlans(
        Query<ListTrainingPlans> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>План-график</summary>
    /// <remarks>
    /// Entries with their states: applied, in training and completed are known from applications, enrolments and training
    /// records of the year. The ETag is the revision of the plan.
    /// </remarks>
    private static Task<OkOutcome<TrainingPlanDetails>> GetTrainingPlan(Guid id, Web web) =>
        web.Read(new GetTrainingPlan(id));

    /// <summary>Пересобрать план-график</summary>
    /// <remarks>Adds who is due or needed by now, takes out who no longer is. What a person has edited stays.</remarks>
    private static Task<OkOutcome<TrainingPlanDetails>> BuildTrainingPlan(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new BuildTrainingPlan(id, ifMatch.Version));

    /// <summary>Добавить строку в план-график</summary>
    /// <remarks>Somebody who works today at the organisation of the plan.</remarks>
    private static Task<OkOutcome<TrainingPlanDetails>> AddTrainingPlanEntry(
        Guid id,
        Body<PlanEntryBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new AddTrainingPlanEntry(id, ifMatch.Version, body.Value));

    /// <summary>Перенести строку плана-графика</summary>
    /// <remarks>To another quarter or month, programme or provider.</remarks>
    private static Task<OkOutcome<TrainingPlanDetails>> MoveTrainingPlanEntry(
        Guid id,
        Guid entryId,
        Body<PlanPlacementBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new MoveTrainingPlanEntry(id, entryId, ifMatch.Version, body.Value));

    /// <summary>Исключить строку из плана-графика</summary>
    /// <remarks>With a reason. It stays as dropped, so that no building brings it back; its need is open again.</remarks>
    private static Task<OkOutcome<TrainingPlanDetails>> DropTrainingPlanEntry(
        Guid id,
        Guid entryId,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new DropTrainingPlanEntry(id, entryId, ifMatch.Version, body.Value));
}
