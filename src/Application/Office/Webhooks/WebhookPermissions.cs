namespace MethodCenter.Application.Office.Webhooks;

public static class WebhookPermissions
{
    public const string Read = "webhooks.read";
    public const string Manage = "webhooks.manage";
}
