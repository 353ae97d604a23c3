using System.Collections.Frozen;
using System.Globalization;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Common.Reports;

/// <summary>The names of kinds, dimensions and measures: those of the report, else those that all reports share.</summary>
/// <remarks><c>report.cell.{report}.{word}</c> in the area's texts; <c>report.cell.{word}</c> in the common ones.</remarks>
public static class ReportWords
{
    /// <summary>The texts under which a word of a report may stand, the nearest first.</summary>
    public static IReadOnlyList<string> Codes(ReportCode report, string word) =>
        [$"report.cell.{report.Value}.{word}", $"report.cell.{word}"];

    internal static string Of(ReportCode report, string word, bool? english)
    {
        var texts = Texts.Texts.All(english ?? IsEnglish);
        return Codes(report, word).Select(code => texts.GetValueOrDefault(code)).OfType<string>().FirstOrDefault()
            ?? word;
    }

    /// <summary>A value of a dimension: that of an enum by its name.</summary>
    internal static string Value(ReportDimension dimension, string value, bool? english) =>
        dimension.Vocabulary is { } vocabulary && Enum.TryParse(vocabulary, value, ignoreCase: true, out var named)
            ? Texts.Texts.Name((Enum)named!, english ?? IsEnglish)
            : value;

    internal static string Of(string code, bool english) =>
        Texts.Texts.Get(code, FrozenDictionary<string, object?>.Empty, english);

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
