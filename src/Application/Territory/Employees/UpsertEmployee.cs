using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>
/// Registers or changes the employee that a neighbouring system knows by its own key. Equal content writes nothing.
/// </summary>
/// <remarks>
/// A place of work in the body is added when the person does not have it yet, else its rate and last day are taken
/// over; others are left alone. Members of protected data that are absent leave what is on file.
/// </remarks>
[Permission(EmployeePermissions.Write)]
public sealed record UpsertEmployee(ExternalKey Key, RegisterEmployee Body) : ICommand<Upserted<EmployeeDetails>>;

internal sealed class UpsertEmployeeValidator : AbstractValidator<UpsertEmployee>
{
    public UpsertEmployeeValidator()
    {
        RuleFor(command => command.Key).SetValidator(new ExternalKeyValidator());
        RuleFor(command => command.Body).SetValidator(new RegisterEmployeeValidator());
    }
}

internal sealed class UpsertEmployeeHandler(
    ITerritoryStore store,
    EmploymentCheck check,
    IExternalKeys keys,
    IReads reads,
    IClock clock,
    Caller caller
) : ICommandHandler<UpsertEmployee, Upserted<EmployeeDetails>>
{
    private const string Resource = "employees";

    public async Task<Answer<Upserted<EmployeeDetails>>> Handle(
        UpsertEmployee request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Body;
        var id = await keys.FindAsync(Resource, request.Key, cancellationToken);
        var known = id is null ? null : await FindAsync(id.Value, cancellationToken);
        if (id is not null && known is null)
        {
            // The key of this source belongs to someone whom the caller may not see: a second person under it would be unreachable.
            return ExternalKeyErrors.Taken;
        }

        if (
            known is not null
            && (caller.RefuseFormer(known, clock.LatestDay) ?? RefuseOther(known, body)) is { } former
        )
        {
            return former;
        }

        if (!EmployeeUpsert.WriteCard(known, body, clock.Today, caller).Succeeded(out var outcome, out var error))
        {
            return error;
        }

        var (employee, created) = (outcome.Employee, outcome.Created);
        var employerIsOutside = false;
        if (created || body.Employment is { } wanted && EmployeeUpsert.FindPlace(employee, wanted) is null)
        {
            var judged = await check.JudgeAsync(body.Employment, "/employment", cancellationToken);
            if (!judged.Succeeded(out employerIsOutside, out error))
            {
                return error;
            }
        }

        Result<bool> placed = body.Employment is { } place
            ? EmployeeUpsert.WritePlace(employee, place, employerIsOutside)
            : false;
        if (placed.Refused)
        {
            return placed.Error;
        }

        if (created)
        {
            store.Employees.Add(employee);
            keys.Bind(Resource, request.Key, employee.Id);
        }

        var answer = reads.AnswerUpsertEmployee(employee, created, caller, clock.Today).Warn(placed.Warnings.AsSpan());
        return outcome.LeftOut ? answer.Warn(EmployeeWarnings.ProtectedLeftOut) : answer;
    }

    /// <summary>Whose key it was, his name and birth date tell to those who may read them.</summary>
    private Error? RefuseOther(Employee known, RegisterEmployee body)
    {
        if (!caller.May(EmployeePermissions.ReadPersonalData) || body.BirthDate is null)
        {
            return null;
        }

        var nameKey = SearchText.Normalize($"{body.LastName} {body.FirstName} {body.Patronymic}");
        return Employee.RefuseKeyOf(known.NameKey == nameKey, known.BirthDate, body.BirthDate);
    }

    private Task<Employee?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store
            .Employees.Include(employee => employee.Employments)
            .SingleOrDefaultAsync(employee => employee.Id == id, cancellationToken);
}
