using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Records a further place of work of an employee.</summary>
[Permission(EmployeePermissions.Write)]
public sealed record EmployEmployee(Guid Id, int Version, EmploymentBody Body) : ICommand<EmployeeDetails>;

internal sealed class EmployEmployeeValidator : AbstractValidator<EmployEmployee>
{
    public EmployEmployeeValidator() => RuleFor(command => command.Body).SetValidator(new EmploymentBodyValidator());
}

internal sealed class EmployEmployeeHandler(
    ITerritoryStore store,
    EmploymentCheck check,
    IReads reads,
    IClock clock,
    Caller caller
) : ICommandHandler<EmployEmployee, EmployeeDetails>
{
    public async Task<Answer<EmployeeDetails>> Handle(EmployEmployee request, CancellationToken cancellationToken)
    {
        var employee = await store
            .Employees.Include(employee => employee.Employments)
            .SingleOrDefaultAsync(employee => employee.Id == request.Id, cancellationToken);
        if (employee is null)
        {
            return EmployeeErrors.NotFound;
        }

        return caller.RefuseFormer(employee, clock.LatestDay)
            ?? employee.CheckVersion(request.Version)
            ?? await check.RefuseAsync(request.Body, "", cancellationToken)
            ?? employee.Employ(request.Body.OrganisationId, request.Body.PositionId, request.Body.ToTerms()).Error
            ?? reads.AnswerEmployee(employee, caller, clock.Today);
    }
}
