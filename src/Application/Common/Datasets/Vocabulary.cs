using System.Collections.Frozen;
using System.Text.Json;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Application.Common.Datasets;

/// <summary>The values of an enum as people write them: code, Russian name, English name.</summary>
internal static class Vocabulary<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<string, TEnum> ByText = Enum.GetValues<TEnum>()
        .SelectMany(value =>
            new[] { Code(value), Texts.Texts.Name(value, english: false), Texts.Texts.Name(value, english: true) }
                .Select(SearchText.Normalize)
                .Distinct(StringComparer.Ordinal)
                .Select(text => (text, value))
        )
        .DistinctBy(pair => pair.text)
        .ToFrozenDictionary(pair => pair.text, pair => pair.value, StringComparer.Ordinal);

    private static readonly FrozenDictionary<TEnum, TableValue> Known = Enum.GetValues<TEnum>()
        .ToFrozenDictionary(
            value => value,
            value => new TableValue(Code(value), Texts.Texts.Name(value, english: false))
        );

    public static IReadOnlyList<TableValue> Values { get; } =
    [.. Enum.GetValues<TEnum>().Select(value => Known[value])];

    /// <summary>All names, for people.</summary>
    public static string All { get; } = string.Join(", ", Values.Select(value => $"«{value.Text}»"));

    public static string Write(TEnum value, bool codes) => codes ? Known[value].Code : Known[value].Text;

    public static bool TryRead(string text, out TEnum value) =>
        ByText.TryGetValue(text, out value) || ByText.TryGetValue(SearchText.Normalize(text), out value);

    private static string Code(TEnum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
