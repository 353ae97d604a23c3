using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;

namespace MethodCenter.Api.Learning.Enrolments;

/// <summary>Enrolments.</summary>
internal static class EnrolmentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "courses/{courseId:guid}/enrolments",
            new Heading(
                "Enrolments",
                "Enrol learners, keep the waiting list, expel, record completion; no seat is ever given twice."
            )
        );
        group.Post("", EnrolEmployee);
        group.Get("", ListEnrolments);
        group.Get("{id:guid}", GetEnrolment);
        group.Post("{id:guid}/withdrawal", WithdrawEnrolment);
        group.Post("{id:guid}/transfer", TransferEnrolment);
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

    /// <summary>Enrolment</summary>
    /// <remarks>One enrolment; the ETag is its revision.</remarks>
    private static Task<OkOutcome<EnrolmentDetails>> GetEnrolment(Guid courseId, Guid id, Web web) =>
        web.Read(new GetEnrolment(courseId, id));

    /// <summary>Withdraw from a course</summary>
    /// <remarks>The seat goes to the first on the waiting list.</remarks>
    private static Task<OkOutcome<EnrolmentDetails>> WithdrawEnrolment(
        Guid courseId,
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new WithdrawEnrolment(courseId, id, ifMatch.Version, body.Value));

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
