using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>Subscriptions of the centre.</summary>
[Permission(WebhookPermissions.Read)]
public sealed record ListWebhooks : ListQuery, IQuery<Page<WebhookListItem>>
{
    public WebhookState? State { get; init; }
}

internal sealed class ListWebhooksHandler(IOfficeStore store, IProjections projections)
    : IQueryHandler<ListWebhooks, Page<WebhookListItem>>
{
    internal static readonly SortFields<WebhookSubscription> Sort = new SortFields<WebhookSubscription>("name").Add(
        "name",
        subscription => subscription.NameKey
    );

    public Task<Result<Page<WebhookListItem>>> Handle(ListWebhooks request, CancellationToken cancellationToken) =>
        store
            .WebhookSubscriptions.WhereGiven(request.State, state => subscription => subscription.State == state)
            .ToPageAsync(request, Sort, projections.Of<WebhookSubscription, WebhookListItem>(), cancellationToken);
}
