using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace MethodCenter.Api.OpenApi;

/// <summary>The Russian texts of the document, found by the English ones.</summary>
/// <remarks>
/// An area keeps its own in <c>src/Api/Context/Area/Area.ru.json</c>; what belongs to no area, or to several, stands in
/// <c>src/Api/OpenApi/Shared.ru.json</c>. Since the English sentence is the key, whoever changes it has to look at the
/// Russian one: a test names the keys that are missing and those that nothing asks for.
/// </remarks>
internal sealed class DocumentTexts
{
    public const string Shared = "OpenApi";

    private const string Folder = "DocumentTexts/";

    private static readonly Assembly Source = typeof(DocumentTexts).Assembly;

    private readonly IReadOnlyDictionary<string, Dictionary<string, string>> _areas;
    private readonly ConcurrentDictionary<(string Area, string English), bool> _found = new();
    private readonly ConcurrentDictionary<(string Area, string English), bool> _missing = new();

    public DocumentTexts()
        : this(Read()) { }

    /// <param name="areas">The texts of each area.</param>
    internal DocumentTexts(IReadOnlyDictionary<string, Dictionary<string, string>> areas) => _areas = areas;

    /// <summary>What was asked for in vain, or has a key without a text; filled while the document is built.</summary>
    public IEnumerable<(string Area, string English)> Missing => _missing.Keys;

    /// <summary>What nothing has asked for so far.</summary>
    public IEnumerable<(string Area, string English)> Unused =>
        from area in _areas
        from english in area.Value.Keys
        where !_found.ContainsKey((area.Key, english))
        select (area.Key, english);

    /// <summary>The Russian text; where there is none, the English one.</summary>
    public string Russian(string english, string area)
    {
        foreach (var place in (string[])[area, Shared])
        {
            if (_areas.TryGetValue(place, out var texts) && texts.TryGetValue(english, out var russian))
            {
                _found.TryAdd((place, english), true);
                if (!string.IsNullOrWhiteSpace(russian))
                {
                    return russian;
                }

                _missing.TryAdd((place, english), true);
                return english;
            }
        }

        _missing.TryAdd((area, english), true);
        return english;
    }

    /// <summary>The area of a type, by its namespace: «Learning/Courses».</summary>
    public static string AreaOf(Type type)
    {
        var names = (type.Namespace ?? "").Split('.');
        return names is ["MethodCenter", _, not "Common", _, ..] ? $"{names[2]}/{names[3]}" : Shared;
    }

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        var areas = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var name in Source.GetManifestResourceNames())
        {
            if (name.StartsWith(Folder, StringComparison.Ordinal))
            {
                using var file = Source.GetManifestResourceStream(name)!;
                var area = name[Folder.Length..name.LastIndexOfAny(['/', '\\'])].Replace('\\', '/');
                areas.Add(area, JsonSerializer.Deserialize<Dictionary<string, string>>(file)!);
            }
        }

        return areas;
    }
}
