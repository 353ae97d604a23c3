using MethodCenter.Application.Common.Areas;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Teaching.Timetables;

internal sealed class TimetablesArea : Area
{
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<TimetableDemandReader>();
        services.AddScoped<TimetableFeed>();
    }
}
