using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Training.TrainingNeeds;

namespace MethodCenter.Api.Training.TrainingNeeds;

/// <summary>Training needs.</summary>
internal static class TrainingNeedEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "training-needs",
            new Heading(
                "Training needs",
                "Collect what organisations and their employees need to learn in a calendar year."
            )
        );
        group.Post("", StateTrainingNeed);
        group.Get("", ListTrainingNeeds);
        group.Get("{id:guid}", GetTrainingNeed);
        group.Patch("{id:guid}", UpdateTrainingNeed);
        group.Post("{id:guid}/refusal", DeclineTrainingNeed);
        group.Post("{id:guid}/satisfaction", SatisfyTrainingNeed);
    }

    /// <summary>State a need</summary>
    /// <remarks>
    /// What an organisation needs its people to learn in a calendar year (POL-22): one employee, or a number of people; a
    /// programme, or a topic. A school states its own.
    /// </remarks>
    private static Task<CreatedOutcome<TrainingNeedDetails>> StateTrainingNeed(Body<StateTrainingNeed> body, Web web) =>
        web.Create(body.Value, need => $"{Routes.Base}/training-needs/{need.Id}");

    /// <summary>List needs</summary>
    /// <remarks>By organisation, employee, programme, year, source or state.</remarks>
    private static Task<OkOutcome<Page<TrainingNeedListItem>>> ListTrainingNeeds(
        Query<ListTrainingNeeds> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Need</summary>
    /// <remarks>One need; the ETag is its revision.</remarks>
    private static Task<OkOutcome<TrainingNeedDetails>> GetTrainingNeed(Guid id, Web web) =>
        web.Read(new GetTrainingNeed(id));

    /// <summary>Update a need</summary>
    /// <remarks>How many people, the source or the comment, until it is satisfied or declined.</remarks>
    private static Task<OkOutcome<TrainingNeedDetails>> UpdateTrainingNeed(
        Guid id,
        Patch<TrainingNeedBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetTrainingNeed(id), patch, ifMatch, body => new UpdateTrainingNeed(id, ifMatch.Version, body));

    /// <summary>Decline a need</summary>
    /// <remarks>Only while it is open, with the reason that the school reads.</remarks>
    private static Task<OkOutcome<TrainingNeedDetails>> DeclineTrainingNeed(
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new DeclineTrainingNeed(id, ifMatch.Version, body.Value));

    /// <summary>Mark a need as satisfied</summary>
    /// <remarks>The report of needs counts by itself who is trained; this closes the need.</remarks>
    private static Task<OkOutcome<TrainingNeedDetails>> SatisfyTrainingNeed(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new SatisfyTrainingNeed(id, ifMatch.Version));
}
