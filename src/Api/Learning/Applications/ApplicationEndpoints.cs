using MethodCenter.Api.Learning.Orders;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Courses;

namespace MethodCenter.Api.Learning.Applications;

/// <summary>Applications.</summary>
internal static class ApplicationEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "applications",
            new Heading(
                "Applications",
                "Apply for the training of employees, satisfy or refuse, print the referral letter."
            )
        );
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

    /// <summary>Submit an application for training</summary>
    /// <remarks>
    /// A school applies for an employee of its own. Refused, with the rule: the campaign is closed, the person has applied
    /// already, has completed the programme within the years of the norm (DPO-7), or attends another course in the same
    /// days. Where the order of arrival decides, the answer is the decision: <c>approved</c> with a seat, or
    /// <c>waiting</c> for a seat or for the quota, with the place in the line; <c>warnings</c> say why.
    /// </remarks>
    private static Task<CreatedOutcome<ApplicationDetails>> SubmitApplication(Body<SubmitApplication> body, Web web) =>
        web.Create(body.Value, application => $"{Routes.Base}/applications/{application.Id}");

    /// <summary>List applications</summary>
    /// <remarks>By campaign, programme, course, organisation, employee, state or what they lack.</remarks>
    private static Task<OkOutcome<Page<ApplicationListItem>>> ListApplications(
        Query<ListApplications> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Application</summary>
    /// <remarks>One application; the ETag is its revision.</remarks>
    private static Task<OkOutcome<ApplicationDetails>> GetApplication(Guid id, Web web) =>
        web.Read(new GetApplication(id));

    /// <summary>Approve an application</summary>
    /// <remarks>A seat when the course and the quota have one left, else the waiting list.</remarks>
    private static Task<OkOutcome<ApplicationDetails>> ApproveApplication(
        Guid id,
        Body<ApprovalBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ApproveApplication(id, ifMatch.Version, body.Value));

    /// <summary>Refuse an application</summary>
    /// <remarks>With the reason that the school reads.</remarks>
    private static Task<OkOutcome<ApplicationDetails>> RefuseApplication(
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new RefuseApplication(id, ifMatch.Version, body.Value));

    /// <summary>Transfer an application to another course</summary>
    /// <remarks>
    /// Another course of the same programme. A seat that becomes free goes to the first on the waiting list.
    /// </remarks>
    private static Task<OkOutcome<ApplicationDetails>> TransferApplication(
        Guid id,
        Body<TransferBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new TransferApplication(id, ifMatch.Version, body.Value));

    /// <summary>Refer to an outside provider</summary>
    /// <remarks>By a numbered letter, which uses up the quota.</remarks>
    private static Task<OkOutcome<ApplicationDetails>> ReferApplication(
        Guid id,
        Body<ReferralBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ReferApplication(id, ifMatch.Version, body.Value));

    /// <summary>Withdraw an application</summary>
    /// <remarks>The seat goes to the first in line whose quota is not exhausted.</remarks>
    private static Task<OkOutcome<ApplicationDetails>> WithdrawApplication(
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new WithdrawApplication(id, ifMatch.Version, body.Value));

    /// <summary>Referral letter to an outside provider (DOCX, HTML)</summary>
    /// <remarks>
    /// The letter with which a referred employee goes to the provider of the campaign; only for a referred application.
    /// </remarks>
    private static Task<PaperOutcome> GetReferralLetter(Guid id, Query<PaperQuery> query, Web web) =>
        web.Paper(new GetReferralLetter(id, query.Value.Format));
}
