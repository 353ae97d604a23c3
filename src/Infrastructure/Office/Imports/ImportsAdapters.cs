using MethodCenter.Application.Office.Imports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Office.Imports;

internal sealed class ImportsAdapters : Adapters
{
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(
            configuration.GetSection(ImportOptions.Section).Get<ImportOptions>() ?? new ImportOptions()
        );
        services.AddSingleton(provider => provider.GetRequiredService<ImportOptions>().ToQuota());
        services.AddSingleton<OperationRetention>();
        services.AddSingleton<RunningOperations>();
        services.AddSingleton<IRunningOperations>(provider => provider.GetRequiredService<RunningOperations>());
        services.AddScoped<IOperationRecords, OperationRecords>();
        services.AddScoped<IOperationFiles, OperationFiles>();
        services.AddScoped<ICheckRooms, CheckRooms>();
        services.AddSingleton<OperationLease>();
        services.AddHostedService<ImportWorker>();
    }
}
