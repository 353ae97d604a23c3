using MethodCenter.Application.Improvement.SupportProgrammes;

namespace MethodCenter.Api.Improvement.SupportProgrammes;

/// <summary>School participation.</summary>
internal static class ParticipationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "support-programmes/{supportProgrammeId:guid}/participations",
            new Heading(
                "School participation",
                "Lead a school through a cycle: assign a curator, record the risk profile, choose priority risks, work, close with an outcome."
            )
        );
        group.Post("", AssignSchool);
        group.Get("", ListParticipations);
        group.Get("{id:guid}", GetParticipation);
        group.Put("{id:guid}/curator", ReplaceCurator);
        group.Put("{id:guid}/coordinator", ReplaceCoordinator);
        group.Put("{id:guid}/risk-profile", RecordRiskProfile);
        group.Put("{id:guid}/priority-risks", ChoosePriorityRisks);
        group.Post("{id:guid}/start", StartParticipation);
        group.Post("{id:guid}/closure", CloseParticipation);
    }

    /// <summary>Assign a school</summary>
    /// <remarks>
    /// Takes a school into a cycle, once, with a coordinator and a curator. The curator must not work at the school and
    /// may hold no more open participations than the norm allows (RISK-8). The account of the curator gains access to
    /// the school.
    /// </remarks>
    private static Task<CreatedOutcome<ParticipationDetails>> AssignSchool(
        Guid supportProgrammeId,
        Body<SchoolAssignmentBody> body,
        Web web
    ) =>
        web.Create(
            new AssignSchool(supportProgrammeId, body.Value),
            participation => $"{Routes.Base}/support-programmes/{supportProgrammeId}/participations/{participation.Id}"
        );

    /// <summary>List the schools of a support programme</summary>
    /// <remarks>By year, state, school or curator. A curator sees the assigned schools, a school itself.</remarks>
    private static Task<OkOutcome<Page<ParticipationListItem>>> ListParticipations(
        Guid supportProgrammeId,
        Query<ListParticipations> query,
        Web web
    ) => web.Read(query.Value with { SupportProgrammeId = supportProgrammeId });

    /// <summary>Participation of a school</summary>
    /// <remarks>One participation with its risk profile; the ETag is its revision.</remarks>
    private static Task<OkOutcome<ParticipationDetails>> GetParticipation(Guid supportProgrammeId, Guid id, Web web) =>
        web.Read(new GetParticipation(supportProgrammeId, id));

    /// <summary>Replace the curator</summary>
    /// <remarks>
    /// As for a first appointment (RISK-8). The account of the former curator loses access to the school.
    /// </remarks>
    private static Task<OkOutcome<ParticipationDetails>> ReplaceCurator(
        Guid supportProgrammeId,
        Guid id,
        Body<CuratorBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ReplaceCurator(supportProgrammeId, id, ifMatch.Version, body.Value));

    /// <summary>Replace the coordinator</summary>
    /// <remarks>
    /// A coordinator serves the whole territory; neither the employer nor the number of schools is an obstacle.
    /// </remarks>
    private static Task<OkOutcome<ParticipationDetails>> ReplaceCoordinator(
        Guid supportProgrammeId,
        Guid id,
        Body<CoordinatorBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ReplaceCoordinator(supportProgrammeId, id, ifMatch.Version, body.Value));

    /// <summary>Record a risk profile</summary>
    /// <remarks>
    /// Every factor of the cycle's edition exactly once; factors are matched by name, and by number only where there is
    /// no name (RISK-4). May be repeated until priorities are chosen; all errors are returned at once.
    /// </remarks>
    private static Task<OkOutcome<ParticipationDetails>> RecordRiskProfile(
        Guid supportProgrammeId,
        Guid id,
        Body<RiskProfileBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new RecordRiskProfile(supportProgrammeId, id, ifMatch.Version, body.Value));

    /// <summary>Choose priority risks</summary>
    /// <remarks>
    /// The school's own choice, which may be repeated until the work starts. A low risk chosen and a high risk left out
    /// need a reason (RISK-6).
    /// </remarks>
    private static Task<OkOutcome<ParticipationDetails>> ChoosePriorityRisks(
        Guid supportProgrammeId,
        Guid id,
        Body<PriorityRisksBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ChoosePriorityRisks(supportProgrammeId, id, ifMatch.Version, body.Value));

    /// <summary>Start the work</summary>
    /// <remarks>The school carries out its measures from this day.</remarks>
    private static Task<OkOutcome<ParticipationDetails>> StartParticipation(
        Guid supportProgrammeId,
        Guid id,
        Body<ParticipationStartBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new StartParticipation(supportProgrammeId, id, ifMatch.Version, body.Value));

    /// <summary>Close a participation</summary>
    /// <remarks>Records the decision on the outcome (RISK-12); <c>noDynamics</c> needs a comment.</remarks>
    private static Task<OkOutcome<ParticipationDetails>> CloseParticipation(
        Guid supportProgrammeId,
        Guid id,
        Body<ParticipationClosureBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new CloseParticipation(supportProgrammeId, id, ifMatch.Version, body.Value));
}
