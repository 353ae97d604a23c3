using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Organizations;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Organizations.Employees;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Who becomes the coordinator, and from what day.</summary>
public sealed record CoordinatorBody
{
    public required Guid CoordinatorId { get; init; }

    /// <summary>First day, not later than today; today where it is not given.</summary>
    public DateOnly? On { get; init; }
}

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
    IOrganizationStore organizations,
    IReads reads,
    IClock clock
) : ICommandHandler<ReplaceCoordinator, ParticipationDetails>
{
    public async Task<Result<ParticipationDetails>> Handle(
        ReplaceCoordinator request,
        CancellationToken cancellationToken
    )
    {
        var (coordinatorId, on) = (request.Body.CoordinatorId, request.Body.On ?? clock.Today);
        if (clock.RefuseFuture(on, "/on") is { } future)
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

        if (!await organizations.Employees.AnyAsync(employee => employee.Id == coordinatorId, cancellationToken))
        {
            return EmployeeErrors.Unknown("/coordinatorId");
        }

        return participation.ReplaceCoordinator(coordinatorId, on).Error
            ?? reads.Answer<Participation, ParticipationDetails>(participation);
    }
}
