using MethodCenter.Application.Common.Areas;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Office.Imports;

internal sealed class ImportsArea : Area
{
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<IImportRun, ImportRun>();
        services.AddScoped<ImportDifferences>();
        services.AddScoped<OperationQueue>();
    }
}
