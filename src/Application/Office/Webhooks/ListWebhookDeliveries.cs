using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>Deliveries of a subscription, the newest changes first.</summary>
[Permission(WebhookPermissions.Read)]
public sealed record ListWebhookDeliveries : ListQuery, IQuery<Page<WebhookDeliveryModel>>
{
    [FromRoute]
    public Guid Id { get; init; }

    public WebhookDeliveryState? State { get; init; }

    /// <summary>Deliveries of the changes of one object.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Changes from this instant on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Changes before this instant.</summary>
    public DateTimeOffset? To { get; init; }
}

internal sealed class ListWebhookDeliveriesHandler(IOfficeStore store, IProjections projections)
    : IQueryHandler<ListWebhookDeliveries, Page<WebhookDeliveryModel>>
{
    internal static readonly SortFields<WebhookDelivery> Sort = new SortFields<WebhookDelivery>("-position").Add(
        "position",
        delivery => delivery.Position
    );

    public async Task<Result<Page<WebhookDeliveryModel>>> Handle(
        ListWebhookDeliveries request,
        CancellationToken cancellationToken
    )
    {
        var id = request.Id;
        if (!await store.WebhookSubscriptions.AnyAsync(subscription => subscription.Id == id, cancellationToken))
        {
            return WebhookErrors.NotFound;
        }

        return await store
            .WebhookDeliveries.Where(delivery => delivery.SubscriptionId == id)
            .WhereGiven(request.State, state => delivery => delivery.State == state)
            .WhereGiven(request.SubjectId, subject => delivery => delivery.SubjectId == subject)
            .WhereGiven(request.From, instant => delivery => delivery.OccurredAt >= instant)
            .WhereGiven(request.To, instant => delivery => delivery.OccurredAt < instant)
            .ToPageAsync(request, Sort, projections.Of<WebhookDelivery, WebhookDeliveryModel>(), cancellationToken);
    }
}
