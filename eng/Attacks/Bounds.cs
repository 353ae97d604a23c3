namespace MethodCenter.Attacks;

/// <summary>A count of a report; without a value where it is withheld.</summary>
internal sealed record Figure(string Name, int? Value);

/// <summary>Counts that add up.</summary>
internal sealed record Sum(Figure Whole, IReadOnlyList<Figure> Parts);

/// <summary>What withheld counts can be at least and at most, as their sums allow.</summary>
internal sealed class Bounds
{
    private const int Unbounded = 1_000_000;
    private readonly Dictionary<string, (int Least, int Most)> _of = new(StringComparer.Ordinal);

    public static Bounds Of(IEnumerable<Sum> sums)
    {
        var all = sums.ToList();
        var bounds = new Bounds();
        foreach (var figure in all.SelectMany(sum => sum.Parts.Prepend(sum.Whole)))
        {
            bounds._of[figure.Name] = figure.Value is { } value ? (value, value) : (0, Unbounded);
        }

        // Each sum may tell more once another has.
        for (var isNews = true; isNews; )
        {
            isNews = false;
            foreach (var sum in all)
            {
                isNews |= bounds.Narrow(sum);
            }
        }

        return bounds;
    }

    /// <summary>The value, where only one is possible.</summary>
    public int? Exact(string name) =>
        _of.TryGetValue(name, out var known) && known.Least == known.Most ? known.Least : null;

    private bool Narrow(Sum sum)
    {
        var (least, most) = (sum.Parts.Sum(part => _of[part.Name].Least), sum.Parts.Sum(part => _of[part.Name].Most));
        var isNews = Set(sum.Whole.Name, least, most);
        var whole = _of[sum.Whole.Name];
        foreach (var part in sum.Parts)
        {
            var own = _of[part.Name];
            isNews |= Set(part.Name, whole.Least - (most - own.Most), whole.Most - (least - own.Least));
        }

        return isNews;
    }

    private bool Set(string name, int least, int most)
    {
        var (before, now) = (_of[name], (Math.Max(_of[name].Least, least), Math.Min(_of[name].Most, most)));
        _of[name] = now;
        return now != before;
    }
}
