using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Norms;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory;

/// <summary>What use cases see of the Territory context. All other contexts may know it too.</summary>
public interface ITerritoryStore
{
    DbSet<Centre> Centres { get; }

    DbSet<Organisation> Organisations { get; }

    DbSet<Employee> Employees { get; }

    DbSet<Employment> Employments { get; }

    DbSet<Position> Positions { get; }

    DbSet<Account> Accounts { get; }

    DbSet<CalendarLink> CalendarLinks { get; }

    DbSet<CentreNorm> CentreNorms { get; }

    /// <summary>
    /// Holds the row of an employee until the end of the transaction, so that decisions about one person are taken one
    /// after another, in every instance of the service. What is read afterwards holds what was decided before.
    /// </summary>
    Task HoldEmployeeAsync(Guid id, CancellationToken cancellationToken);
}
