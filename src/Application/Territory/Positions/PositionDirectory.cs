using MethodCenter.Application.Common.Datasets;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Positions;

/// <summary>The positions of the centre, found by code or name. Read once in the life of an import.</summary>
internal sealed class PositionDirectory(ITerritoryStore store)
{
    private NameIndex<PositionFacts>? _known;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_known is null)
        {
            var rows = await store
                .Positions.AsNoTracking()
                .Select(position => new PositionFacts(position.Id, position.Code, position.Name, position.Category))
                .ToListAsync(cancellationToken);
            _known = new NameIndex<PositionFacts>("position", rows, row => row.Code, row => row.Name);
        }
    }

    public Result<PositionFacts> Find(string text) => _known!.Find(text);

    /// <inheritdoc cref="NameIndex{TFacts}.Take"/>
    public PositionFacts? Take(ImportRow row, string? text, string column) => _known!.Take(row, text, column);
}

/// <summary>What a row needs to know of a position.</summary>
internal sealed record PositionFacts(Guid Id, string Code, string Name, PositionCategory Category);
