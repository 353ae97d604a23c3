using System.Collections.Frozen;

namespace MethodCenter.Application.Common.Datasets;

/// <summary>Every dataset that the areas declare, by name.</summary>
public sealed class DatasetCatalogue(IEnumerable<Dataset> datasets)
{
    private readonly FrozenDictionary<string, Dataset> _byName = datasets.ToFrozenDictionary(
        dataset => dataset.Name,
        StringComparer.Ordinal
    );

    public IReadOnlyList<Dataset> All { get; } = [.. datasets.OrderBy(dataset => dataset.Name, StringComparer.Ordinal)];

    /// <summary>One that files bring.</summary>
    public Result<Dataset> FindImported(string name) =>
        Find(name).Succeeded(out var dataset, out var unknown)
            ? dataset.Imported
                ? dataset
                : DatasetErrors.ExportOnly(name)
            : unknown;

    public Result<Dataset> Find(string name) =>
        _byName.TryGetValue(name, out var dataset)
            ? dataset
            : DatasetErrors.Unknown(string.Join(", ", All.Select(known => known.Name)));
}
