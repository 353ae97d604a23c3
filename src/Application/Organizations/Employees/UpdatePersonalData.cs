using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Employees;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Organizations.Employees;

/// <summary>Protected personal data; what is absent is struck.</summary>
public sealed record PersonalDataBody
{
    public DateOnly? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>СНИЛС with its checksum, with or without separators.</summary>
    public string? Snils { get; init; }
}

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

internal sealed class UpdatePersonalDataHandler(IOrganizationStore store, IReads reads, IClock clock)
    : ICommandHandler<UpdatePersonalData, EmployeeDetails>
{
    public async Task<Result<EmployeeDetails>> Handle(UpdatePersonalData request, CancellationToken cancellationToken)
    {
        var employee = await store.Employees.SingleOrDefaultAsync(
            employee => employee.Id == request.Id,
            cancellationToken
        );
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
        };
        var (birthDate, sex, snils) = (request.Body.BirthDate, request.Body.Sex, request.Body.Snils);
        if (!EmployeeCards.From(known, birthDate, sex, snils).Succeeded(out var card, out var error))
        {
            return error;
        }

        return employee.CheckVersion(request.Version)
            ?? employee.UpdateCard(card, clock.Today).Error
            ?? reads.Answer<Employee, EmployeeDetails>(employee);
    }
}
