using System.Buffers;
using System.Globalization;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Application.Common.Datasets;

/// <summary>Reads cells as people in Russia write them.</summary>
internal static class Cells
{
    private const double LastSerial = 73050; // 31.12.2099
    private const double DaysTo1904 = 1462;

    private static readonly SearchValues<char> YearSymbols = SearchValues.Create("0123456789-");

    public static string? Text(ImportRow row, Column column, in Cell cell)
    {
        var text = cell.Seen;
        if (LooksGarbled(text))
        {
            row.Refuse(ImportErrors.Garbled, column.Name, text);
            return null;
        }

        if (HoldsMarkup(text))
        {
            row.Refuse(ImportErrors.Markup, column.Name, text);
            return null;
        }

        return text;
    }

    public static DateOnly? Day(ImportRow row, Column column, in Cell cell)
    {
        var text = cell.Text;
        if (text.Length == 10 && TryRussian(text, out var day))
        {
            return day;
        }

        if ((cell.Marks & CellMarks.Number) != 0 && TrySerial(text, (cell.Marks & CellMarks.From1904) != 0, out day))
        {
            row.Warn(ImportWarnings.DateAsSerial.With("day", day), column.Name, text);
            return day;
        }

        if (WrittenDay.Read(text) is not { } written)
        {
            row.Refuse(ImportErrors.NotADay, column.Name, text);
            return null;
        }

        if (written.Time is { } time)
        {
            row.Warn(ImportWarnings.TimeDropped.With("day", written.Day).With("time", time), column.Name, text);
        }

        if (written.ShortYear)
        {
            row.Warn(ImportWarnings.ShortYear.With("day", written.Day), column.Name, text);
        }

        return written.Day;
    }

    public static decimal? Number(ImportRow row, Column column, in Cell cell)
    {
        var text = cell.Text;
        if (text.AsSpan().IndexOfAny(',', ' ', '\u00A0') >= 0)
        {
            text = text.Replace(',', '.')
                .Replace(" ", "", StringComparison.Ordinal)
                .Replace("\u00A0", "", StringComparison.Ordinal);
        }

        if (
            !decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            row.Refuse(ImportErrors.NotANumber, column.Name, cell.Text);
            return null;
        }

        if ((cell.Marks & CellMarks.FromText) != 0)
        {
            row.Warn(ImportWarnings.NumberAsText, column.Name, cell.Text);
        }

        return number;
    }

    public static int? Whole(ImportRow row, Column column, in Cell cell)
    {
        if (Number(row, column, cell) is not { } number)
        {
            return null;
        }

        if (number != decimal.Truncate(number) || number is < int.MinValue or > int.MaxValue)
        {
            row.Refuse(ImportErrors.NotWhole, column.Name, cell.Text);
            return null;
        }

        return (int)number;
    }

    /// <summary>2025-2026, 2025/2026, 2025–26 and the same with «уч. год» behind.</summary>
    public static AcademicYear? Year(ImportRow row, Column column, in Cell cell)
    {
        var text = SearchText.Normalize(cell.Text).Replace('/', '-').Replace(" ", "", StringComparison.Ordinal);
        var end = text.AsSpan().IndexOfAnyExcept(YearSymbols);
        var (years, rest) =
            end < 0 ? (text, "") : (text[..end], text[end..].Replace(".", "", StringComparison.Ordinal));
        if (years.Length == 7)
        {
            years = $"{years[..5]}{years[..2]}{years[5..]}";
        }

        if (rest is "" or "Г" or "ГГ" or "УЧГ" or "УЧГОД" or "УЧЕБНЫЙГОД" && AcademicYear.TryParse(years, out var year))
        {
            return year;
        }

        row.Refuse(ImportErrors.NotAYear, column.Name, cell.Text);
        return null;
    }

    public static bool? Flag(ImportRow row, Column column, in Cell cell)
    {
        switch (cell.Text.ToUpperInvariant())
        {
            case "ДА" or "YES" or "TRUE" or "1" or "ИСТИНА":
                return true;
            case "НЕТ" or "NO" or "FALSE" or "0" or "ЛОЖЬ":
                return false;
            default:
                row.Refuse(ImportErrors.NotAFlag, column.Name, cell.Text);
                return null;
        }
    }

    /// <summary>31.12.2025 without the general parser, since most cells of a staff list are such.</summary>
    private static bool TryRussian(string text, out DateOnly day)
    {
        day = default;
        if (text[2] != '.' || text[5] != '.')
        {
            return false;
        }

        var (date, month, year) = (Two(text, 0), Two(text, 3), (Two(text, 6) * 100) + Two(text, 8));
        if (date < 1 || month is < 1 or > 12 || year < 1 || date > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, date);
        return true;
    }

    private static int Two(string text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return tens is < 0 or > 9 || ones is < 0 or > 9 ? -10_000 : (tens * 10) + ones;
    }

    /// <summary>A day as spreadsheets count it, from 1900 or as old Macs from 1904.</summary>
    private static bool TrySerial(string text, bool from1904, out DateOnly day)
    {
        day = default;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial))
        {
            return false;
        }

        serial += from1904 ? DaysTo1904 : 0;
        if (serial is < 61 or > LastSerial)
        {
            return false;
        }

        day = DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(serial)));
        return true;
    }

    /// <summary>«Èâàíîâ»: Windows-1251 that somebody has read as Western European, or letters that were lost.</summary>
    private static bool LooksGarbled(string text)
    {
        var western = 0;
        foreach (var symbol in text)
        {
            if (symbol == '\uFFFD')
            {
                return true;
            }

            if (symbol is >= '\u00C0' and <= '\u00FF')
            {
                western++;
            }
        }

        return western >= 3 && western * 2 > text.Length;
    }

    private static bool HoldsMarkup(string text)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        return open >= 0
            && open + 1 < text.Length
            && (char.IsAsciiLetter(text[open + 1]) || text[open + 1] is '/' or '!')
            && text.IndexOf('>', open) > 0;
    }
}
