using MethodCenter.Application.Common.Areas;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Career.Reports;

internal sealed class ReportsArea : Area
{
    public override void AddServices(IServiceCollection services) => services.AddScoped<QualificationRows>();
}
