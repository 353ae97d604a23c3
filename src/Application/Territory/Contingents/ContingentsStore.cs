using MethodCenter.Domain.Territory.Contingents;

namespace MethodCenter.Application.Territory.Contingents;

/// <summary>The rows of the area.</summary>
public static class ContingentsStore
{
    extension(ITerritoryStore store)
    {
        public DbSet<Contingent> Contingents => store.Set<Contingent>();
    }
}
