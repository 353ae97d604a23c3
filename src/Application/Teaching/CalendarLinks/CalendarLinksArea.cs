using MethodCenter.Application.Common.Areas;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Teaching.CalendarLinks;

internal sealed class CalendarLinksArea : Area
{
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ICalendarLinkFinder, CalendarLinkFinder>();
    }
}
