using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Orders;

namespace MethodCenter.Api.Learning.Orders;

/// <summary>Orders.</summary>
internal static class OrderEndpoints
{
    private static readonly Heading Heading = new(
        "Orders",
        "Draft an order of enrolment, completion or expulsion, sign it, print it."
    );

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea("orders", Heading);
        group.Post("", DraftOrder);
        group.Get("", ListOrders);
        group.Get("{id:guid}", GetOrder);
        group.Get("{id:guid}/file", GetOrderFile);
        group.Post("{id:guid}/signature", SignOrder);
        group.Post("{id:guid}/cancellation", CancelOrder);
    }

    /// <summary>Draft an order</summary>
    /// <remarks>
    /// About enrolment, completion or expulsion of learners of one course. Without <c>enrolmentIds</c> everyone is
    /// listed who holds a seat or has completed the course; for an expulsion the learners must be named. Without
    /// <c>number</c> the next number of the year and kind is given. An enrolment order is not dated after the course, a
    /// completion order not before its end (DPO-6). A draft changes nothing.
    /// </remarks>
    private static Task<CreatedOutcome<OrderDetails>> DraftOrder(Body<DraftOrder> body, Web web) =>
        web.Create(body.Value, order => $"{Routes.Base}/orders/{order.Id}");

    /// <summary>Book of orders</summary>
    /// <remarks>By course, kind, state, days, part of the number or of the course's title; the latest first.</remarks>
    private static Task<OkOutcome<Page<OrderListItem>>> ListOrders(Query<ListOrders> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Order</summary>
    /// <remarks>With its list: of each learner the state before the signature and after it.</remarks>
    private static Task<OkOutcome<OrderDetails>> GetOrder(Guid id, Web web) => web.Read(new GetOrder(id));

    /// <summary>Text of an order (DOCX, HTML)</summary>
    /// <remarks>
    /// With the centre's heading, number, date and list. HTML can be printed as it is or saved as PDF by the browser. A
    /// draft and a cancelled order are marked as such.
    /// </remarks>
    private static Task<PaperOutcome> GetOrderFile(Guid id, Query<PaperQuery> query, Web web) =>
        web.Paper(new GetOrderFile(id, query.Value.Format));

    /// <summary>Sign an order</summary>
    /// <remarks>
    /// The change of state is made here. Enrolment: open enrolment is closed. Completion: those listed have completed
    /// the course; where there is a protocol of the final assessment, only those who passed — the others leave and get
    /// a reference of study (DPO-5). Expulsion: those listed leave, and their seats go to the waiting list. Not dated
    /// in the future, and not before the protocol.
    /// </remarks>
    private static Task<OkOutcome<OrderDetails>> SignOrder(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new SignOrder(id, ifMatch.Version));

    /// <summary>Cancel an order</summary>
    /// <remarks>
    /// With a reason. What a signed order has changed is taken back, line by line. Refused when something rests on it:
    /// a certificate was issued, a later order names the same learners, a seat was given to another learner, or the
    /// course has ended.
    /// </remarks>
    private static Task<OkOutcome<OrderDetails>> CancelOrder(
        Guid id,
        Body<ReasonBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new CancelOrder(id, ifMatch.Version, body.Value));
}

/// <summary>Which file of a paper.</summary>
public sealed record PaperQuery
{
    /// <summary>Kind of file.</summary>
    public PaperFormat Format { get; init; } = PaperFormat.Docx;
}
