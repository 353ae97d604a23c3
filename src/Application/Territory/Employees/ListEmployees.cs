using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Employees, searched by name; of one organisation or position if asked.</summary>
[Permission(EmployeePermissions.Read)]
public sealed record ListEmployees : ListQuery, IQuery<Page<EmployeeListItem>>
{
    /// <summary>Part of the full name; neither case nor the Russian letters «ё» and «е» are distinguished.</summary>
    public string? Q { get; init; }

    /// <summary>Who works there today.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Who works in that position today.</summary>
    public Guid? PositionId { get; init; }

    public EducationLevel? Education { get; init; }

    /// <summary>Guests from outside the territory only, or everybody but them.</summary>
    public bool? OutsideTerritory { get; init; }
}

internal sealed class ListEmployeesHandler(ITerritoryStore store, IClock clock, Caller caller)
    : IQueryHandler<ListEmployees, Page<EmployeeListItem>>
{
    internal static readonly SortFields<Employee> Sort = new SortFields<Employee>("name").Add(
        "name",
        employee => employee.NameKey
    );

    public Task<Result<Page<EmployeeListItem>>> Handle(ListEmployees request, CancellationToken cancellationToken)
    {
        var (today, all, own) = (clock.Today, caller.Scope.AllOrganisations, caller.Scope.OrganisationIds);
        var (organisations, positions) = (store.Organisations.References(), store.Positions.References());
        var seen = store.SeenEmployees;
        Expression<Func<Employee, EmployeeListItem>> projection = employee => new EmployeeListItem
        {
            Id = employee.Id,
            FullName = all
                ? employee.LastName
                    + " "
                    + employee.FirstName
                    + (employee.Patronymic == null ? "" : " " + employee.Patronymic)
                : seen.First(one => one.Id == employee.Id).FullName,
            Education = all ? employee.Education : seen.First(one => one.Id == employee.Id).Education,
            TeachingSince = all ? employee.TeachingSince : seen.First(one => one.Id == employee.Id).TeachingSince,
            OutsideTerritory = employee.OutsideTerritory,
            Places = employee
                .Employments.Where(place =>
                    place.From <= today
                    && (place.To == null || place.To >= today)
                    // Where else a person works, the list tells nobody who is limited to organisations.
                    && (all || own.Contains(place.OrganisationId))
                )
                .OrderBy(place => place.Id)
                .Select(place => new EmployeePlace
                {
                    Organisation = organisations.First(organisation => organisation.Id == place.OrganisationId),
                    Position = positions.First(position => position.Id == place.PositionId),
                })
                .ToList(),
            Version = employee.Version,
        };
        return Filter(store.Employees, seen, request, today, caller.Scope)
            .ToPageAsync(request, all ? Sort : SeenSort(seen), projection, cancellationToken);
    }

    /// <summary>By the name that the caller reads: the place of another would tell where the new name stands.</summary>
    private static SortFields<Employee> SeenSort(IQueryable<SeenEmployee> seen) =>
        new SortFields<Employee>("name").Add("name", employee => seen.First(one => one.Id == employee.Id).NameKey);

    /// <summary>The rows that the filters of the list let through; the export takes the same.</summary>
    internal static IQueryable<Employee> Filter(
        IQueryable<Employee> employees,
        IQueryable<SeenEmployee> seen,
        ListEmployees request,
        DateOnly today,
        DataScope scope
    ) =>
        Found(
                scope.AllOrganisations || request is { OrganisationId: null, PositionId: null }
                    ? employees
                    : employees.Where(EmployerView.WorksFor(scope, today)),
                seen,
                request,
                scope
            )
            .WhereGiven(
                request.OrganisationId,
                id =>
                    employee =>
                        employee.Employments.Any(place =>
                            place.OrganisationId == id && place.From <= today && (place.To == null || place.To >= today)
                        )
            )
            .WhereGiven(
                request.PositionId,
                id =>
                    employee =>
                        employee.Employments.Any(place =>
                            place.PositionId == id && place.From <= today && (place.To == null || place.To >= today)
                        )
            )
            .WhereGiven(request.OutsideTerritory, outside => employee => employee.OutsideTerritory == outside);

    /// <summary>Whom name and education let through, as the caller may read them: what he may not read, he does not find.</summary>
    private static IQueryable<Employee> Found(
        IQueryable<Employee> employees,
        IQueryable<SeenEmployee> seen,
        ListEmployees request,
        DataScope scope
    )
    {
        if (scope.AllOrganisations || (request.Q is null && request.Education is null))
        {
            return employees
                .Searched(request.Q, employee => employee.NameKey)
                .WhereGiven(request.Education, level => employee => employee.Education == level);
        }

        var found = seen.Searched(request.Q, one => one.NameKey)
            .WhereGiven(request.Education, level => one => one.Education == level);
        return employees.Where(employee => found.Any(one => one.Id == employee.Id));
    }
}
