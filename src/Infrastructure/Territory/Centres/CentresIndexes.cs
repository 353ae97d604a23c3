using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Infrastructure.Territory.Centres;

internal sealed class CentresIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?> { ["ux_centres_code"] = CentreErrors.CodeTaken };
}
