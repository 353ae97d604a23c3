using MethodCenter.Application.Office.Webhooks;

namespace MethodCenter.Api.Office.Webhooks;

/// <summary>Webhooks.</summary>
internal static class WebhookEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "webhooks",
            new Heading(
                "Webhooks",
                "Subscribe another system: the service itself tells it of changes, by a signed request."
            )
        );
        group.Post("", RegisterWebhook).WithMetadata(new SecretAnswer("secret"));
        group.Get("", ListWebhooks);
        group.Get("{id:guid}", GetWebhook);
        group.Patch("{id:guid}", UpdateWebhook);
        group.Delete("{id:guid}", DeleteWebhook);
        group.Post("{id:guid}/secret", RotateWebhookSecret).WithMetadata(new SecretAnswer("secret"));
        group.Get("{id:guid}/deliveries", ListWebhookDeliveries);
        group.Post("{id:guid}/deliveries/{deliveryId:guid}/replay", ReplayDelivery);
        group.Post("{id:guid}/replay", ReplayDeliveries);

        // Without an idempotency key: its transaction would stay open while the receiver is waited for.
        group.MapPost("{id:guid}/ping", PingWebhook).WithName(nameof(PingWebhook));
    }

    /// <summary>Subscribe another system to changes</summary>
    /// <remarks>
    /// From now on each change in the centre is sent to the address as a signed POST (Standard Webhooks):
    /// <c>webhook-id</c>, <c>webhook-timestamp</c>, <c>webhook-signature</c>, and a body that names the changed object
    /// and its revision but holds none of its content. At least once, in order for each object; repeated for a day. The
    /// secret is in this answer and nowhere else: keep it.
    /// </remarks>
    private static Task<CreatedOutcome<RegisteredWebhook>> RegisterWebhook(Body<RegisterWebhook> body, Web web) =>
        web.Create(body.Value, webhook => Address(webhook.Id));

    /// <summary>Subscriptions of the centre</summary>
    /// <remarks>
    /// Subscriptions with their state: since when a receiver has been failing, and whether it was paused because of
    /// that.
    /// </remarks>
    private static Task<OkOutcome<Page<WebhookListItem>>> ListWebhooks(Query<ListWebhooks> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Subscription</summary>
    /// <remarks>
    /// With <c>warnings</c> where the receiver fails, was paused, or has missed changes that the log no longer keeps.
    /// <c>progress</c> is not part of the revision.
    /// </remarks>
    private static Task<OkOutcome<WebhookDetails>> GetWebhook(Guid id, Web web) => web.Read(new GetWebhook(id));

    /// <summary>Update, pause or resume a subscription</summary>
    /// <remarks>
    /// <c>state</c>: <c>paused</c> stops deliveries, <c>active</c> resumes them where they stopped. Another address or
    /// other types apply to whatever is sent from then on.
    /// </remarks>
    private static Task<OkOutcome<WebhookDetails>> UpdateWebhook(
        Guid id,
        Patch<WebhookChangeBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetWebhook(id), patch, ifMatch, body => new UpdateWebhook(id, ifMatch.Version, body));

    /// <summary>Delete a subscription</summary>
    /// <remarks>Deletes it with its deliveries; what was not yet delivered is dropped.</remarks>
    private static Task<NoContentOutcome> DeleteWebhook(Guid id, IfMatch ifMatch, Web web) =>
        web.Remove(new DeleteWebhook(id, ifMatch.Version));

    /// <summary>Rotate the secret</summary>
    /// <remarks>
    /// The new secret is in this answer and nowhere else. For a day messages bear the signatures of both, separated by a
    /// space, so that the receiver can change over without losing any.
    /// </remarks>
    private static Task<OkOutcome<IssuedWebhookSecret>> RotateWebhookSecret(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new RotateWebhookSecret(id, ifMatch.Version));

    /// <summary>Check the receiver</summary>
    /// <remarks>
    /// Sends a message of the type <c>webhooks.ping</c> now, even where the subscription is paused, and answers with
    /// the outcome. Takes no <c>Idempotency-Key</c>.
    /// </remarks>
    private static Task<OkOutcome<WebhookPing>> PingWebhook(Guid id, Web web) => web.Read(new PingWebhook(id));

    /// <summary>Deliveries of a subscription</summary>
    /// <remarks>
    /// By state, object or time of the change, the latest first. A parked delivery was given up after the last attempt;
    /// send it again by <c>replay</c>.
    /// </remarks>
    private static Task<OkOutcome<Page<WebhookDeliveryModel>>> ListWebhookDeliveries(
        Guid id,
        Query<ListWebhookDeliveries> query,
        Web web
    ) => web.Read(query.Value with { Id = id });

    /// <summary>Replay a delivery</summary>
    /// <remarks>Sends a delivered or parked change again, under the same <c>webhook-id</c>.</remarks>
    private static Task<OkOutcome<WebhookDeliveryModel>> ReplayDelivery(Guid id, Guid deliveryId, Web web) =>
        web.Change(new ReplayDelivery(id, deliveryId));

    /// <summary>Replay the deliveries of a period</summary>
    /// <remarks>
    /// Sends everything of a period again, including what was delivered and what lay before the subscription: by
    /// positions (<c>fromPosition</c>, <c>toPosition</c>) or by instants (<c>from</c>, <c>to</c>). Instants are turned
    /// into the positions of the first and the last change between them.
    /// </remarks>
    private static Task<OkOutcome<WebhookReplay>> ReplayDeliveries(Guid id, Body<ReplayBody> body, Web web) =>
        web.Change(new ReplayDeliveries(id, body.Value));

    private static string Address(Guid id) => $"{Routes.Base}/webhooks/{id}";
}
