using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Office.Webhooks;

internal sealed class WebhookMaker : Maker
{
    public WebhookMaker() =>
        Object(
            "/webhooks/{id}",
            made => made.PostAsync("/webhooks", new { name = made.Code("Сайт"), url = "https://site.example/hooks" })
        );
}
