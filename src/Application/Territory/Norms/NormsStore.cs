using MethodCenter.Domain.Territory.Norms;

namespace MethodCenter.Application.Territory.Norms;

/// <summary>The rows of the area.</summary>
public static class NormsStore
{
    extension(ITerritoryStore store)
    {
        public DbSet<CentreNorm> CentreNorms => store.Set<CentreNorm>();
    }
}
