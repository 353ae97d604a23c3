using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>Moves an entry of a plan-schedule to another time, programme or provider.</summary>
[Permission(TrainingPlanPermissions.Write)]
public sealed record MoveTrainingPlanEntry(Guid Id, Guid EntryId, int Version, PlanPlacementBody Body)
    : ICommand<TrainingPlanDetails>;

internal sealed class MoveTrainingPlanEntryValidator : AbstractValidator<MoveTrainingPlanEntry>
{
    public MoveTrainingPlanEntryValidator() =>
        RuleFor(command => command.Body).SetValidator(new PlanPlacementBodyValidator());
}

internal sealed class MoveTrainingPlanEntryHandler(ITrainingStore store, TrainingPlanRows rows, IClock clock)
    : ICommandHandler<MoveTrainingPlanEntry, TrainingPlanDetails>
{
    public async Task<Answer<TrainingPlanDetails>> Handle(
        MoveTrainingPlanEntry request,
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

        if (
            request.Body.ProgrammeId is { } programme
            && !await store.Programmes.AnyAsync(one => one.Id == programme, cancellationToken)
        )
        {
            return ProgrammeErrors.Unknown("/programmeId");
        }

        return plan.Move(request.EntryId, request.Body.ToPlacement(), clock.Today).Error
            ?? Answer<TrainingPlanDetails>.AfterSave(async token => (await rows.ReadAsync(plan.Id, token))!);
    }
}
