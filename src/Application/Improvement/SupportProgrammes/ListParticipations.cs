using System.Linq.Expressions;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Organizations;
using MethodCenter.Application.Organizations.Organisations;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Schools of a support programme, by year, state, school or curator.</summary>
[Permission(ParticipationPermissions.Read)]
public sealed record ListParticipations : ListQuery, IQuery<Page<ParticipationListItem>>
{
    /// <summary>From the route.</summary>
    [FromRoute]
    public Guid SupportProgrammeId { get; init; }

    /// <summary>Year of the cycle.</summary>
    public int? Year { get; init; }

    public ParticipationState? State { get; init; }

    /// <summary>Cycles of one school.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Schools of one curator.</summary>
    public Guid? CuratorId { get; init; }
}

internal sealed class ListParticipationsHandler(IImprovementStore store, IOrganizationStore organizations)
    : IQueryHandler<ListParticipations, Page<ParticipationListItem>>
{
    internal static readonly SortFields<Participation> Sort = new SortFields<Participation>("-year,assignedOn")
        .Add("year", participation => participation.CycleYear)
        .Add("assignedOn", participation => participation.AssignedOn);

    public async Task<Result<Page<ParticipationListItem>>> Handle(
        ListParticipations request,
        CancellationToken cancellationToken
    )
    {
        if (
            !await store.SupportProgrammes.AnyAsync(
                programme => programme.Id == request.SupportProgrammeId,
                cancellationToken
            )
        )
        {
            return SupportProgrammeErrors.NotFound;
        }

        var organisations = organizations.Organisations;
        Expression<Func<Participation, ParticipationListItem>> projection = participation => new ParticipationListItem
        {
            Id = participation.Id,
            Year = participation.CycleYear,
            Organisation = organisations
                .Where(organisation => organisation.Id == participation.OrganisationId)
                .Select(organisation => new OrganisationReference
                {
                    Id = organisation.Id,
                    Code = organisation.Code,
                    ShortName = organisation.ShortName,
                })
                .First(),
            CoordinatorId = participation.CoordinatorId,
            CuratorId = participation.CuratorId,
            AssignedOn = participation.AssignedOn,
            State = participation.State,
            Outcome = participation.Outcome,
            HighRisks = participation.RiskAssessments.Count(risk => risk.Level == RiskLevel.High),
            Version = participation.Version,
        };
        return await store
            .Participations.Where(participation => participation.SupportProgrammeId == request.SupportProgrammeId)
            .WhereGiven(request.Year, year => participation => participation.CycleYear == year)
            .WhereGiven(request.State, state => participation => participation.State == state)
            .WhereGiven(request.OrganisationId, id => participation => participation.OrganisationId == id)
            .WhereGiven(request.CuratorId, id => participation => participation.CuratorId == id)
            .ToPageAsync(request, Sort, projection, cancellationToken);
    }
}
