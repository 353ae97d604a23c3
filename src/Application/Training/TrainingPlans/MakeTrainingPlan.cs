using FluentValidation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>Makes the training plan of an organisation for a year, and builds it (POL-23).</summary>
[Permission(TrainingPlanPermissions.Write)]
public sealed record MakeTrainingPlan : ICommand<TrainingPlanDetails>
{
    /// <summary>An organisation that the caller answers for.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Calendar year, not one that has passed.</summary>
    public required int Year { get; init; }
}

internal sealed class MakeTrainingPlanValidator : AbstractValidator<MakeTrainingPlan>
{
    public MakeTrainingPlanValidator()
    {
        RuleFor(command => command.OrganisationId).NotEmpty();
        RuleFor(command => command.Year).InclusiveBetween(TrainingPlan.FirstYear, TrainingPlan.LastYear);
    }
}

internal sealed class MakeTrainingPlanHandler(
    ITrainingStore store,
    ITerritoryStore territory,
    PlanBasisReader reader,
    TrainingPlanRows rows,
    IClock clock
) : ICommandHandler<MakeTrainingPlan, TrainingPlanDetails>
{
    public async Task<Answer<TrainingPlanDetails>> Handle(MakeTrainingPlan request, CancellationToken cancellationToken)
    {
        var (id, year) = (request.OrganisationId, request.Year);
        if (!await territory.Organisations.AnyAsync(one => one.Id == id, cancellationToken))
        {
            return OrganisationErrors.Unknown("/organisationId");
        }

        var asked = await reader.AskAsync(id, year, cancellationToken);
        if (!asked.Succeeded(out var basis, out var error))
        {
            return error;
        }

        if (!TrainingPlan.Create(id, year, basis, clock.Today).Succeeded(out var plan, out error))
        {
            return error;
        }

        // That there is none yet is settled by the unique index.
        store.TrainingPlans.Add(plan);
        return Answer<TrainingPlanDetails>.AfterSave(async token => (await rows.ReadAsync(plan.Id, token))!);
    }
}
