namespace MethodCenter.Application.Common.Datasets;

/// <summary>Things that tables name by code or by name; case, ё and quotes do not matter.</summary>
/// <remarks>
/// A code as it is written comes first: what the service exports it finds again, whatever else bears that name. Where
/// several fit, none is chosen: the candidates are named.
/// </remarks>
internal sealed class NameIndex<TFacts>
    where TFacts : class
{
    private const int MostShown = 10;

    private readonly Dictionary<string, TFacts> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TFacts>> _byText = new(StringComparer.Ordinal);
    private readonly Func<TFacts, string> _show;
    private readonly string _what;

    /// <param name="what">What they are, for the refusal.</param>
    /// <param name="all">All of them.</param>
    /// <param name="code">The code of one; unique.</param>
    /// <param name="name">The name of one.</param>
    public NameIndex(string what, IEnumerable<TFacts> all, Func<TFacts, string> code, Func<TFacts, string> name)
    {
        (_what, _show) = (what, one => $"{code(one)} — {name(one)}");
        foreach (var one in all)
        {
            _byCode[code(one)] = one;
            foreach (var text in new[] { code(one), name(one) }.Select(SearchText.Normalize).Distinct())
            {
                if (!_byText.TryGetValue(text, out var bearers))
                {
                    _byText.Add(text, bearers = []);
                }

                bearers.Add(one);
            }
        }
    }

    /// <summary>The thing that a cell names; null: the cell is empty, or the row was refused.</summary>
    public TFacts? Take(ImportRow row, string? text, string column) => row.TakeNamed(text, column, Find, _show);

    public Result<TFacts> Find(string text) =>
        _byCode.TryGetValue(text, out var byCode) ? byCode
        : !_byText.TryGetValue(SearchText.Normalize(text), out var bearers) ? ImportErrors.UnknownReference(_what)
        : bearers.Count == 1 ? bearers[0]
        : ImportErrors.AmbiguousReference(string.Join("; ", bearers.Take(MostShown).Select(_show)));
}
