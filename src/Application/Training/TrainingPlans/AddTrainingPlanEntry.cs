using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>Enters somebody into a plan-schedule by hand; building anew leaves the entry as it is.</summary>
[Permission(TrainingPlanPermissions.Write)]
public sealed record AddTrainingPlanEntry(Guid Id, int Version, PlanEntryBody Body) : ICommand<TrainingPlanDetails>;

internal sealed class PlanPlacementBodyValidator : AbstractValidator<PlanPlacementBody>
{
    public PlanPlacementBodyValidator()
    {
        RuleFor(body => body.Topic).ShortText(TrainingPlanEntry.TopicMaxLength);
        RuleFor(body => body.Provider).ShortText(TrainingPlanEntry.ProviderMaxLength);
        RuleFor(body => body.Quarter).InclusiveBetween(1, 4);
        RuleFor(body => body.Month).InclusiveBetween(1, 12);
    }
}

internal sealed class AddTrainingPlanEntryValidator : AbstractValidator<AddTrainingPlanEntry>
{
    public AddTrainingPlanEntryValidator()
    {
        RuleFor(command => command.Body).SetValidator(new PlanPlacementBodyValidator());
        RuleFor(command => command.Body.EmployeeId).NotEmpty();
    }
}

internal sealed class AddTrainingPlanEntryHandler(
    ITrainingStore store,
    ITerritoryStore territory,
    TrainingPlanRows rows,
    IClock clock
) : ICommandHandler<AddTrainingPlanEntry, TrainingPlanDetails>
{
    public async Task<Answer<TrainingPlanDetails>> Handle(
        AddTrainingPlanEntry request,
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

        var (body, today, programmes) = (request.Body, clock.Today, store.Programmes);
        var known = await territory
            .Employees.Where(employee => employee.Id == body.EmployeeId)
            .Select(employee => new
            {
                Employed = employee.Employments.Any(place =>
                    place.OrganisationId == plan.OrganisationId
                    && place.From <= today
                    && (place.To == null || place.To >= today)
                ),
                Programme = body.ProgrammeId == null || programmes.Any(one => one.Id == body.ProgrammeId),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (known is not { Programme: true })
        {
            return known is null ? EmployeeErrors.Unknown("/employeeId") : ProgrammeErrors.Unknown("/programmeId");
        }

        return plan.Add(body.EmployeeId, known.Employed, body.ToPlacement(), today).Error
            ?? Answer<TrainingPlanDetails>.AfterSave(async token => (await rows.ReadAsync(plan.Id, token))!);
    }
}
