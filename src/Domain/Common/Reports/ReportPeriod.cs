using System.Globalization;

namespace MethodCenter.Domain.Common.Reports;

/// <summary>What a report counts by.</summary>
public enum ReportPeriodKind
{
    /// <summary>A whole academic year.</summary>
    AcademicYear,

    /// <summary>A whole calendar year.</summary>
    CalendarYear,

    /// <summary>The state of one day.</summary>
    Day,

    /// <summary>Any days, also without a first or a last one.</summary>
    Days,

    /// <summary>No period: what there is.</summary>
    Always,
}

/// <summary>The days that a report covers. One way to write each: what is written otherwise is brought to it.</summary>
/// <remarks>
/// <c>2019-2020</c> is an academic year, <c>2026</c> a calendar year, <c>2026-11-28</c> a day,
/// <c>2026-01-01/2026-06-30</c> an interval (ISO 8601), an open end of which is <c>..</c>.
/// </remarks>
public readonly record struct ReportPeriod(DateOnly? From, DateOnly? To)
{
    /// <summary>Characters of the longest way to write one.</summary>
    public const int MaxLength = 21;

    public const string Always = "always";
    private const string Open = "..";
    private const string DayForm = "yyyy-MM-dd";

    public static ReportPeriod Of(AcademicYear year) => new(year.From, year.To);

    public static ReportPeriod OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    public static ReportPeriod Of(DateOnly day) => new(day, day);

    /// <summary>The academic year that it is; null: another period.</summary>
    public AcademicYear? AsAcademicYear =>
        From is { } first && To is { } last && IsSupported(first) && AcademicYear.Of(first) is var year
            ? (year.From, year.To) == (first, last)
                ? year
                : null
            : null;

    /// <summary>The calendar year that it is; null: another period.</summary>
    public int? AsCalendarYear =>
        From is { } first && To is { } last && OfYear(first.Year) == new ReportPeriod(first, last) ? first.Year : null;

    /// <summary>The day that it is; null: another period.</summary>
    public DateOnly? AsDay => From == To ? From : null;

    /// <summary>With an open end at the border of the academic year of the other one.</summary>
    public Result<(DateOnly From, DateOnly To)> Completed()
    {
        var (first, last) = (From ?? To, To ?? From);
        return first is not { } from || last is not { } to || !IsSupported(from) || !IsSupported(to)
            ? ReportPeriodErrors.NotCounted(ReportPeriodKind.Days)
            : (From ?? AcademicYear.Of(to).From, To ?? AcademicYear.Of(from).To);
    }

    /// <summary>Whether a report of the kind can be asked for it.</summary>
    public bool Is(ReportPeriodKind kind) =>
        kind switch
        {
            ReportPeriodKind.AcademicYear => AsAcademicYear is not null,
            ReportPeriodKind.CalendarYear => AsCalendarYear is not null,
            ReportPeriodKind.Day => AsDay is not null,
            ReportPeriodKind.Always => this == default,
            _ => From is null || To is null || From <= To,
        };

    /// <summary>Reads a period; false: it is none, or none of those by which the report counts.</summary>
    public static bool TryParse(string text, ReportPeriodKind kind, out ReportPeriod period) =>
        TryRead(text, out period) && period.Is(kind);

    public override string ToString() =>
        this == default ? Always
        : AsAcademicYear is { } academic ? academic.ToString()
        : AsCalendarYear is { } calendar ? calendar.ToString("0000", CultureInfo.InvariantCulture)
        : AsDay is { } day ? Write(day)
        : $"{Write(From)}/{Write(To)}";

    private static bool TryRead(string text, out ReportPeriod period)
    {
        period = default;
        if (text == Always)
        {
            return true;
        }

        if (AcademicYear.TryParse(text, out var academic))
        {
            period = Of(academic);
            return true;
        }

        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            period = year > 0 ? OfYear(year) : default;
            return year > 0;
        }

        var parts = text.Split('/');
        if (parts.Length > 2 || !TryDay(parts[0], out var from) || !TryDay(parts[^1], out var to))
        {
            return false;
        }

        period = new ReportPeriod(from, to);
        return period != default;
    }

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? read
            : null;
        return day is not null || text == Open;
    }

    private static string Write(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture) ?? Open;

    private static bool IsSupported(DateOnly day) =>
        day.Year is > AcademicYear.FirstSupported and < AcademicYear.LastSupported;
}
