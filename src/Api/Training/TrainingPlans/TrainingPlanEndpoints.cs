using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Training.TrainingPlans;

namespace MethodCenter.Api.Training.TrainingPlans;

/// <summary>Training plans.</summary>
internal static class TrainingPlanEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "training-plans",
            new Heading("Training plans", "Build plans of organisations: who is to be trained, at what and when.")
        );
        group.Post("", MakeTrainingPlan);
        group.Get("", ListTrainingPlans);
        group.Get("{id:guid}", GetTrainingPlan);
        group.Post("{id:guid}/build", BuildTrainingPlan);
        group.Post("{id:guid}/entries", AddTrainingPlanEntry);
        group.Post("{id:guid}/entries/{entryId:guid}/placement", MoveTrainingPlanEntry);
        group.Post("{id:guid}/entries/{entryId:guid}/exclusion", DropTrainingPlanEntry);
    }

    /// <summary>Make a training plan</summary>
    /// <remarks>
    /// The plan of one organisation and calendar year (POL-23), built at once: each teacher whose training expires in
    /// the year, has expired, or never took place (DPO-7), in the quarter of the last day; and every open need of a
    /// named employee.
    /// </remarks>
    private static Task<CreatedOutcome<TrainingPlanDetails>> MakeTrainingPlan(Body<MakeTrainingPlan> body, Web web) =>
        web.Create(body.Value, plan => $"{Routes.Base}/training-plans/{plan.Id}");

    /// <summary>List training plans</summary>
    /// <remarks>By organisation and year.</remarks>
    private static Task<OkOutcome<Page<TrainingPlanListItem>>> ListTrainingPlans(
        Query<ListTrainingPlans> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Training plan</summary>
    /// <remarks>
    /// Entries with their states: applied, in training and completed are known from applications, enrolments and training
    /// records of the year. The ETag is the revision of the plan.
    /// </remarks>
    private static Task<OkOutcome<TrainingPlanDetails>> GetTrainingPlan(Guid id, Web web) =>
        web.Read(new GetTrainingPlan(id));

    /// <summary>Rebuild a training plan</summary>
    /// <remarks>
    /// Adds those who are due or in need by now, removes those who no longer are. What a person has edited stays.
    /// </remarks>
    private static Task<OkOutcome<TrainingPlanDetails>> BuildTrainingPlan(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new BuildTrainingPlan(id, ifMatch.Version));

    /// <summary>Add an entry to a training plan</summary>
    /// <remarks>An employee who works today at the organisation of the plan.</remarks>
    private static Task<OkOutcome<TrainingPlanDetails>> AddTrainingPlanEntry(
        Guid id,
        Body<PlanEntryBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new AddTrainingPlanEntry(id, ifMatch.Version, body.Value));

    /// <summary>Move an entry of a training plan</summary>
    /// <remarks>Moves the entry to another quarter or month, programme or provider.</remarks>
    private static Task<OkOutcome<TrainingPlanDetails>> MoveTrainingPlanEntry(
        Guid id,
        Guid entryId,
        Body<PlanPlacementBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new MoveTrainingPlanEntry(id, entryId, ifMatch.Version, body.Value));

    /// <summary>Drop an entry from a training plan</summary>
    /// <remarks>
    /// With a reason. The entry is kept as dropped, so that rebuilding does not bring it back; its need is open again.
    /// </remarks>
    private static Task<OkOutcome<TrainingPlanDetails>> DropTrainingPlanEntry(
        Guid id,
        Guid entryId,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new DropTrainingPlanEntry(id, entryId, ifMatch.Version, body.Value));
}
