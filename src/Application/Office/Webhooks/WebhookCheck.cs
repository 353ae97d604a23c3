using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Office.Webhooks;

/// <summary>The types of changes that webhooks receive: what an administrator of a centre may read.</summary>
public static class WebhookTypes
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. ChangeTypes
            .All.Where(type => RolePermissions.Of(Role.CentreAdministrator).Contains(type.ReadPermission))
            .Select(type => type.Name),
    ];
}

/// <summary>Whether a subscription may be as somebody wants it.</summary>
internal sealed class WebhookCheck(IOfficeStore store, IWebhookTargets targets)
{
    public Task<WebhookSubscription?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store.WebhookSubscriptions.SingleOrDefaultAsync(subscription => subscription.Id == id, cancellationToken);

    /// <summary>The reason to refuse a card, or null.</summary>
    public Error? Refuse(WebhookBody body)
    {
        for (var place = 0; place < body.Types.Count; place++)
        {
            if (!WebhookTypes.All.Contains(body.Types[place]))
            {
                return WebhookErrors.UnknownType(body.Types[place], string.Join(", ", WebhookTypes.All), place);
            }
        }

        return targets.Refuse(body.Url);
    }

    public static WebhookCard CardOf(WebhookBody body) => new(body.Name, body.Description, body.Url, body.Types);
}
