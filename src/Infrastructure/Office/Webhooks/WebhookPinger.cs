using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Domain.Office.Webhooks;

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
        return outcome.Failure is null
            ? new WebhookPing
            {
                Delivered = true,
                MessageId = id,
                Status = outcome.Status,
                Milliseconds = outcome.Milliseconds,
            }
            : new WebhookPing { MessageId = id, Failure = Told(outcome.Failure.Value) };
    }

    /// <summary>
    /// Whether a name is there, a port is open or what answers: a ping would tell a scanner of networks. What concerns the
    /// subscription alone is told; the rest is one failure, without its status and time.
    /// </summary>
    private static WebhookFailure Told(WebhookFailure failure) =>
        failure is WebhookFailure.SecretUnreadable ? failure : WebhookFailure.NotConnected;
}
