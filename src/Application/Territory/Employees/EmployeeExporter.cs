using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Employees with their places of work as rows of a file, by the filters of the list.</summary>
internal sealed class EmployeeExporter(ITerritoryStore store, IExternalKeys keys, IClock clock, Caller caller)
    : IRowReader
{
    /// <summary>One row for each place of work of each person; streamed.</summary>
    public IAsyncEnumerable<EmployeeRow> Read(ListEmployees filter, string? source)
    {
        var known = keys.Of(PersonMatch.Resource, source);
        var employees = ListEmployeesHandler.Filter(
            store.Employees.AsNoTracking(),
            store.SeenEmployees,
            filter,
            clock.Today,
            caller.Scope
        );
        var (all, own) = (caller.Scope.AllOrganisations, caller.Scope.OrganisationIds);
        var rows =
            from employee in employees
            join seen in store.SeenEmployees on employee.Id equals seen.Id
            from place in employee.Employments
            where all || own.Contains(place.OrganisationId)
            join organisation in store.Organisations on place.OrganisationId equals organisation.Id
            join position in store.Positions on place.PositionId equals position.Id
            orderby employee.NameKey, employee.Id, place.From, place.Id
            select new EmployeeRow
            {
                Key = known.Where(key => key.Id == employee.Id).Min(key => key.Key),
                LastName = seen.LastName,
                FirstName = seen.FirstName,
                Patronymic = seen.Patronymic,
                BirthDate = employee.BirthDate,
                Sex = employee.Sex,
                Snils = employee.Snils == null ? null : employee.Snils!.Value.ToString(),
                Education = seen.Education,
                TeachingSince = seen.TeachingSince,
                Organisation = organisation.ShortName,
                OrganisationCode = organisation.Code,
                Position = position.Name,
                PositionCode = position.Code,
                Kind = place.Kind,
                Rate = place.Rate,
                From = place.From,
                To = place.To,
            };
        return rows.AsAsyncEnumerable();
    }
}
