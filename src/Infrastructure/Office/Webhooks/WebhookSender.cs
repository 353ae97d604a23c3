using System.Diagnostics.Metrics;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>Signs a message by the secrets of its subscription and sends it.</summary>
internal sealed class WebhookSender(WebhookClient client, WebhookSecrets secrets, TimeProvider time)
{
    public const string MeterName = "MethodCenter.Webhooks";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        "methodcenter.webhooks.duration",
        "s",
        "Time until a receiver of a webhook has answered, by outcome."
    );

    public async Task<SendOutcome> SendAsync(
        ActiveSubscription subscription,
        string id,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        var outcome = SecretsOf(subscription) is { } known
            ? await client.SendAsync(new OutgoingMessage(subscription.Url, id, body, known), cancellationToken)
            : new SendOutcome(null, WebhookFailure.SecretUnreadable, 0, null);
        Durations.Record(
            outcome.Milliseconds / 1000.0,
            new KeyValuePair<string, object?>("outcome", outcome.Failure?.ToString() ?? "Delivered")
        );
        return outcome;
    }

    /// <summary>The secret, and the one before as long as it holds; null: it cannot be read any more.</summary>
    private List<string>? SecretsOf(ActiveSubscription subscription)
    {
        if (secrets.Read(subscription.Secret) is not { } present)
        {
            return null;
        }

        var previous =
            subscription.PreviousSecret is { } before && time.GetUtcNow() < subscription.PreviousSecretUntil
                ? secrets.Read(before)
                : null;
        return previous is null ? [present] : [present, previous];
    }
}
