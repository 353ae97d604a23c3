using System.Linq.Expressions;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>An employee as he is called today: Фамилия Имя Отчество.</summary>
public sealed record EmployeeName
{
    public Guid Id { get; init; }

    public string FullName { get; init; } = "";
}

/// <summary>Names of employees, to be composed into queries.</summary>
public static class EmployeeNames
{
    public static readonly Expression<Func<Employee, string?>> FullName = employee =>
        employee.LastName + " " + employee.FirstName + (employee.Patronymic == null ? "" : " " + employee.Patronymic);

    public static IQueryable<EmployeeName> Names(this IQueryable<Employee> employees) =>
        employees.Select(employee => new EmployeeName
        {
            Id = employee.Id,
            FullName =
                employee.LastName
                + " "
                + employee.FirstName
                + (employee.Patronymic == null ? "" : " " + employee.Patronymic),
        });
}
