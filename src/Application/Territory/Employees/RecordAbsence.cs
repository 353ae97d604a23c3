using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Records a leave or a long illness, which moves the term of the conformity attestation (ATT-4).</summary>
[Permission(EmployeePermissions.WritePersonalData)]
public sealed record RecordAbsence(Guid Id, int Version, AbsenceBody Body) : ICommand<EmployeeDetails>;

internal sealed class RecordAbsenceValidator : AbstractValidator<RecordAbsence>
{
    public RecordAbsenceValidator()
    {
        RuleFor(command => command.Body.From).ReasonableDay();
        RuleFor(command => command.Body.To).ReasonableDay();
    }
}

internal sealed class RecordAbsenceHandler(ITerritoryStore store, IReads reads, IClock clock, Caller caller)
    : ICommandHandler<RecordAbsence, EmployeeDetails>
{
    public async Task<Answer<EmployeeDetails>> Handle(RecordAbsence request, CancellationToken cancellationToken)
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
            ?? employee.RecordAbsence(request.Body.Kind, request.Body.From, request.Body.To).Error
            ?? reads.AnswerEmployee(employee, caller, clock.Today);
    }
}
