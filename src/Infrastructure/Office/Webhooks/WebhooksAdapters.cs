using MethodCenter.Application.Office.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MethodCenter.Infrastructure.Office.Webhooks;

internal sealed class WebhooksAdapters : Adapters
{
    private const string Testing = "Testing";

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(WebhookOptions.Section).Get<WebhookOptions>() ?? new WebhookOptions();
        options.Check();
        services.AddSingleton(options);
        services.AddSingleton(provider =>
        {
            var environment = provider.GetService<IHostEnvironment>();
            var here = environment is not null && (environment.IsDevelopment() || environment.IsEnvironment(Testing));
            return AddressPolicy.Of(options.AllowLoopback ?? here, options.AllowedNetworks);
        });
        services.AddSingleton<WebhookTargets>();
        services.AddSingleton<IWebhookTargets>(provider => provider.GetRequiredService<WebhookTargets>());
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<IWebhookSecrets>(provider => provider.GetRequiredService<WebhookSecrets>());
        services.AddSingleton<IHostResolver, DnsResolver>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookChanges>();
        services.AddScoped<IWebhookPing, WebhookPinger>();
        services.AddScoped<IWebhookQueue, WebhookQueue>();
        services.AddScoped<WebhookStore>();
        services.AddSingleton<Func<ILeaseOfDispatcher, WebhookLeaseSession>>(provider =>
            lease => ActivatorUtilities.CreateInstance<WebhookLeaseSession>(provider, lease)
        );
        services.AddHostedService<WebhookDispatcher>();
    }
}
