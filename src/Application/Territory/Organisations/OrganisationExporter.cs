using MethodCenter.Application.Common.Datasets;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>Organisations as rows of a file, by the filters of the list.</summary>
internal sealed class OrganisationExporter(ITerritoryStore store, IExternalKeys keys) : IRowReader
{
    public IAsyncEnumerable<OrganisationRow> Read(ListOrganisations filter, string? source)
    {
        var known = keys.Of("organisations", source);
        return ListOrganisationsHandler
            .Filter(store.Organisations.AsNoTracking(), filter)
            .OrderBy(organisation => organisation.NameKey)
            .ThenBy(organisation => organisation.Id)
            .Select(organisation => new OrganisationRow
            {
                Key = known.Where(key => key.Id == organisation.Id).Min(key => key.Key),
                Code = organisation.Code,
                ShortName = organisation.ShortName,
                FullName = organisation.FullName,
                Kind = organisation.Kind,
                LegalForm = organisation.LegalForm,
                Number = organisation.Number,
                HasPreschoolGroups = organisation.HasPreschoolGroups,
                OutsideTerritory = organisation.OutsideTerritory,
                Ownership = organisation.Ownership,
                Subordination = organisation.Subordination,
                Founder = organisation.Founder,
                Aliases = organisation
                    .OtherNames.Where(name => name.Kind == OrganisationNameKind.Alias)
                    .OrderBy(name => name.Name)
                    .Select(name => name.Name)
                    .ToList(),
                Status = organisation.Status,
                StatusSince = organisation.StatusSince,
            })
            .AsAsyncEnumerable();
    }
}
