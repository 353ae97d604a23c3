using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Gives a school another curator, as by a first appointment (RISK-8).</summary>
[Permission(ParticipationPermissions.Assign)]
public sealed record ReplaceCurator(Guid SupportProgrammeId, Guid Id, int Version, CuratorBody Body)
    : ICommand<ParticipationDetails>;

internal sealed class ReplaceCuratorValidator : AbstractValidator<ReplaceCurator>
{
    public ReplaceCuratorValidator()
    {
        RuleFor(command => command.Body.CuratorId).NotEmpty();
        RuleFor(command => command.Body.On).ReasonableDay();
    }
}

internal sealed class ReplaceCuratorHandler(
    IImprovementStore store,
    ITerritoryStore territory,
    INorms norms,
    IReads reads,
    IClock clock
) : ICommandHandler<ReplaceCurator, ParticipationDetails>
{
    public async Task<Answer<ParticipationDetails>> Handle(ReplaceCurator request, CancellationToken cancellationToken)
    {
        var curatorId = request.Body.CuratorId;
        if (!Participation.DayOf(request.Body.On, clock.Today).Succeeded(out var on, out var future))
        {
            return future;
        }

        var normSet = await norms.GetAsync(cancellationToken);

        // Held for the limit of the new curator, which assignments count too.
        if (await store.HoldSupportProgrammeAsync(request.SupportProgrammeId, cancellationToken) is null)
        {
            return SupportProgrammeErrors.NotFound;
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

        var standing = await FindStandingAsync(participation, curatorId, on, cancellationToken);
        if (standing is null)
        {
            return EmployeeErrors.Unknown("/curatorId");
        }

        return participation.ReplaceCurator(curatorId, on, standing.Value, normSet).Error
            ?? reads.Answer<Participation, ParticipationDetails>(participation);
    }

    private async Task<CuratorStanding?> FindStandingAsync(
        Participation participation,
        Guid curatorId,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var (cycleId, organisationId) = (participation.CycleId, participation.OrganisationId);
        var found = await territory
            .Employees.Where(employee => employee.Id == curatorId)
            .Select(employee => new
            {
                WorksAtSchool = employee.Employments.Any(place =>
                    place.OrganisationId == organisationId && place.From <= on && (place.To == null || on <= place.To)
                ),
                Open = store
                    .Set<Participation>()
                    .Count(other =>
                        other.CycleId == cycleId
                        && other.CuratorId == curatorId
                        && other.State != ParticipationState.Closed
                    ),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new CuratorStanding(found.WorksAtSchool, found.Open);
    }
}
