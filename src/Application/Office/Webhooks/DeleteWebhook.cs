using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>Deletes a subscription; what was not yet delivered is dropped.</summary>
[Permission(WebhookPermissions.Manage)]
public sealed record DeleteWebhook(Guid Id, int Version) : ICommand<Nothing>;

internal sealed class DeleteWebhookHandler(IOfficeStore store, WebhookCheck check, IWebhookQueue queue)
    : ICommandHandler<DeleteWebhook, Nothing>
{
    public async Task<Answer<Nothing>> Handle(DeleteWebhook request, CancellationToken cancellationToken)
    {
        var subscription = await check.FindAsync(request.Id, cancellationToken);
        if (subscription is null)
        {
            return WebhookErrors.NotFound;
        }

        if (subscription.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        await queue.DropAsync(subscription.Id, cancellationToken);
        store.WebhookSubscriptions.Remove(subscription);
        return Nothing.Done;
    }
}
