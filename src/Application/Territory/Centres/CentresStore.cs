using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>The rows of the area.</summary>
public static class CentresStore
{
    extension(ITerritoryStore store)
    {
        public DbSet<Centre> Centres => store.Set<Centre>();
    }
}
