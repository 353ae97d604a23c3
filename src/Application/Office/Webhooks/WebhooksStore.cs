using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>The rows of the area.</summary>
public static class WebhooksStore
{
    extension(IOfficeStore store)
    {
        public DbSet<WebhookSubscription> WebhookSubscriptions => store.Set<WebhookSubscription>();

        public DbSet<WebhookDelivery> WebhookDeliveries => store.Set<WebhookDelivery>();
    }
}
