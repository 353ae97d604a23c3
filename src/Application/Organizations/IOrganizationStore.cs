using MethodCenter.Domain.Organizations.Accounts;
using MethodCenter.Domain.Organizations.Centres;
using MethodCenter.Domain.Organizations.Employees;
using MethodCenter.Domain.Organizations.Norms;
using MethodCenter.Domain.Organizations.Organisations;
using MethodCenter.Domain.Organizations.Positions;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Organizations;

/// <summary>What use cases see of the Organizations context. All other contexts may know it too.</summary>
public interface IOrganizationStore
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
