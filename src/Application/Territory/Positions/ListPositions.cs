using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Positions;

/// <summary>The centre's vocabulary of positions.</summary>
[Permission(PositionPermissions.Read)]
public sealed record ListPositions : ListQuery, IQuery<Page<PositionListItem>>
{
    /// <summary>Part of the name; neither case nor the Russian letters «ё» and «е» are distinguished.</summary>
    public string? Q { get; init; }

    public PositionCategory? Category { get; init; }
}

internal sealed class ListPositionsHandler(ITerritoryStore store, IProjections projections)
    : IQueryHandler<ListPositions, Page<PositionListItem>>
{
    internal static readonly SortFields<Position> Sort = new SortFields<Position>("name")
        .Add("name", position => position.NameKey)
        .Add("code", position => position.Code);

    public Task<Result<Page<PositionListItem>>> Handle(ListPositions request, CancellationToken cancellationToken) =>
        store
            .Positions.Searched(request.Q, position => position.NameKey)
            .WhereGiven(request.Category, category => position => position.Category == category)
            .ToPageAsync(request, Sort, projections.Of<Position, PositionListItem>(), cancellationToken);
}
