using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Ends a place of work of an employee.</summary>
[Permission(EmployeePermissions.Write)]
public sealed record DismissEmployee(Guid Id, Guid EmploymentId, int Version, LastDayBody Body)
    : ICommand<EmployeeDetails>;

internal sealed class DismissEmployeeValidator : AbstractValidator<DismissEmployee>
{
    public DismissEmployeeValidator() => RuleFor(command => command.Body.LastDay).ReasonableDay();
}

internal sealed class DismissEmployeeHandler(ITerritoryStore store, IReads reads, Caller caller, IClock clock)
    : ICommandHandler<DismissEmployee, EmployeeDetails>
{
    public async Task<Answer<EmployeeDetails>> Handle(DismissEmployee request, CancellationToken cancellationToken)
    {
        var employee = await store
            .Employees.Include(employee => employee.Employments)
            .SingleOrDefaultAsync(employee => employee.Id == request.Id, cancellationToken);
        if (employee is null)
        {
            return EmployeeErrors.NotFound;
        }

        var employment = employee.Employments.SingleOrDefault(employment => employment.Id == request.EmploymentId);
        if (employment is null || !caller.Scope.Covers(employment.OrganisationId))
        {
            return EmployeeErrors.EmploymentNotFound;
        }

        return caller.RefuseFormer(employee, clock.LatestDay)
            ?? employee.CheckVersion(request.Version)
            ?? employee.Dismiss(request.EmploymentId, request.Body.LastDay).Error
            ?? reads.AnswerEmployee(employee, caller, clock.Today);
    }
}
