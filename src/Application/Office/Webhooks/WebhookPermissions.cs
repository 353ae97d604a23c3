using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Office.Webhooks;

public static class WebhookPermissions
{
    [HeldBy(Role.CentreAdministrator)]
    public const string Read = "webhooks.read";

    [HeldBy(Role.CentreAdministrator)]
    public const string Manage = "webhooks.manage";
}
