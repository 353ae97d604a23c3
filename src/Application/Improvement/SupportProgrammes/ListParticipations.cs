using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Improvement.SupportProgrammes;

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

internal sealed class ListParticipationsHandler(IImprovementStore store, ITerritoryStore territory)
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

        var (organisations, employees) = (territory.Organisations.References(), territory.SeenEmployees);
        Expression<Func<Participation, ParticipationListItem>> projection = participation => new ParticipationListItem
        {
            Id = participation.Id,
            Year = participation.CycleYear,
            Organisation = organisations.First(organisation => organisation.Id == participation.OrganisationId),
            CoordinatorId = participation.CoordinatorId,
            CoordinatorName = employees
                .Where(employee => employee.Id == participation.CoordinatorId)
                .Select(employee => employee.FullName)
                .FirstOrDefault(),
            CuratorId = participation.CuratorId,
            CuratorName = employees
                .Where(employee => employee.Id == participation.CuratorId)
                .Select(employee => employee.FullName)
                .FirstOrDefault(),
            AssignedOn = participation.AssignedOn,
            State = participation.State,
            Outcome = participation.Outcome,
            HighRisks = participation.RiskAssessments.Count(risk => risk.Level == RiskLevel.High),
            Version = participation.Version,
        };
        var rows = store.Participations.Where(participation =>
            participation.SupportProgrammeId == request.SupportProgrammeId
        );
        return await Filter(rows, request.Year, request.State, request.OrganisationId, request.CuratorId)
            .ToPageAsync(request, Sort, projection, cancellationToken);
    }

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Participation> Filter(
        IQueryable<Participation> participations,
        int? year,
        ParticipationState? state,
        Guid? organisationId,
        Guid? curatorId
    ) =>
        participations
            .WhereGiven(year, value => participation => participation.CycleYear == value)
            .WhereGiven(state, value => participation => participation.State == value)
            .WhereGiven(organisationId, id => participation => participation.OrganisationId == id)
            .WhereGiven(curatorId, id => participation => participation.CuratorId == id);
}
