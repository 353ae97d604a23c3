using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MethodCenter.Application.Texts;

/// <summary>
/// Texts for people, by code, in the language of the request: Russian by default, English on request.
/// </summary>
/// <remarks>
/// Each area has its own, <c>…Texts.resx</c> (Russian) and <c>…Texts.en.resx</c> in its folder; they are found. Places
/// for values are written <c>{name}</c>. Values of enums have texts of their own, <c>enum.Type.Value</c>.
/// </remarks>
public static partial class Texts
{
    private const string Ending = ".resources";
    private const string RightBegins = "{right.";
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly FrozenDictionary<string, string> InRussian = Load(CultureInfo.InvariantCulture);
    private static readonly FrozenDictionary<string, string> InEnglish = Load(English);

    /// <summary>All codes that have a text in the language.</summary>
    public static IReadOnlyDictionary<string, string> All(bool english) => english ? InEnglish : InRussian;

    public static string Get(string code) => Get(code, FrozenDictionary<string, object?>.Empty);

    public static string Get(string code, IReadOnlyDictionary<string, object?> values) =>
        Get(code, values, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en");

    /// <summary>
    /// The text in a language that does not follow from the request: work in the background is described in both.
    /// </summary>
    public static string Get(string code, IReadOnlyDictionary<string, object?> values, bool english)
    {
        var template = (english ? InEnglish : InRussian).GetValueOrDefault(code);
        return template is null ? code : Fill(template, values, english);
    }

    /// <summary>The name of a value of an enum, e.g. «Высшая».</summary>
    public static string Name(Enum value) => Name(value, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en");

    /// <inheritdoc cref="Name(Enum)"/>
    public static string Name(Enum value, bool english) =>
        (english ? InEnglish : InRussian).GetValueOrDefault($"enum.{value.GetType().Name}.{value}")
        ?? JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Fill(string template, IReadOnlyDictionary<string, object?> values, bool english)
    {
        if (values.Count == 0)
        {
            return template;
        }

        var text = new StringBuilder(template);
        foreach (var (name, value) in values)
        {
            text.Replace($"{{{name}}}", Show(value, english));
        }

        var filled = text.ToString();
        return filled.Contains(RightBegins, StringComparison.Ordinal)
            ? Rights()
                .Replace(
                    filled,
                    found =>
                        (english ? InEnglish : InRussian).GetValueOrDefault(
                            found.Groups[1].Value,
                            found.Groups[2].Value
                        )
                )
            : filled;
    }

    /// <summary>A right that a text names: <c>{right.{permission}}</c>.</summary>
    [GeneratedRegex(@"\{(right\.([a-z.-]+))\}", RegexOptions.NonBacktracking)]
    private static partial Regex Rights();

    private static string Show(object? value, bool english) =>
        value switch
        {
            null => "—",
            Enum name => Name(name, english),
            DateOnly day => english
                ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            Array values => string.Join(", ", values.Cast<object?>().Select(one => Show(one, english))),
            IFormattable formattable => formattable.ToString(null, english ? CultureInfo.InvariantCulture : Russian),
            _ => value.ToString() ?? "",
        };

    private static FrozenDictionary<string, string> Load(CultureInfo culture)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in typeof(Texts).Assembly.GetManifestResourceNames().Where(IsTexts))
        {
            var manager = new ResourceManager(name[..^Ending.Length], typeof(Texts).Assembly);
            var set = manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false);
            foreach (
                System.Collections.DictionaryEntry entry in set ?? throw new MissingManifestResourceException(name)
            )
            {
                texts.Add((string)entry.Key, (string)entry.Value!);
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool IsTexts(string resource) => resource.EndsWith(Ending, StringComparison.Ordinal);
}
