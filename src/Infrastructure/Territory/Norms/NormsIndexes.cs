using MethodCenter.Domain.Territory.Norms;

namespace MethodCenter.Infrastructure.Territory.Norms;

internal sealed class NormsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?> { ["ux_centre_norms_centre_id_code_valid_from"] = NormErrors.AlreadySet };
}
