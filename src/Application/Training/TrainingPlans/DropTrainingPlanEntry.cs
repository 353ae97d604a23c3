using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Training.TrainingNeeds;
using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>Drops an entry of a plan-schedule with a reason; the need for which it stood is open again.</summary>
[Permission(TrainingPlanPermissions.Write)]
public sealed record DropTrainingPlanEntry(Guid Id, Guid EntryId, int Version, ReasonBody Body)
    : ICommand<TrainingPlanDetails>;

internal sealed class DropTrainingPlanEntryValidator : AbstractValidator<DropTrainingPlanEntry>
{
    public DropTrainingPlanEntryValidator() =>
        RuleFor(command => command.Body.Reason)
            .NotEmpty()
            .MinimumLength(5)
            .ShortText(TrainingPlanEntry.ReasonMaxLength);
}

internal sealed class DropTrainingPlanEntryHandler(ITrainingStore store, TrainingPlanRows rows)
    : ICommandHandler<DropTrainingPlanEntry, TrainingPlanDetails>
{
    public async Task<Answer<TrainingPlanDetails>> Handle(
        DropTrainingPlanEntry request,
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

        var dropped = plan.Drop(request.EntryId, request.Body.Reason);
        if (dropped.Refused)
        {
            return dropped.Error;
        }

        if (dropped.Value is { } id)
        {
            var need = await store.TrainingNeeds.SingleOrDefaultAsync(need => need.Id == id, cancellationToken);
            need?.Reopen();
        }

        return Answer<TrainingPlanDetails>.AfterSave(async token => (await rows.ReadAsync(plan.Id, token))!);
    }
}
