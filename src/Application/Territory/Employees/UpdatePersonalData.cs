using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Replaces the protected personal data of an employee.</summary>
[Permission(EmployeePermissions.WritePersonalData)]
public sealed record UpdatePersonalData(Guid Id, int Version, PersonalDataBody Body) : ICommand<EmployeeDetails>;

internal sealed class UpdatePersonalDataValidator : AbstractValidator<UpdatePersonalData>
{
    public UpdatePersonalDataValidator()
    {
        RuleFor(command => command.Body.BirthDate).ReasonableDay();
        RuleFor(command => command.Body.Snils).MaximumLength(20);
    }
}

internal sealed class UpdatePersonalDataHandler(ITerritoryStore store, IReads reads, IClock clock, Caller caller)
    : ICommandHandler<UpdatePersonalData, EmployeeDetails>
{
    public async Task<Answer<EmployeeDetails>> Handle(UpdatePersonalData request, CancellationToken cancellationToken)
    {
        var employee = await store
            .Employees.Include(employee => employee.Employments)
            .SingleOrDefaultAsync(employee => employee.Id == request.Id, cancellationToken);
        if (employee is null)
        {
            return EmployeeErrors.NotFound;
        }

        var known = new EmployeeBody
        {
            LastName = employee.LastName,
            FirstName = employee.FirstName,
            Patronymic = employee.Patronymic,
            Education = employee.Education,
            TeachingSince = employee.TeachingSince,
            OutsideTerritory = employee.OutsideTerritory,
        };
        var (birthDate, sex, snils) = (request.Body.BirthDate, request.Body.Sex, request.Body.Snils);
        if (!EmployeeCards.From(known, birthDate, sex, snils).Succeeded(out var card, out var error))
        {
            return error;
        }

        return caller.RefuseFormer(employee, clock.LatestDay)
            ?? employee.CheckVersion(request.Version)
            ?? employee.UpdateCard(card, clock.Today).Error
            ?? reads.AnswerEmployee(employee, caller, clock.Today);
    }
}
