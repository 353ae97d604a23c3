using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Office.StatedFigures;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Office.StatedFigures;

internal sealed class StatedFiguresArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("stated-figures", typeof(StatedFigure), StatedFigurePermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<IStatedFigures, StatedFigureReader>();
        services.AddTransient<ContradictionFinder>();
    }
}
