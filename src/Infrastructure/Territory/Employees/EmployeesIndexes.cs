using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Infrastructure.Territory.Employees;

internal sealed class EmployeesIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?> { ["ux_employees_centre_id_snils"] = EmployeeErrors.SnilsTaken };
}
