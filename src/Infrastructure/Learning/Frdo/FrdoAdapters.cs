using MethodCenter.Application.Learning.Frdo;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Learning.Frdo;

internal sealed class FrdoAdapters : Adapters
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IFrdoWorkbook, FrdoWorkbook>();
        services.AddScoped<IFrdoFiles, FrdoFiles>();
    }
}
