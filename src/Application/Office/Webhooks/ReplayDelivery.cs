using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>Sends one delivery again that was delivered or parked, under the same message id.</summary>
[Permission(WebhookPermissions.Manage)]
public sealed record ReplayDelivery(Guid Id, Guid DeliveryId) : ICommand<WebhookDeliveryModel>;

internal sealed class ReplayDeliveryHandler(IOfficeStore store, IWebhookQueue queue, IReads reads, IAuditLog audit)
    : ICommandHandler<ReplayDelivery, WebhookDeliveryModel>
{
    public async Task<Answer<WebhookDeliveryModel>> Handle(ReplayDelivery request, CancellationToken cancellationToken)
    {
        var delivery = await store.WebhookDeliveries.SingleOrDefaultAsync(
            delivery => delivery.Id == request.DeliveryId && delivery.SubscriptionId == request.Id,
            cancellationToken
        );
        if (delivery is null)
        {
            return WebhookErrors.DeliveryNotFound;
        }

        var requeued = await queue.RequeueAsync(delivery, cancellationToken);
        if (requeued.Refused)
        {
            return requeued.Error;
        }

        audit.RecordBulkChange("webhook-subscription", request.Id, "deliveries", 1);
        return reads.Answer<WebhookDelivery, WebhookDeliveryModel>(delivery);
    }
}
