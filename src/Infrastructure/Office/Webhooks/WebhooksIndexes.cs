namespace MethodCenter.Infrastructure.Office.Webhooks;

internal sealed class WebhooksIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?> { ["ux_webhook_deliveries_subscription_id_position"] = null };
}
