using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>«Вне территории»: who stands in no base of the network, to be composed into queries of reports.</summary>
/// <remarks>What the centre itself does (courses, learners, documents) counts for everybody whom it teaches.</remarks>
internal static class NetworkBase
{
    extension(ITerritoryStore store)
    {
        /// <summary>Organisations of other districts, colleges, private kindergartens.</summary>
        public IQueryable<Guid> OrganisationsOutside =>
            store.Organisations.Where(organisation => organisation.OutsideTerritory).Select(one => one.Id);

        /// <summary>Persons who are marked themselves, wherever they work.</summary>
        public IQueryable<Guid> EmployeesOutside =>
            store.Employees.Where(employee => employee.OutsideTerritory).Select(employee => employee.Id);
    }
}
