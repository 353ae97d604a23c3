using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.TrainingPlans;

namespace MethodCenter.Application.Learning.TrainingPlans;

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
