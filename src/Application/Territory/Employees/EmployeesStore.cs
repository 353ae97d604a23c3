using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>The rows of the area.</summary>
public static class EmployeesStore
{
    extension(ITerritoryStore store)
    {
        public DbSet<Employee> Employees => store.Set<Employee>();

        /// <summary>Persons as the caller may read them: what shows a person to somebody reads these.</summary>
        public IQueryable<SeenEmployee> SeenEmployees => store.Employees.SeenBy(store.Scope);

        public DbSet<Employment> Employments => store.Set<Employment>();

        /// <summary>
        /// Holds the row of an employee until the end of the transaction, so that decisions about one person are taken one
        /// after another, in every instance of the service. What is read afterwards holds what was decided before.
        /// </summary>
        public Task HoldEmployeeAsync(Guid id, CancellationToken cancellationToken) =>
            store.HoldAsync<Employee>([id], cancellationToken);
    }
}
