using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>The card of an employee, without protected personal data.</summary>
[Permission(EmployeePermissions.Read)]
public sealed record GetEmployee(Guid Id) : IQuery<EmployeeDetails>;

internal sealed class GetEmployeeHandler(IReads reads, IClock clock, Caller caller)
    : IQueryHandler<GetEmployee, EmployeeDetails>
{
    public async Task<Result<EmployeeDetails>> Handle(GetEmployee request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Employee, EmployeeDetails>(request.Id, cancellationToken) is { } employee
            ? employee.For(caller, clock.Today)
            : EmployeeErrors.NotFound;
}
