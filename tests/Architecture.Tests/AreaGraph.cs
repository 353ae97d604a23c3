using System.Reflection;

namespace MethodCenter.Architecture.Tests;

/// <summary>Which area of a context knows which, with a pair of types that shows it.</summary>
internal sealed class AreaGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, string>> _edges = new(StringComparer.Ordinal);

    /// <summary>Edges within contexts: what one context may know of another is another question.</summary>
    public static AreaGraph Of(params Assembly[] assemblies)
    {
        var graph = new AreaGraph();
        foreach (var type in assemblies.SelectMany(assembly => assembly.Written()))
        {
            if (Code.AreaOf(type) is not { } from)
            {
                continue;
            }

            foreach (var known in References.Of(type))
            {
                if (Code.AreaOf(known) is { } to && to != from && Code.ContextOf(known) == Code.ContextOf(type))
                {
                    graph.Add(from, to, $"{type.Name} → {known.Name}");
                }
            }
        }

        return graph;
    }

    public void Add(string from, string to, string because)
    {
        if (!_edges.TryGetValue(from, out var known))
        {
            _edges[from] = known = new(StringComparer.Ordinal);
        }

        known.TryAdd(to, because);
    }

    /// <summary>One shortest cycle through each area that lies on one, each named once.</summary>
    public IReadOnlyList<string> Cycles()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var cycles = new List<string>();
        foreach (var start in _edges.Keys)
        {
            if (ShortestBack(start) is { } path && told.Add(string.Join(',', path.Order(StringComparer.Ordinal))))
            {
                cycles.Add(Tell(path));
            }
        }

        return cycles;
    }

    private string Tell(List<string> path) =>
        path[0]
        + string.Concat(
            path.Select(
                (from, step) =>
                {
                    var to = path[(step + 1) % path.Count];
                    return $" → {to} ({_edges[from][to]})";
                }
            )
        );

    private List<string>? ShortestBack(string start)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out var area))
        {
            foreach (var known in _edges.GetValueOrDefault(area)?.Keys ?? Enumerable.Empty<string>())
            {
                if (known == start)
                {
                    List<string> path = [area];
                    while (path[0] != start)
                    {
                        path.Insert(0, before[path[0]]);
                    }

                    return path;
                }

                if (before.TryAdd(known, area))
                {
                    next.Enqueue(known);
                }
            }
        }

        return null;
    }
}
