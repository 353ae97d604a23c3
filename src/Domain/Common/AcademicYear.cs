using System.Globalization;

namespace MethodCenter.Domain.Common;

/// <summary>Academic year: 1 September – 31 August (GEN-3). Written <c>2019-2020</c>.</summary>
public readonly record struct AcademicYear : IComparable<AcademicYear>
{
    public const int Length = 9;
    public const int FirstSupported = 1990;
    public const int LastSupported = 2099;

    private AcademicYear(int startYear) => StartYear = startYear;

    /// <summary>The calendar year in which it begins.</summary>
    public int StartYear { get; }

    public DateOnly From => new(StartYear, 9, 1);

    public DateOnly To => new(StartYear + 1, 8, 31);

    public bool Contains(DateOnly day) => From <= day && day <= To;

    public static AcademicYear Starting(int year) =>
        year is >= FirstSupported and <= LastSupported
            ? new AcademicYear(year)
            : throw new ArgumentOutOfRangeException(nameof(year), year, "Not a supported academic year.");

    public static AcademicYear Of(DateOnly day) => Starting(day.Month >= 9 ? day.Year : day.Year - 1);

    public static bool TryParse(string? text, out AcademicYear year)
    {
        year = default;
        if (
            text is not { Length: Length }
            || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(text.AsSpan(5, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || end != start + 1
            || start is < FirstSupported or > LastSupported
        )
        {
            return false;
        }

        year = new AcademicYear(start);
        return true;
    }

    public int CompareTo(AcademicYear other) => StartYear.CompareTo(other.StartYear);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StartYear}-{StartYear + 1}");

    public static bool operator <(AcademicYear left, AcademicYear right) => left.CompareTo(right) < 0;

    public static bool operator >(AcademicYear left, AcademicYear right) => left.CompareTo(right) > 0;

    public static bool operator <=(AcademicYear left, AcademicYear right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AcademicYear left, AcademicYear right) => left.CompareTo(right) >= 0;
}
