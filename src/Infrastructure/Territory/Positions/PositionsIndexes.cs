using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Infrastructure.Territory.Positions;

internal sealed class PositionsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?> { ["ux_positions_centre_id_code"] = PositionErrors.CodeTaken };
}
