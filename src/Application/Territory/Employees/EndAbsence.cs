using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Records the return from a leave or an illness.</summary>
[Permission(EmployeePermissions.WritePersonalData)]
public sealed record EndAbsence(Guid Id, Guid AbsenceId, int Version, LastDayBody Body) : ICommand<EmployeeDetails>;

internal sealed class EndAbsenceValidator : AbstractValidator<EndAbsence>
{
    public EndAbsenceValidator() => RuleFor(command => command.Body.LastDay).ReasonableDay();
}

internal sealed class EndAbsenceHandler(ITerritoryStore store, IReads reads, IClock clock, Caller caller)
    : ICommandHandler<EndAbsence, EmployeeDetails>
{
    public async Task<Answer<EmployeeDetails>> Handle(EndAbsence request, CancellationToken cancellationToken)
    {
        var employee = await store
            .Employees.Include(employee => employee.Absences)
            .Include(employee => employee.Employments)
            .SingleOrDefaultAsync(employee => employee.Id == request.Id, cancellationToken);
        if (employee is null)
        {
            return EmployeeErrors.NotFound;
        }

        return caller.RefuseFormer(employee, clock.LatestDay)
            ?? employee.CheckVersion(request.Version)
            ?? employee.EndAbsence(request.AbsenceId, request.Body.LastDay).Error
            ?? reads.AnswerEmployee(employee, caller, clock.Today);
    }
}
