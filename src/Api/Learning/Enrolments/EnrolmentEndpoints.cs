using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;

namespace MethodCenter.Api.Learning.Enrolments;

/// <summary>Зачисления.</summary>
internal static class EnrolmentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("courses/{courseId:guid}/enrolments", "Зачисления");
        group.Post("", EnrolEmployee);
        group.Get("", ListEnrolments);
        group.Get("{id:guid}", GetEnrolment);
        group.Post("{id:guid}/withdrawal", WithdrawEnrolment);
        group.Post("{id:guid}/transfer", TransferEnrolment);
    }

    /// <summary>Зачислить на курс</summary>
    /// <remarks>
    /// Takes a free seat, else the end of the waiting list: see <c>state</c>. Seats are never sold twice, however many
    /// requests come at once.
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

    /// <summary>Слушатели курса</summary>
    /// <remarks>Learners and the waiting list, in order of arrival.</remarks>
    private static Task<OkOutcome<Page<EnrolmentListItem>>> ListEnrolments(
        Guid courseId,
        Query<ListEnrolments> query,
        Web web
    ) => web.Read(query.Value with { CourseId = courseId });

    /// <summary>Зачисление</summary>
    /// <remarks>One enrolment; the ETag is its revision.</remarks>
    private static Task<OkOutcome<EnrolmentDetails>> GetEnrolment(Guid courseId, Guid id, Web web) =>
        web.Read(new GetEnrolment(courseId, id));

    /// <summary>Отчислить с курса</summary>
    /// <remarks>The seat goes to the first of the waiting list.</remarks>
    private static Task<OkOutcome<EnrolmentDetails>> WithdrawEnrolment(
        Guid courseId,
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new WithdrawEnrolment(courseId, id, ifMatch.Version, body.Value));

    /// <summary>Перевести в другую группу</summary>
    /// <remarks>
    /// To the group of the other half-year, or to a free seat of another course of the programme for which nobody waits;
    /// also after the registration has closed. The answer is the enrolment where the learner studies from now on. What
    /// came by an application is moved by it (<c>POST /applications/{id}/transfer</c>).
    /// </remarks>
    private static Task<OkOutcome<EnrolmentDetails>> TransferEnrolment(
        Guid courseId,
        Guid id,
        Body<EnrolmentTransferBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new TransferEnrolment(courseId, id, ifMatch.Version, body.Value));
}
