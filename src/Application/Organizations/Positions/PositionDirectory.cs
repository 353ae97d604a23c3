using MethodCenter.Application.Common.Datasets;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Positions;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Organizations.Positions;

/// <summary>The positions of the centre, found by code or name. Read once in the life of an import.</summary>
internal sealed class PositionDirectory(IOrganizationStore store)
{
    private Dictionary<string, List<PositionFacts>>? _known;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_known is not null)
        {
            return;
        }

        var rows = await store
            .Positions.AsNoTracking()
            .Select(position => new PositionFacts(position.Id, position.Code, position.Name, position.Category))
            .ToListAsync(cancellationToken);
        _known = rows.SelectMany(row =>
                new[] { row.Code, row.Name }
                    .Select(SearchText.Normalize)
                    .Distinct(StringComparer.Ordinal)
                    .Select(text => (text, row))
            )
            .GroupBy(pair => pair.text, pair => pair.row, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    public Result<PositionFacts> Find(string text) =>
        !_known!.TryGetValue(SearchText.Normalize(text), out var bearers) ? ImportErrors.UnknownReference("position")
        : bearers.Count == 1 ? bearers[0]
        : ImportErrors.AmbiguousReference(string.Join("; ", bearers.Select(one => $"{one.Code} — {one.Name}")));
}

/// <summary>What a row needs to know of a position.</summary>
internal sealed record PositionFacts(Guid Id, string Code, string Name, PositionCategory Category);
