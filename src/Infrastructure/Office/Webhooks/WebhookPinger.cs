using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Application.Territory.Centres;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>Sends a test message as the dispatcher would send a change: signed, by the same connections.</summary>
internal sealed class WebhookPinger(MethodCenterDbContext database, WebhookSender sender, TimeProvider time)
    : IWebhookPing
{
    public async Task<WebhookPing?> SendAsync(Guid subscriptionId, CancellationToken cancellationToken)
    {
        var subscription = await database
            .WebhookSubscriptions.Where(subscription => subscription.Id == subscriptionId)
            .ToActive(database.Centres)
            .SingleOrDefaultAsync(cancellationToken);
        if (subscription is null)
        {
            return null;
        }

        var id = WebhookMessages.IdOf(EntityId.New());
        var body = WebhookMessages.Ping(subscription.Id, subscription.Centre, time.GetUtcNow());
        var outcome = await sender.SendAsync(subscription, id, body, cancellationToken);
        return new WebhookPing
        {
            Delivered = outcome.Failure is null,
            MessageId = id,
            Status = outcome.Status,
            Failure = outcome.Failure,
            Milliseconds = outcome.Milliseconds,
        };
    }
}
