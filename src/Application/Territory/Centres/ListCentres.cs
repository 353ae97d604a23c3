using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>All centres of the service, for its administrators.</summary>
[Permission(CentrePermissions.List, Reach = PermissionReach.System)]
public sealed record ListCentres : ListQuery, IQuery<Page<CentreListItem>>;

internal sealed class ListCentresHandler(ITerritoryStore store, IProjections projections)
    : IQueryHandler<ListCentres, Page<CentreListItem>>
{
    internal static readonly SortFields<Centre> Sort = new SortFields<Centre>("code").Add(
        "code",
        centre => centre.Code
    );

    public Task<Result<Page<CentreListItem>>> Handle(ListCentres request, CancellationToken cancellationToken) =>
        store
            .Centres.IgnoreQueryFilters([QueryFilters.Centre])
            .ToPageAsync(request, Sort, projections.Of<Centre, CentreListItem>(), cancellationToken);
}
