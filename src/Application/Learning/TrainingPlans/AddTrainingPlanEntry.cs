using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Organizations;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.TrainingPlans;
using MethodCenter.Domain.Organizations.Employees;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.TrainingPlans;

/// <summary>What and when somebody is to be trained.</summary>
public record PlanPlacementBody
{
    /// <summary>The programme; absent: not chosen yet.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>What it is about, where no programme is chosen.</summary>
    public string? Topic { get; init; }

    /// <summary>Who teaches; absent: the centre, or not chosen yet.</summary>
    public string? Provider { get; init; }

    /// <summary>From 1 to 4.</summary>
    public required int Quarter { get; init; }

    /// <summary>Month of the year, within the quarter; absent: not known yet.</summary>
    public int? Month { get; init; }

    internal PlanPlacement ToPlacement() => new(ProgrammeId, Topic, Provider, Quarter, Month);
}

/// <summary>Who is to be trained, at what and when.</summary>
public sealed record PlanEntryBody : PlanPlacementBody
{
    /// <summary>Works today at the organisation of the plan.</summary>
    public required Guid EmployeeId { get; init; }
}

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
    ILearningStore store,
    IOrganizationStore organizations,
    TrainingPlanRows rows,
    IClock clock
) : ICommandHandler<AddTrainingPlanEntry, TrainingPlanDetails>
{
    public async Task<Result<TrainingPlanDetails>> Handle(
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
        var known = await organizations
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
        Error? unknown = known switch
        {
            null => EmployeeErrors.Unknown("/employeeId"),
            { Programme: false } => ProgrammeErrors.Unknown("/programmeId"),
            { Employed: false } => TrainingPlanErrors.NotEmployed,
            _ => null,
        };
        return unknown
            ?? plan.Add(body.EmployeeId, body.ToPlacement(), today).Error
            ?? Result<TrainingPlanDetails>.AfterSave(async token => (await rows.ReadAsync(plan.Id, token))!);
    }
}
