using MethodCenter.Application.Office.Changes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Office.Changes;

internal sealed class ChangesAdapters : Adapters
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(
            configuration.GetSection(ChangesOptions.Section).Get<ChangesOptions>() ?? new ChangesOptions()
        );
        services.AddSingleton<ChangeSignals>();
        services.AddSingleton<ChangeRetention>();
        services.AddSingleton<IChangeWatch, ChangeWatch>();
        services.AddScoped<IChangeFeed, ChangeFeed>();
        services.AddScoped<ChangeRows>();
        services.AddSingleton<ChangeLeap>();
        services.AddHostedService<ChangeRelay>();
    }
}
