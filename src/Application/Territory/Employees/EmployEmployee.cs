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

        if ((caller.RefuseFormer(employee, clock.LatestDay) ?? employee.CheckVersion(request.Version)) is { } refusal)
        {
            return refusal;
        }

        var (place, judged) = (request.Body, await check.JudgeAsync(request.Body, "", cancellationToken));
        if (!judged.Succeeded(out var employerIsOutside, out var error))
        {
            return error;
        }

        var employed = employee.Employ(place.OrganisationId, place.PositionId, place.ToTerms(), employerIsOutside);
        return employed.Refused
            ? employed.Error
            : reads.AnswerEmployee(employee, caller, clock.Today).Warn(employed.Warnings.AsSpan());
    }
}
