using MethodCenter.Domain.Territory.Contingents;

namespace MethodCenter.Infrastructure.Territory.Contingents;

internal sealed class ContingentsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_contingents_organisation_id_academic_year_grade"] = ContingentErrors.AlreadyRecorded,
        };
}
