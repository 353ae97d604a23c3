using System.Globalization;
using System.Text.RegularExpressions;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>
/// The years of the work in progress of the demo, and of the examples that rest on it: written for one year, they move by
/// whole years with the day on which the demo is made, so that all of it has just happened on each day.
/// </summary>
/// <remarks>Days and school years before <c>2025</c> are history, which stands.</remarks>
public sealed partial class DemoYears
{
    private const int First = 2025;

    /// <summary>No day that must not lie ahead was written after this one.</summary>
    private static readonly DateOnly Written = new(2026, 11, 16);

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private readonly int _moved;

    private DemoYears(int moved) => _moved = moved;

    /// <summary>As they are written.</summary>
    public static DemoYears AsWritten { get; } = new(0);

    /// <summary>Before the year in which the work in progress begins there is none.</summary>
    public bool HavePassed => _moved >= -1;

    /// <summary>The years of a demo that is made on the day.</summary>
    public static DemoYears On(DateOnly today)
    {
        var moved = today.Year - Written.Year;
        return new DemoYears(today < Written.AddYears(moved) ? moved - 1 : moved);
    }

    /// <summary>The years of a demo that is made now.</summary>
    public static DemoYears Now(TimeProvider time) =>
        On(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime));

    /// <summary>A year as it is written, moved.</summary>
    public int Move(int year) => year < First ? year : year + _moved;

    /// <summary>A day as it is written, moved.</summary>
    public DateOnly Move(DateOnly day) => day.Year < First ? day : day.AddYears(_moved);

    /// <summary>A text in which the days and years are moved; numbers that only look like a year stand.</summary>
    public string Move(string text) =>
        _moved == 0 ? text : Written20().Replace(text, found => Year().Replace(found.Value, year => Moved(year.Value)));

    private string Moved(string year)
    {
        // «2026/27» ends with the two digits of the next year.
        var (digits, century) = year.Length == 2 ? (year, 2000) : (year, 0);
        var number = int.Parse(digits, CultureInfo.InvariantCulture) + century;
        var moved = Move(number) - century;
        return moved.ToString(century == 0 ? "D4" : "D2", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"(?<![\w.-])(?:20\d\d-\d\d-\d\d(?!\d)|20\d\d-20\d\d(?![\w-])|20\d\d/\d\d(?!\d)|\d\d\.\d\d\.20\d\d(?!\d)|20\d\d(?= года?\b))",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Written20();

    [GeneratedRegex(@"20\d\d|(?<=/)\d\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
