using MethodCenter.Application.Common.Datasets;

namespace MethodCenter.Application.Teaching.Rooms;

/// <summary>The rooms of the centre, found by building and name, or by the name alone. Read once in the life of an import.</summary>
internal sealed class RoomDirectory(ITeachingStore store)
{
    private NameIndex<RoomFacts>? _known;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_known is null)
        {
            var rows = await store
                .Rooms.AsNoTracking()
                .Select(room => new RoomFacts(room.Id, room.Site, room.Name))
                .ToListAsync(cancellationToken);
            _known = new NameIndex<RoomFacts>("room", rows, row => $"{row.Site}, {row.Name}", row => row.Name);
        }
    }

    public Result<RoomFacts> Find(string text) => _known!.Find(text);
}

/// <summary>What a row needs to know of a room.</summary>
internal sealed record RoomFacts(Guid Id, string Site, string Name);
