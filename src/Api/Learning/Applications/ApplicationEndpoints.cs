using MethodCenter.Api.Learning.Orders;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Courses;

namespace MethodCenter.Api.Learning.Applications;

/// <summary>Заявки на обучение.</summary>
internal static class ApplicationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("applications", "Заявки");
        group.Post("", SubmitApplication);
        group.Get("", ListApplications);
        group.Get("{id:guid}", GetApplication);
        group.Post("{id:guid}/approval", ApproveApplication);
        group.Post("{id:guid}/refusal", RefuseApplication);
        group.Post("{id:guid}/transfer", TransferApplication);
        group.Post("{id:guid}/referral", ReferApplication);
        group.Get("{id:guid}/referral-letter", GetReferralLetter).Refuses(StatusCodes.Status409Conflict);
        group.Post("{id:guid}/withdrawal", WithdrawApplication);
    }

    /// <summary>Подать заявку на обучение</summary>
    /// <remarks>
    /// A school applies for an employee of its own. Refused, with the rule: the campaign is closed, the person has applied
    /// already, has completed the programme within the years of the norm (DPO-7), or attends another course in the same
    /// days. Where the order of arrival decides, the answer is the decision: <c>approved</c> with a seat, or
    /// <c>waiting</c> for a seat or for the quota, with the place in the line; <c>warnings</c> say why.
    /// </remarks>
    private static Task<CreatedOutcome<ApplicationDetails>> SubmitApplication(Body<SubmitApplication> body, Web web) =>
        web.Create(body.Value, application => $"{Routes.Base}/applications/{application.Id}");

    /// <summary>Список заявок</summary>
    /// <remarks>By campaign, programme, course, organisation, employee, state or what they lack.</remarks>
    private static Task<OkOutcome<Page<ApplicationListItem>>> ListApplications(
        Query<ListApplications> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Заявка</summary>
    /// <remarks>One application; the ETag is its revision.</remarks>
    private static Task<OkOutcome<ApplicationDetails>> GetApplication(Guid id, Web web) =>
        web.Read(new GetApplication(id));

    /// <summary>Удовлетворить заявку</summary>
    /// <remarks>A seat when the course and the quota have one left, else the waiting list.</remarks>
    private static Task<OkOutcome<ApplicationDetails>> ApproveApplication(
        Guid id,
        Body<ApprovalBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ApproveApplication(id, ifMatch.Version, body.Value));

    /// <summary>Отклонить заявку</summary>
    /// <remarks>With the reason that the school reads.</remarks>
    private static Task<OkOutcome<ApplicationDetails>> RefuseApplication(
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new RefuseApplication(id, ifMatch.Version, body.Value));

    /// <summary>Перенести заявку на другой курс</summary>
    /// <remarks>Another course of the same programme. A seat that falls free goes to the first who waits.</remarks>
    private static Task<OkOutcome<ApplicationDetails>> TransferApplication(
        Guid id,
        Body<TransferBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new TransferApplication(id, ifMatch.Version, body.Value));

    /// <summary>Направить к внешнему провайдеру</summary>
    /// <remarks>By a letter with a number; the quota is used by it.</remarks>
    private static Task<OkOutcome<ApplicationDetails>> ReferApplication(
        Guid id,
        Body<ReferralBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ReferApplication(id, ifMatch.Version, body.Value));

    /// <summary>Отозвать заявку</summary>
    /// <remarks>The seat goes to the first who waits and has a quota left.</remarks>
    private static Task<OkOutcome<ApplicationDetails>> WithdrawApplication(
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new WithdrawApplication(id, ifMatch.Version, body.Value));

    /// <summary>Направление к внешнему провайдеру (DOCX, HTML)</summary>
    /// <remarks>The letter with which a referred employee goes to the provider of the campaign; of a referred application.</remarks>
    private static Task<PaperOutcome> GetReferralLetter(Guid id, Query<PaperQuery> query, Web web) =>
        web.Paper(new GetReferralLetter(id, query.Value.Format));
}
