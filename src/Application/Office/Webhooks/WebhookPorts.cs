using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>Whether a webhook may lead to an address, as far as the address itself tells.</summary>
public interface IWebhookTargets
{
    Error? Refuse(string url);
}

/// <summary>Secrets by which messages are signed.</summary>
public interface IWebhookSecrets
{
    /// <summary>How long a replaced secret still signs.</summary>
    TimeSpan Overlap { get; }

    NewWebhookSecret Make();
}

/// <summary>A secret that was just made.</summary>
/// <param name="Secret">To be shown once.</param>
/// <param name="Protected">To be stored.</param>
public sealed record NewWebhookSecret(string Secret, byte[] Protected);

/// <summary>Sends a message that tells of no change, to try a receiver out.</summary>
public interface IWebhookPing
{
    /// <summary>What came of it; null: the subscription is not there.</summary>
    Task<WebhookPing?> SendAsync(Guid subscriptionId, CancellationToken cancellationToken);
}

/// <summary>What use cases ask of the log of changes and of the queue of deliveries.</summary>
public interface IWebhookQueue
{
    /// <summary>The last position that was given to a change.</summary>
    Task<long> EndAsync(CancellationToken cancellationToken);

    /// <summary>Puts a delivery that has ended back into the queue.</summary>
    Task<Result<Nothing>> RequeueAsync(WebhookDelivery delivery, CancellationToken cancellationToken);

    /// <summary>Has everything of a period sent again.</summary>
    Task<Result<WebhookReplay>> ReplayAsync(
        WebhookSubscription subscription,
        ReplayPeriod period,
        CancellationToken cancellationToken
    );

    /// <summary>What waits for a further attempt is due now.</summary>
    Task HastenAsync(Guid subscriptionId, CancellationToken cancellationToken);

    /// <summary>Removes all deliveries of a subscription.</summary>
    Task DropAsync(Guid subscriptionId, CancellationToken cancellationToken);
}

/// <summary>A period by its ends: by positions or by instants.</summary>
public sealed record ReplayPeriod(long? FromPosition, long? ToPosition, DateTimeOffset? From, DateTimeOffset? To);
