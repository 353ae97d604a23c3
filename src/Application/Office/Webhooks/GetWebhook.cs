using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>One subscription, with warnings where it is not well.</summary>
[Permission(WebhookPermissions.Read)]
public sealed record GetWebhook(Guid Id) : IQuery<WebhookDetails>;

internal sealed class GetWebhookHandler(IReads reads) : IQueryHandler<GetWebhook, WebhookDetails>
{
    public async Task<Result<WebhookDetails>> Handle(GetWebhook request, CancellationToken cancellationToken)
    {
        var details = await reads.FindAsync<WebhookSubscription, WebhookDetails>(request.Id, cancellationToken);
        return details is null
            ? WebhookErrors.NotFound
            : Result<WebhookDetails>.Accept(details, [.. WebhookWarnings.Of(details)]);
    }
}
