using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Office.Changes;

namespace MethodCenter.Api.Office.Changes;

/// <summary>Changes.</summary>
internal static class ChangeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "changes",
            new Heading("Changes", "Follow what has changed since the position up to which you have read.")
        );
        group.Get("", ListChanges);
        group.Get("position", GetChangePosition);
    }

    /// <summary>Feed of changes</summary>
    /// <remarks>
    /// The changes after the position <c>after</c>, in an order that never changes: a reader who has come to a position
    /// has missed nothing before it. An item names the object, its revision and its address, not its values: read the
    /// object. Send <c>position</c> of the answer as <c>after</c> next time, even when there are no items. With
    /// <c>wait</c> the answer arrives as soon as there is a change. With <c>Accept: text/event-stream</c> it is a
    /// stream of events: <c>change</c> with an item, and <c>position</c> where you may see nothing of what lies
    /// between; it ends after some minutes, and the client returns with <c>Last-Event-ID</c>. Changes of objects that
    /// you may not see are left out. To begin with a complete copy, take <c>GET /changes/position</c>, then read the
    /// lists, then the changes after that position. Positions that are no longer kept are answered with 410: start
    /// again.
    /// </remarks>
    private static ChangesOutcome ListChanges(Query<ListChanges> query, ChangeReaders readers, Caller caller) =>
        new(query.Value, readers, caller);

    /// <summary>Position of the feed</summary>
    /// <remarks>How far the feed has come and from which position on it is kept. Take it before you read the lists.</remarks>
    private static Task<OkOutcome<ChangePosition>> GetChangePosition(Web web) => web.Read(new GetChangePosition());
}
