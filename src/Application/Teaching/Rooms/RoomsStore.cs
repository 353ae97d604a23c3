using MethodCenter.Domain.Teaching.Rooms;

namespace MethodCenter.Application.Teaching.Rooms;

/// <summary>The rows of the area.</summary>
public static class RoomsStore
{
    extension(ITeachingStore store)
    {
        public DbSet<Room> Rooms => store.Set<Room>();
    }
}
