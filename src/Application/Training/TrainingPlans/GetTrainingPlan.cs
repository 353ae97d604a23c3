using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>One plan-schedule with its entries and their states.</summary>
[Permission(TrainingPlanPermissions.Read)]
public sealed record GetTrainingPlan(Guid Id) : IQuery<TrainingPlanDetails>;

internal sealed class GetTrainingPlanHandler(TrainingPlanRows rows)
    : IQueryHandler<GetTrainingPlan, TrainingPlanDetails>
{
    public async Task<Result<TrainingPlanDetails>> Handle(
        GetTrainingPlan request,
        CancellationToken cancellationToken
    ) => await rows.ReadAsync(request.Id, cancellationToken) is { } plan ? plan : TrainingPlanErrors.NotFound;
}
