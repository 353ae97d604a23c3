using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Changes the card of an employee; protected data have a request of their own.</summary>
[Permission(EmployeePermissions.Write)]
public sealed record UpdateEmployee(Guid Id, int Version, EmployeeBody Body) : ICommand<EmployeeDetails>;

internal sealed class UpdateEmployeeValidator : AbstractValidator<UpdateEmployee>
{
    public UpdateEmployeeValidator() => RuleFor(command => command.Body).SetValidator(new EmployeeBodyValidator());
}

internal sealed class UpdateEmployeeHandler(ITerritoryStore store, IReads reads, IClock clock, Caller caller)
    : ICommandHandler<UpdateEmployee, EmployeeDetails>
{
    public async Task<Answer<EmployeeDetails>> Handle(UpdateEmployee request, CancellationToken cancellationToken)
    {
        var employee = await store
            .Employees.Include(employee => employee.Employments)
            .SingleOrDefaultAsync(employee => employee.Id == request.Id, cancellationToken);
        if (employee is null)
        {
            return EmployeeErrors.NotFound;
        }

        var card = new EmployeeCard(request.Body.LastName, request.Body.FirstName, request.Body.Patronymic)
        {
            BirthDate = employee.BirthDate,
            Sex = employee.Sex,
            Snils = employee.Snils,
            Education = request.Body.Education,
            TeachingSince = request.Body.TeachingSince,
            OutsideTerritory = request.Body.OutsideTerritory ?? employee.OutsideTerritory,
        };
        return caller.RefuseFormer(employee, clock.LatestDay)
            ?? employee.CheckVersion(request.Version)
            ?? employee.UpdateCard(card, clock.Today, caller.May(EmployeePermissions.ReadPersonalData)).Error
            ?? reads.AnswerEmployee(employee, caller, clock.Today);
    }
}
