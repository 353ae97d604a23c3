using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace MethodCenter.Domain.Common.Reports;

/// <summary>The keys that cells of one report bear: how a published figure finds the computed one.</summary>
/// <remarks>
/// A report declares its keys in the context that it counts; the declarations are found, not entered. Names within a key are
/// those that the API gives to values of enums.
/// </remarks>
public abstract class ReportCells
{
    /// <summary>The grand total, which every report has.</summary>
    public const string Total = "total";

    private static readonly FrozenDictionary<ReportCode, ReportCells> Found = typeof(ReportCells)
        .Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ReportCells)))
        .Select(type => (ReportCells)Activator.CreateInstance(type, nonPublic: true)!)
        .ToFrozenDictionary(cells => cells.Report);

    public abstract ReportCode Report { get; }

    /// <summary>The forms that the keys take, for people.</summary>
    public abstract string Forms { get; }

    public static ReportCells Of(ReportCode report) => Found[report];

    /// <summary>Could the report ever have a cell of that key.</summary>
    public bool Knows(string key) => key == Total || Has(key);

    /// <summary>The same for keys other than <see cref="Total"/>.</summary>
    protected abstract bool Has(string key);

    /// <summary>Parts a key into the kind of its cell and the rest; null: it has no kind.</summary>
    protected static (string Kind, string Name)? Part(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (key[..colon], key[(colon + 1)..]);
    }

    protected static bool Is<TEnum>(string name)
        where TEnum : struct, Enum => Array.Exists(Enum.GetValues<TEnum>(), value => Name(value) == name);

    protected static bool IsWholeNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    protected static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
