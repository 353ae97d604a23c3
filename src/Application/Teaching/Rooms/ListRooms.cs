using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Application.Teaching.Rooms;

/// <summary>Rooms, by words of building and name, seats, computers or status.</summary>
[Permission(RoomPermissions.Read)]
public sealed record ListRooms : ListQuery, IQuery<Page<RoomListItem>>
{
    /// <summary>Part of building or name; neither case nor the Russian letters «ё» and «е» are distinguished.</summary>
    public string? Q { get; init; }

    public RoomStatus? Status { get; init; }

    /// <summary>At least as many seats.</summary>
    public int? SeatsFrom { get; init; }

    /// <summary>At least as many computers.</summary>
    public int? ComputersFrom { get; init; }
}

internal sealed class ListRoomsHandler(ITeachingStore store, IProjections projections)
    : IQueryHandler<ListRooms, Page<RoomListItem>>
{
    internal static readonly SortFields<Room> Sort = new SortFields<Room>("site,name")
        .Add("site", room => room.SiteKey)
        .Add("name", room => room.NameKey)
        .Add("seats", room => room.Seats)
        .Add("computers", room => room.Computers);

    public Task<Result<Page<RoomListItem>>> Handle(ListRooms request, CancellationToken cancellationToken) =>
        store
            .Rooms.Searched(request.Q, room => room.SearchKey)
            .WhereGiven(request.Status, status => room => room.Status == status)
            .WhereGiven(request.SeatsFrom, seats => room => room.Seats >= seats)
            .WhereGiven(request.ComputersFrom, computers => room => room.Computers >= computers)
            .ToPageAsync(request, Sort, projections.Of<Room, RoomListItem>(), cancellationToken);
}
