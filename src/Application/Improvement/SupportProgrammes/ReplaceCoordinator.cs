using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Gives a school another municipal coordinator.</summary>
[Permission(ParticipationPermissions.Assign)]
public sealed record ReplaceCoordinator(Guid SupportProgrammeId, Guid Id, int Version, CoordinatorBody Body)
    : ICommand<ParticipationDetails>;

internal sealed class ReplaceCoordinatorValidator : AbstractValidator<ReplaceCoordinator>
{
    public ReplaceCoordinatorValidator()
    {
        RuleFor(command => command.Body.CoordinatorId).NotEmpty();
        RuleFor(command => command.Body.On).ReasonableDay();
    }
}

internal sealed class ReplaceCoordinatorHandler(
    IImprovementStore store,
    ITerritoryStore territory,
    IReads reads,
    IClock clock
) : ICommandHandler<ReplaceCoordinator, ParticipationDetails>
{
    public async Task<Answer<ParticipationDetails>> Handle(
        ReplaceCoordinator request,
        CancellationToken cancellationToken
    )
    {
        var coordinatorId = request.Body.CoordinatorId;
        if (!Participation.DayOf(request.Body.On, clock.Today).Succeeded(out var on, out var future))
        {
            return future;
        }

        var participation = await store.Participations.FindParticipationAsync(
            request.SupportProgrammeId,
            request.Id,
            cancellationToken
        );
        if (participation is null)
        {
            return ParticipationErrors.NotFound;
        }

        if (participation.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        if (!await territory.Employees.AnyAsync(employee => employee.Id == coordinatorId, cancellationToken))
        {
            return EmployeeErrors.Unknown("/coordinatorId");
        }

        return participation.ReplaceCoordinator(coordinatorId, on).Error
            ?? reads.Answer<Participation, ParticipationDetails>(participation);
    }
}
