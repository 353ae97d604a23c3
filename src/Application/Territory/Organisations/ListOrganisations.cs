using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>Organisations of the centre, searched by name, former name, alias, code or number.</summary>
[Permission(OrganisationPermissions.Read)]
public sealed record ListOrganisations : ListQuery, IQuery<Page<OrganisationListItem>>
{
    /// <summary>
    /// Part of a name, alias, code or number; neither case nor the Russian letters «ё» and «е» are distinguished.
    /// </summary>
    public string? Q { get; init; }

    public OrganisationKind? Kind { get; init; }

    public InstitutionGroup? Group { get; init; }

    public OrganisationStatus? Status { get; init; }

    /// <summary>Of one form of property.</summary>
    public OrganisationOwnership? Ownership { get; init; }

    /// <summary>Answering to one level of authority.</summary>
    public OrganisationSubordination? Subordination { get; init; }

    /// <summary>True: only those outside the territory; false: only those of the network.</summary>
    public bool? OutsideTerritory { get; init; }
}

internal sealed class ListOrganisationsHandler(ITerritoryStore store, IProjections projections)
    : IQueryHandler<ListOrganisations, Page<OrganisationListItem>>
{
    internal static readonly SortFields<Organisation> Sort = new SortFields<Organisation>("shortName")
        .Add("shortName", organisation => organisation.NameKey)
        .Add("code", organisation => organisation.Code);

    public Task<Result<Page<OrganisationListItem>>> Handle(
        ListOrganisations request,
        CancellationToken cancellationToken
    ) =>
        Filter(store.Organisations, request)
            .ToPageAsync(request, Sort, projections.Of<Organisation, OrganisationListItem>(), cancellationToken);

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Organisation> Filter(
        IQueryable<Organisation> organisations,
        ListOrganisations request
    ) =>
        organisations
            .Searched(request.Q, organisation => organisation.SearchKey)
            .WhereGiven(request.Kind, kind => organisation => organisation.Kind == kind)
            .WhereGiven(request.Group, group => organisation => organisation.Group == group)
            .WhereGiven(request.Status, status => organisation => organisation.Status == status)
            .WhereGiven(request.Ownership, ownership => organisation => organisation.Ownership == ownership)
            .WhereGiven(request.Subordination, above => organisation => organisation.Subordination == above)
            .WhereGiven(request.OutsideTerritory, outside => organisation => organisation.OutsideTerritory == outside);
}
