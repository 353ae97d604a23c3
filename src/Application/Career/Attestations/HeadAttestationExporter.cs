using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Attestations of heads as rows of a file, the earliest first.</summary>
internal sealed class HeadAttestationExporter(ICareerStore career, ITerritoryStore territory, IExternalKeys keys)
    : IRowReader
{
    public IAsyncEnumerable<HeadAttestationRow> Read(ListHeadAttestations filter, string? source)
    {
        var known = keys.Of(PersonMatch.Resource, source);
        var attestations = ListHeadAttestationsHandler.Filter(career.HeadAttestations.AsNoTracking(), filter);

        // A person who is not to be seen leaves the decision without a name.
        var rows =
            from attestation in attestations
            join organisation in territory.Organisations on attestation.OrganisationId equals organisation.Id
            join position in territory.Positions on attestation.PositionId equals position.Id
            join seen in territory.SeenEmployees on attestation.EmployeeId equals seen.Id into persons
            from employee in persons.DefaultIfEmpty()
            orderby attestation.DecidedOn, attestation.Id
            select new HeadAttestationRow
            {
                EmployeeKey = known.Where(key => key.Id == attestation.EmployeeId).Min(key => key.Key),
                LastName = employee!.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                BirthDate = employee.BirthDate,
                Snils = employee.Snils == null ? null : employee.Snils.Value.ToString(),
                Organisation = organisation.ShortName,
                OrganisationCode = organisation.Code,
                Position = position.Name,
                PositionCode = position.Code,
                Commission = attestation.Commission,
                DecidedOn = attestation.DecidedOn,
                Outcome = attestation.Outcome,
                ActNumber = attestation.ActNumber,
                ActDate = attestation.ActDate,
                Source = attestation.Source,
                State = attestation.State,
            };
        return rows.AsAsyncEnumerable();
    }
}
