using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Learning.Programmes;

internal sealed class ProgrammesAdapters : Adapters
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<IUpgradeStep, TopicsOfProgrammes>();
}
