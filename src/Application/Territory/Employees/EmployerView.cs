using System.Linq.Expressions;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>
/// What an employer may do with a person: change him while he works there, and of the past read what was its own.
/// </summary>
/// <remarks>Callers who are not limited to organisations are no employer: nothing here concerns them.</remarks>
internal static class EmployerView
{
    /// <summary>The reason to refuse a change of somebody who no longer works for the caller, or null.</summary>
    /// <param name="caller">Who wants to change.</param>
    /// <param name="employee">Whom.</param>
    /// <param name="today"><see cref="IClock.LatestDay"/>: a door does not open for an earlier day.</param>
    public static Error? RefuseFormer(this Caller caller, Employee employee, DateOnly today) =>
        caller.Scope.AllOrganisations
        || employee.Employments.Any(place => caller.Scope.Covers(place.OrganisationId) && IsNow(place, today))
            ? null
            : EmployeeErrors.NoLongerEmployed;

    /// <summary>
    /// The last day on which a person worked for the caller; null: he works there today or later, or the caller is no
    /// employer.
    /// </summary>
    public static DateOnly? LastDay(this Caller caller, IEnumerable<(Guid OrganisationId, DateOnly? To)> places) =>
        caller.Scope.AllOrganisations ? null
        : places
            .Where(place => caller.Scope.Covers(place.OrganisationId))
            .Select(place => place.To ?? DateOnly.MaxValue)
            .DefaultIfEmpty(DateOnly.MinValue)
            .Max()
            is var last
        && last == DateOnly.MaxValue
            ? null
        : last;

    /// <summary>
    /// The card as an employer sees it: his own places, and while the person works for him, where else he does; afterwards
    /// as it was then.
    /// </summary>
    public static EmployeeDetails For(this EmployeeDetails card, Caller caller, DateOnly today)
    {
        if (caller.Scope.AllOrganisations)
        {
            return card;
        }

        var present = card.Employments.Any(place => caller.Scope.Covers(place.OrganisationId) && IsNow(place, today));
        var seen = card.AsOf(card.Employments.Where(place => caller.Scope.Covers(place.OrganisationId)));
        return seen.WithoutNumber(present) with
        {
            Employments =
            [
                .. card.Employments.Where(place =>
                    caller.Scope.Covers(place.OrganisationId) || (present && IsNow(place, today))
                ),
            ],
        };
    }

    /// <summary>The representation of a changed employee, as a following GET would show it.</summary>
    public static Answer<EmployeeDetails> AnswerEmployee(
        this IReads reads,
        Employee employee,
        Caller caller,
        DateOnly today
    ) =>
        Answer<EmployeeDetails>.AfterSave(async cancellationToken =>
            (await reads.ReadAsync<Employee, EmployeeDetails>(employee, cancellationToken)).For(caller, today)
        );

    /// <inheritdoc cref="AnswerEmployee"/>
    public static Answer<Upserted<EmployeeDetails>> AnswerUpsertEmployee(
        this IReads reads,
        Employee employee,
        bool created,
        Caller caller,
        DateOnly today
    ) =>
        Answer<Upserted<EmployeeDetails>>.AfterSave(async cancellationToken => new Upserted<EmployeeDetails>(
            (await reads.ReadAsync<Employee, EmployeeDetails>(employee, cancellationToken)).For(caller, today),
            created
        ));

    /// <summary>Who works today for an organisation of the caller.</summary>
    public static Expression<Func<Employee, bool>> WorksFor(DataScope scope, DateOnly today)
    {
        var own = scope.OrganisationIds;
        return employee =>
            employee.Employments.Any(place =>
                own.Contains(place.OrganisationId) && place.From <= today && (place.To == null || place.To >= today)
            );
    }

    /// <summary>The same as <see cref="SeenEmployees.SeenBy"/>, of a card that has been read.</summary>
    private static EmployeeDetails AsOf(this EmployeeDetails card, IEnumerable<EmploymentModel> own) =>
        own.MaxBy(place => place.To ?? DateOnly.MaxValue)
            is { FormerLastName: { } lastName, FormerFirstName: { } firstName } last
            ? card with
            {
                LastName = lastName,
                FirstName = firstName,
                Patronymic = last.FormerPatronymic,
                Education = last.FormerEducation,
                TeachingSince = last.FormerTeachingSince,
            }
            : card;

    /// <summary>Whether a number is on file since, a former employer does not learn: he reads none.</summary>
    private static EmployeeDetails WithoutNumber(this EmployeeDetails card, bool present) =>
        present ? card : card with { HasSnils = false };

    /// <summary>The normal form of the name under which the caller knows a person: see <see cref="SeenEmployees.SeenBy"/>.</summary>
    public static string NameKeyOf(this Caller caller, Employee employee) =>
        caller.LastOwn(employee)?.FormerNameKey ?? employee.NameKey;

    /// <summary>Whether what a former employer says of a person is what he may read anyhow; what he leaves out, is.</summary>
    public static bool Knows(
        this Caller caller,
        Employee employee,
        string nameKey,
        EducationLevel? education,
        DateOnly? teachingSince
    )
    {
        var (knownEducation, knownSince) = caller.LastOwn(employee) is { FormerLastName: not null } former
            ? (former.FormerEducation, former.FormerTeachingSince)
            : (employee.Education, employee.TeachingSince);
        return caller.NameKeyOf(employee) == nameKey
            && (education ?? knownEducation) == knownEducation
            && (teachingSince ?? knownSince) == knownSince;
    }

    private static Employment? LastOwn(this Caller caller, Employee employee) =>
        caller.Scope.AllOrganisations
            ? null
            : employee
                .Employments.Where(place => caller.Scope.Covers(place.OrganisationId))
                .OrderByDescending(place => place.To ?? DateOnly.MaxValue)
                .ThenByDescending(place => place.Id)
                .FirstOrDefault();

    private static bool IsNow(Employment place, DateOnly today) => place.To is null || place.To >= today;

    private static bool IsNow(EmploymentModel place, DateOnly today) => place.To is null || place.To >= today;
}
