using MethodCenter.Application.Learning.Enrolments;

namespace MethodCenter.Api.Learning.Enrolments;

/// <summary>Enrolments.</summary>
internal static class EnrolmentEndpoints
{
    private static readonly Heading Heading = new(
        "Enrolments",
        "Enrol learners, keep the waiting list, expel, record completion; no seat is ever given twice."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("courses/{courseId:guid}/enrolments", Heading);
        group.Post("", EnrolEmployee);
        group.Get("", ListEnrolments);
        group.Get("{id:guid}", GetEnrolment);
        group.Post("{id:guid}/withdrawal", WithdrawEnrolment);
        group.Put("{id:guid}/funding", ChangeEnrolmentFunding);
        group.Post("{id:guid}/transfer", TransferEnrolment);
        routes.MapArea("enrolments", Heading).Get("", FindEnrolments);
        routes.MapArea("employees/{id:guid}/enrolments", Heading).Get("", ListEnrolmentsOfEmployee);
    }

    /// <summary>Enrol on a course</summary>
    /// <remarks>
    /// Takes a free seat, else the end of the waiting list: see <c>state</c>. No seat is given twice, however many
    /// requests arrive at once.
    /// </remarks>
    private static Task<CreatedOutcome<EnrolmentDetails>> EnrolEmployee(
        Guid courseId,
        Body<EnrolmentBody> body,
        Web web
    ) =>
        web.Create(
            new EnrolEmployee(courseId, body.Value),
            enrolment => $"{Routes.Base}/courses/{courseId}/enrolments/{enrolment.Id}"
        );

    /// <summary>Learners of a course</summary>
    /// <remarks>Learners and the waiting list, in order of arrival.</remarks>
    private static Task<OkOutcome<Page<EnrolmentListItem>>> ListEnrolments(
        Guid courseId,
        Query<ListEnrolments> query,
        Web web
    ) => web.Read(query.Value with { CourseId = courseId });

    /// <summary>Enrolments across courses</summary>
    /// <remarks>
    /// Who of an organisation learns or waits, and on which courses: <c>?organisation=300&amp;state=waiting</c> names who of
    /// school 300 waits for a seat. A school sees whom it has sent itself.
    /// </remarks>
    private static Task<OkOutcome<Page<EnrolmentListItem>>> FindEnrolments(Query<FindEnrolments> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Courses of an employee</summary>
    /// <remarks>On which courses a person is, waits or was, the latest first.</remarks>
    private static Task<OkOutcome<Page<EnrolmentListItem>>> ListEnrolmentsOfEmployee(
        Guid id,
        Query<ListEnrolmentsOfEmployee> query,
        Web web
    ) => web.Read(query.Value with { Id = id });

    /// <summary>Enrolment</summary>
    /// <remarks>One enrolment; the ETag is its revision.</remarks>
    private static Task<OkOutcome<EnrolmentDetails>> GetEnrolment(Guid courseId, Guid id, Web web) =>
        web.Read(new GetEnrolment(courseId, id));

    /// <summary>Withdraw from a course</summary>
    /// <remarks>As of today or a past day (<c>on</c>). The seat goes to the first on the waiting list.</remarks>
    private static Task<OkOutcome<EnrolmentDetails>> WithdrawEnrolment(
        Guid courseId,
        Guid id,
        Body<WithdrawalBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new WithdrawEnrolment(courseId, id, ifMatch.Version, body.Value));

    /// <summary>Say who pays for a learner</summary>
    /// <remarks>
    /// Where it is not who pays for the course: a learner who pays himself in a group of the state assignment.
    /// </remarks>
    private static Task<OkOutcome<EnrolmentDetails>> ChangeEnrolmentFunding(
        Guid courseId,
        Guid id,
        Body<EnrolmentFundingBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new ChangeEnrolmentFunding(courseId, id, ifMatch.Version, body.Value));

    /// <summary>Transfer to another group</summary>
    /// <remarks>
    /// To the group of the other half-year, or to a free seat of another course of the programme for which nobody
    /// waits; also after enrolment has closed. The answer is the enrolment under which the learner studies from now on.
    /// An enrolment that came from an application is moved through the application (<c>POST
    /// /applications/{id}/transfer</c>).
    /// </remarks>
    private static Task<OkOutcome<EnrolmentDetails>> TransferEnrolment(
        Guid courseId,
        Guid id,
        Body<EnrolmentTransferBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new TransferEnrolment(courseId, id, ifMatch.Version, body.Value));
}
