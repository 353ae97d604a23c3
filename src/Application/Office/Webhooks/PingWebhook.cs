using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>Sends a test message now and answers with what came of it, also where the subscription is paused.</summary>
/// <remarks>A query, since it changes nothing here: no transaction is open while the receiver is waited for.</remarks>
[Permission(WebhookPermissions.Manage)]
public sealed record PingWebhook(Guid Id) : IQuery<WebhookPing>;

internal sealed class PingWebhookHandler(IWebhookPing ping) : IQueryHandler<PingWebhook, WebhookPing>
{
    public async Task<Result<WebhookPing>> Handle(PingWebhook request, CancellationToken cancellationToken) =>
        await ping.SendAsync(request.Id, cancellationToken) is { } outcome ? outcome : WebhookErrors.NotFound;
}
