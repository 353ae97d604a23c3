using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>The rows of the area.</summary>
public static class OrganisationsStore
{
    extension(ITerritoryStore store)
    {
        public DbSet<Organisation> Organisations => store.Set<Organisation>();
    }
}
