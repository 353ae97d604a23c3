using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Applications;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Applications;

internal sealed class ApplicationsArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("applications", typeof(TrainingApplication), ApplicationPermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<WaitingList>();
        services.AddScoped<ISeatQueue>(provider => provider.GetRequiredService<WaitingList>());
        services.AddScoped<ICampaignApplications, CampaignApplications>();
        services.AddScoped<Applicants>();
        services.AddScoped<QuotaRegister>();
        services.AddScoped<Placement>();
        services.AddScoped<SeatRelease>();
    }
}
