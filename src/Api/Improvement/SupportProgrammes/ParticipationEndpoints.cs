using MethodCenter.Application.Improvement.SupportProgrammes;

namespace MethodCenter.Api.Improvement.SupportProgrammes;

/// <summary>Участие школ.</summary>
internal static class ParticipationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("support-programmes/{supportProgrammeId:guid}/participations", "Участие школ");
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

    /// <summary>Назначить школу</summary>
    /// <remarks>
    /// Takes a school into a cycle, once, with a coordinator and a curator. The curator must not work at the school, and
    /// holds no more open participations than the norm allows (RISK-8). The school is opened to the curator's account.
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

    /// <summary>Школы программы поддержки</summary>
    /// <remarks>By year, state, school or curator. A curator sees the assigned schools, a school itself.</remarks>
    private static Task<OkOutcome<Page<ParticipationListItem>>> ListParticipations(
        Guid supportProgrammeId,
        Query<ListParticipations> query,
        Web web
    ) => web.Read(query.Value with { SupportProgrammeId = supportProgrammeId });

    /// <summary>Участие школы</summary>
    /// <remarks>One participation with its risk profile; the ETag is its revision.</remarks>
    private static Task<OkOutcome<ParticipationDetails>> GetParticipation(Guid supportProgrammeId, Guid id, Web web) =>
        web.Read(new GetParticipation(supportProgrammeId, id));

    /// <summary>Сменить куратора</summary>
    /// <remarks>As by a first appointment (RISK-8). The school is closed to the account of the former curator.</remarks>
    private static Task<OkOutcome<ParticipationDetails>> ReplaceCurator(
        Guid supportProgrammeId,
        Guid id,
        Body<CuratorBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ReplaceCurator(supportProgrammeId, id, ifMatch.Version, body.Value));

    /// <summary>Сменить координатора</summary>
    /// <remarks>A coordinator serves the whole territory; neither the employer nor a number of schools is a bar.</remarks>
    private static Task<OkOutcome<ParticipationDetails>> ReplaceCoordinator(
        Guid supportProgrammeId,
        Guid id,
        Body<CoordinatorBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ReplaceCoordinator(supportProgrammeId, id, ifMatch.Version, body.Value));

    /// <summary>Записать рисковый профиль</summary>
    /// <remarks>
    /// Every factor of the cycle's edition exactly once; factors are matched by name, only without one by number
    /// (RISK-4). Repeatable until priorities are chosen; all errors come at once.
    /// </remarks>
    private static Task<OkOutcome<ParticipationDetails>> RecordRiskProfile(
        Guid supportProgrammeId,
        Guid id,
        Body<RiskProfileBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new RecordRiskProfile(supportProgrammeId, id, ifMatch.Version, body.Value));

    /// <summary>Выбрать приоритетные риски</summary>
    /// <remarks>
    /// The school's own choice, repeatable until the work starts. A low risk chosen and a high risk left out need a
    /// reason (RISK-6).
    /// </remarks>
    private static Task<OkOutcome<ParticipationDetails>> ChoosePriorityRisks(
        Guid supportProgrammeId,
        Guid id,
        Body<PriorityRisksBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ChoosePriorityRisks(supportProgrammeId, id, ifMatch.Version, body.Value));

    /// <summary>Начать работу</summary>
    /// <remarks>The school carries out its measures from this day.</remarks>
    private static Task<OkOutcome<ParticipationDetails>> StartParticipation(
        Guid supportProgrammeId,
        Guid id,
        Body<ParticipationStartBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new StartParticipation(supportProgrammeId, id, ifMatch.Version, body.Value));

    /// <summary>Завершить участие</summary>
    /// <remarks>Records the decision on the outcome (RISK-12); «no dynamics» needs a comment.</remarks>
    private static Task<OkOutcome<ParticipationDetails>> CloseParticipation(
        Guid supportProgrammeId,
        Guid id,
        Body<ParticipationClosureBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new CloseParticipation(supportProgrammeId, id, ifMatch.Version, body.Value));
}
