using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Registers a person with the place of work. Persons are never merged by name alone.</summary>
[Permission(EmployeePermissions.Write)]
public sealed record RegisterEmployee : EmployeeBody, ICommand<EmployeeDetails>
{
    public DateOnly? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>Insurance number («СНИЛС») with its checksum, with or without separators.</summary>
    public string? Snils { get; init; }

    /// <summary>The first place of work; callers limited to an organisation must name that one.</summary>
    public EmploymentBody? Employment { get; init; }
}

internal sealed class EmployeeBodyValidator : AbstractValidator<EmployeeBody>
{
    public EmployeeBodyValidator()
    {
        RuleFor(body => body.LastName).NotEmpty().PersonName(Employee.NameMaxLength);
        RuleFor(body => body.FirstName).NotEmpty().PersonName(Employee.NameMaxLength);
        RuleFor(body => body.Patronymic).PersonName(Employee.NameMaxLength);
        RuleFor(body => body.TeachingSince).ReasonableDay();
    }
}

internal sealed class EmploymentBodyValidator : AbstractValidator<EmploymentBody>
{
    public EmploymentBodyValidator()
    {
        RuleFor(body => body.OrganisationId).NotEmpty();
        RuleFor(body => body.PositionId).NotEmpty();
        RuleFor(body => body.Rate)
            .InclusiveBetween(Employment.LeastRate, Employment.MostRate)
            .PrecisionScale(3, 2, true);
        RuleFor(body => body.From).ReasonableDay();
        RuleFor(body => body.To).ReasonableDay();
    }
}

internal sealed class RegisterEmployeeValidator : AbstractValidator<RegisterEmployee>
{
    public RegisterEmployeeValidator()
    {
        Include(new EmployeeBodyValidator());
        RuleFor(command => command.Snils).MaximumLength(20);
        RuleFor(command => command.Employment!)
            .SetValidator(new EmploymentBodyValidator())
            .When(command => command.Employment is not null);
    }
}

internal sealed class RegisterEmployeeHandler(
    ITerritoryStore store,
    EmploymentCheck check,
    IReads reads,
    IClock clock,
    Caller caller
) : ICommandHandler<RegisterEmployee, EmployeeDetails>
{
    public async Task<Answer<EmployeeDetails>> Handle(RegisterEmployee request, CancellationToken cancellationToken)
    {
        if (
            !EmployeeCards
                .From(request, request.BirthDate, request.Sex, request.Snils)
                .Succeeded(out var card, out var error)
        )
        {
            return error;
        }

        var permitted = EmployeeUpsert.Permit(card, isNew: true, caller);
        if (!Employee.Register(permitted, clock.Today).Succeeded(out var employee, out error))
        {
            return error;
        }

        var judged = await check.JudgeAsync(request.Employment, "/employment", cancellationToken);
        if (!judged.Succeeded(out var employerIsOutside, out error))
        {
            return error;
        }

        var answer = reads.AnswerEmployee(employee, caller, clock.Today);
        if (request.Employment is { } place)
        {
            var employed = employee.Employ(place.OrganisationId, place.PositionId, place.ToTerms(), employerIsOutside);
            if (employed.Refused)
            {
                return employed.Error.Under("/employment");
            }

            answer = answer.Warn(employed.Warnings.AsSpan());
        }

        store.Employees.Add(employee);
        return permitted == card ? answer : answer.Warn(EmployeeWarnings.ProtectedLeftOut);
    }
}
