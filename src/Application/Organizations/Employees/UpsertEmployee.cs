using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Employees;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Organizations.Employees;

/// <summary>Registers or changes the employee that a neighbouring system knows by its own key. Equal content writes nothing.</summary>
/// <remarks>
/// A place of work in the body is added when the person does not have it yet; others are left alone. Members of
/// protected data that are absent leave what is on file.
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
    IOrganizationStore store,
    EmploymentCheck check,
    IExternalKeys keys,
    IReads reads,
    IClock clock,
    Caller caller
) : ICommandHandler<UpsertEmployee, Upserted<EmployeeDetails>>
{
    private const string Resource = "employees";

    public async Task<Result<Upserted<EmployeeDetails>>> Handle(
        UpsertEmployee request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Body;
        if (!EmployeeCards.From(body, body.BirthDate, body.Sex, body.Snils).Succeeded(out var card, out var error))
        {
            return error;
        }

        var id = await keys.FindAsync(Resource, request.Key, cancellationToken);
        var employee = id is null ? null : await FindAsync(id.Value, cancellationToken);
        if (id is not null && employee is null)
        {
            // The key names someone whom the caller may not see: a second person under it would be unreachable.
            return ExternalKeyErrors.Taken;
        }

        var created = employee is null;
        if (employee is null)
        {
            if (!Employee.Register(card, clock.Today).Succeeded(out employee, out error))
            {
                return error;
            }
        }
        else if (Touches(card, employee) && !caller.May(EmployeePermissions.WritePersonalData))
        {
            return SecurityErrors.MayNot(EmployeePermissions.WritePersonalData);
        }
        else if (employee.UpdateCard(Keep(card, employee), clock.Today).Error is { } refused)
        {
            return refused;
        }

        if (created || body.Employment is { } wanted && !Has(employee, wanted))
        {
            if (await check.RefuseAsync(body.Employment, "/employment", cancellationToken) is { } refusal)
            {
                return refusal;
            }

            if (
                body.Employment is { } place
                && employee.Employ(place.OrganisationId, place.PositionId, place.ToTerms()).Error is { } notEmployed
            )
            {
                return notEmployed.Under("/employment");
            }
        }

        if (created)
        {
            store.Employees.Add(employee);
            keys.Bind(Resource, request.Key, employee.Id);
        }

        return reads.AnswerUpsert<Employee, EmployeeDetails>(employee, created);
    }

    private Task<Employee?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store
            .Employees.Include(employee => employee.Employments)
            .SingleOrDefaultAsync(employee => employee.Id == id, cancellationToken);

    /// <summary>Protected data that are on file change only by who may write them.</summary>
    private static bool Touches(EmployeeCard card, Employee known) =>
        (card.BirthDate is not null && card.BirthDate != known.BirthDate)
        || (card.Sex is not null && card.Sex != known.Sex)
        || (card.Snils is not null && card.Snils != known.Snils);

    private static EmployeeCard Keep(EmployeeCard card, Employee known) =>
        card with
        {
            BirthDate = card.BirthDate ?? known.BirthDate,
            Sex = card.Sex ?? known.Sex,
            Snils = card.Snils ?? known.Snils,
        };

    private static bool Has(Employee employee, EmploymentBody place) =>
        employee.Employments.Any(known =>
            known.OrganisationId == place.OrganisationId
            && known.PositionId == place.PositionId
            && known.Kind == place.Kind
            && known.From == place.From
        );
}
