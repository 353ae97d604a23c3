using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>Builds a plan-schedule anew; what a person has edited stays.</summary>
[Permission(TrainingPlanPermissions.Write)]
public sealed record BuildTrainingPlan(Guid Id, int Version) : ICommand<TrainingPlanDetails>;

internal sealed class BuildTrainingPlanHandler(
    ITrainingStore store,
    PlanBasisReader reader,
    TrainingPlanRows rows,
    IClock clock
) : ICommandHandler<BuildTrainingPlan, TrainingPlanDetails>
{
    public async Task<Answer<TrainingPlanDetails>> Handle(
        BuildTrainingPlan request,
        CancellationToken cancellationToken
    )
    {
        var plan = await store
            .TrainingPlans.Include(plan => plan.Entries)
            .SingleOrDefaultAsync(plan => plan.Id == request.Id, cancellationToken);
        if (plan is null)
        {
            return TrainingPlanErrors.NotFound;
        }

        if (plan.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var asked = await reader.AskAsync(plan.OrganisationId, plan.Year, cancellationToken);
        if (!asked.Succeeded(out var basis, out var error))
        {
            return error;
        }

        return plan.Build(basis, clock.Today).Error
            ?? Answer<TrainingPlanDetails>.AfterSave(async token => (await rows.ReadAsync(plan.Id, token))!);
    }
}
