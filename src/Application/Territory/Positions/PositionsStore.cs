using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Positions;

/// <summary>The rows of the area.</summary>
public static class PositionsStore
{
    extension(ITerritoryStore store)
    {
        public DbSet<Position> Positions => store.Set<Position>();
    }
}
