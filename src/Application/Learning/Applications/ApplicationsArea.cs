using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Learning.Applications;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Applications;

internal sealed class ApplicationsArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("applications", typeof(TrainingApplication), ApplicationPermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<Applicants>();
        services.AddScoped<QuotaBook>();
        services.AddScoped<Placement>();
        services.AddScoped<Seats>();
    }
}
