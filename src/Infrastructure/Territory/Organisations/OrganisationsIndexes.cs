using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Infrastructure.Territory.Organisations;

internal sealed class OrganisationsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?> { ["ux_organisations_centre_id_code"] = OrganisationErrors.CodeTaken };
}
