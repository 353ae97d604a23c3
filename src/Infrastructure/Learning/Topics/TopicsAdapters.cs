using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Learning.Topics;

internal sealed class TopicsAdapters : Adapters
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<IUpgradeStep, TopicsOfProgrammes>();
}
