using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Infrastructure.Teaching.Rooms;

internal sealed class RoomsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?> { ["ux_rooms_centre_id_site_key_name_key"] = RoomErrors.NameTaken };
}
