using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Training.TrainingPlans;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Training.TrainingPlans;

internal sealed class TrainingPlansArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("training-plans", typeof(TrainingPlan), TrainingPlanPermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<TrainingPlanRows>();
        services.AddScoped<PlanBasisReader>();
    }
}
