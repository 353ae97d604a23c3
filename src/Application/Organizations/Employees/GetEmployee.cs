using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Employees;

namespace MethodCenter.Application.Organizations.Employees;

/// <summary>The card of an employee, without protected personal data.</summary>
[Permission(EmployeePermissions.Read)]
public sealed record GetEmployee(Guid Id) : IQuery<EmployeeDetails>;

internal sealed class GetEmployeeHandler(IReads reads) : IQueryHandler<GetEmployee, EmployeeDetails>
{
    public async Task<Result<EmployeeDetails>> Handle(GetEmployee request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Employee, EmployeeDetails>(request.Id, cancellationToken) is { } employee
            ? employee
            : EmployeeErrors.NotFound;
}
