using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Office.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Office.Webhooks;

internal sealed class WebhooksArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("webhooks", typeof(WebhookSubscription), WebhookPermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<WebhookCheck>();
    }
}
