using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Application.Training.TrainingNeeds;

/// <summary>States what an organisation needs its people to learn in a year (POL-22).</summary>
[Permission(TrainingNeedPermissions.State)]
public sealed record StateTrainingNeed : ICommand<TrainingNeedDetails>
{
    /// <summary>An organisation that the caller answers for.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The employee who needs it; absent: people who are not named.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>How many people; 1 for a named one.</summary>
    public int People { get; init; } = 1;

    /// <summary>The programme; or else the topic.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>The topic, where no programme is named.</summary>
    public string? Topic { get; init; }

    /// <summary>Calendar year in which the training is wanted, not one that has passed.</summary>
    public required int Year { get; init; }

    public required TrainingNeedSource Source { get; init; }

    /// <summary>Why it is needed.</summary>
    public string? Comment { get; init; }
}

internal sealed class StateTrainingNeedValidator : AbstractValidator<StateTrainingNeed>
{
    public StateTrainingNeedValidator()
    {
        RuleFor(command => command.OrganisationId).NotEmpty();
        RuleFor(command => command.People).InclusiveBetween(1, TrainingNeed.MostPeople);
        RuleFor(command => command.Topic).ShortText(TrainingNeed.TopicMaxLength);
        RuleFor(command => command.Year).InclusiveBetween(TrainingNeed.FirstYear, TrainingNeed.LastYear);
        RuleFor(command => command.Comment).ShortText(TrainingNeed.CommentMaxLength);
    }
}

internal sealed class StateTrainingNeedHandler(
    ITrainingStore store,
    ITerritoryStore territory,
    IReads reads,
    IClock clock
) : ICommandHandler<StateTrainingNeed, TrainingNeedDetails>
{
    public async Task<Answer<TrainingNeedDetails>> Handle(
        StateTrainingNeed request,
        CancellationToken cancellationToken
    )
    {
        var (today, employee, programme) = (clock.Today, request.EmployeeId, request.ProgrammeId);
        var (employees, programmes) = (territory.Employees, store.Programmes);

        // The default filters let through only organisations that the caller answers for.
        var known = await territory
            .Organisations.Where(organisation => organisation.Id == request.OrganisationId)
            .Select(organisation => new
            {
                Programme = programme == null || programmes.Any(one => one.Id == programme),
                Employee = employee == null || employees.Any(one => one.Id == employee),
                Employed = employee == null
                    || employees.Any(one =>
                        one.Id == employee
                        && one.Employments.Any(place =>
                            place.OrganisationId == organisation.Id
                            && place.From <= today
                            && (place.To == null || place.To >= today)
                        )
                    ),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (known is not { Employee: true, Programme: true })
        {
            return known is null ? OrganisationErrors.Unknown("/organisationId")
                : !known.Employee ? EmployeeErrors.Unknown("/employeeId")
                : ProgrammeErrors.Unknown("/programmeId");
        }

        var entry = new TrainingNeedEntry(
            request.OrganisationId,
            employee,
            request.People,
            programme,
            request.Topic,
            request.Year,
            request.Source,
            request.Comment
        );
        if (!TrainingNeed.Enter(entry, known.Employed, today).Succeeded(out var need, out var error))
        {
            return error;
        }

        // That it was not stated before is settled by the unique index.
        store.TrainingNeeds.Add(need);
        return reads.Answer<TrainingNeed, TrainingNeedDetails>(need);
    }
}
