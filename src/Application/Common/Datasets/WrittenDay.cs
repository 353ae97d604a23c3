using System.Globalization;
using System.Text.RegularExpressions;

namespace MethodCenter.Application.Common.Datasets;

/// <summary>A day as people and programs write it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The time of day beside it; null: none, or midnight, which 1С and Excel write for none.</param>
/// <param name="ShortYear">The year had two digits.</param>
internal sealed partial record WrittenDay(DateOnly Day, string? Time, bool ShortYear)
{
    private const int Longest = 60;

    /// <summary>As spreadsheets read them: up to 29 it is this century.</summary>
    private const int LastOfThisCentury = 29;

    private static readonly string[] Months =
    [
        "янв",
        "фев",
        "мар",
        "апр",
        "мая",
        "июн",
        "июл",
        "авг",
        "сен",
        "окт",
        "ноя",
        "дек",
    ];

    /// <summary>Null: the text is not a day.</summary>
    public static WrittenDay? Read(string text)
    {
        if (text.Length > Longest || Pattern().Match(text) is not { Success: true } found)
        {
            return null;
        }

        var written = found.Groups["year"].Value;
        var year = Number(written);
        var isShort = written.Length == 2;
        if (isShort)
        {
            year += year <= LastOfThisCentury ? 2000 : 1900;
        }

        var month = found.Groups["word"] is { Success: true } word
            ? MonthOf(word.Value)
            : Number(found.Groups["month"].Value);
        var day = Number(found.Groups["day"].Value);
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var time = found.Groups["time"].Value;
        return new WrittenDay(
            new DateOnly(year, month, day),
            time.Any(symbol => symbol is >= '1' and <= '9') || found.Groups["half"].Success ? time.Trim() : null,
            isShort
        );
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int MonthOf(string word)
    {
        var name = word.ToLowerInvariant();
        var month = Array.FindIndex(Months, start => name.StartsWith(start, StringComparison.Ordinal)) + 1;
        return name == "май" ? 5 : month;
    }

    /// <summary>
    /// 31.12.2025, 31.12.25, 31/12/2025, 2025-12-31, «31» декабря 2025 г., each with a time behind it or without.
    /// </summary>
    [GeneratedRegex(
        """
            ^\s*
            (?:
                (?<year>[0-9]{4})(?<sign>[-./])(?<month>[0-9]{1,2})\k<sign>(?<day>[0-9]{1,2})
              | (?<day>[0-9]{1,2})(?<sign>[-./])(?<month>[0-9]{1,2})\k<sign>(?<year>[0-9]{4}|[0-9]{2})(?![0-9])
              | ["«]?(?<day>[0-9]{1,2})["»]?\s+(?<word>янв|февр?|марта?|апр|мая|май|июн|июля?|авг|сент?|окт|нояб?|дек|января|февраля|апреля|июня|августа|сентября|октября|ноября|декабря)\.?\s+(?<year>[0-9]{4}|[0-9]{2})(?![0-9])
            )
            (?:\s*(?:г|год|года)\.?)?
            (?:(?:T|,?\s+)(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,7})?)?)(?:\s*(?<half>[AaPp][Mm]))?\s*(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?
            \s*$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: Timeout.Infinite // short texts only; a clock would fail them on a busy machine
    )]
    private static partial Regex Pattern();
}
