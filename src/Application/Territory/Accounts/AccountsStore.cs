using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>The rows of the area.</summary>
public static class AccountsStore
{
    extension(ITerritoryStore store)
    {
        public DbSet<Account> Accounts => store.Set<Account>();

        public DbSet<CalendarLink> CalendarLinks => store.Set<CalendarLink>();
    }
}
