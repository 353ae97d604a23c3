using System.Buffers;
using System.Globalization;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>What a number format makes of a number.</summary>
internal enum NumberKind : byte
{
    Number,
    Day,
    DayAndTime,
    Time,
}

/// <summary>Excel has no dates, only numbers that are shown as dates.</summary>
internal static class DateFormats
{
    private static readonly SearchValues<char> Durations = SearchValues.Create("hHmMsS");
    private static readonly DateTime Epoch1900 = new(1899, 12, 30);
    private static readonly DateTime Epoch1904 = new(1904, 1, 1);

    /// <summary>Formats that have a number instead of a text.</summary>
    public static NumberKind OfBuiltIn(int format) =>
        format switch
        {
            >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 54 or 57 or 58 => NumberKind.Day,
            22 => NumberKind.DayAndTime,
            >= 18 and <= 21 or >= 32 and <= 35 or 45 or 47 or 55 or 56 => NumberKind.Time,
            _ => NumberKind.Number, // 46 is a duration: [h]:mm:ss
        };

    /// <summary>By the letters that stand outside of quotes, brackets and escapes, in the section for positive numbers.</summary>
    public static NumberKind Of(ReadOnlySpan<char> format)
    {
        bool day = false,
            time = false,
            month = false;
        for (var at = 0; at < format.Length && format[at] != ';'; at++)
        {
            switch (format[at])
            {
                case '"':
                    at = Past(format, at, '"');
                    break;
                case '[':
                    var inside = at + 1;
                    at = Past(format, at, ']');
                    if (inside < at && at < format.Length && !format[inside..at].ContainsAnyExcept(Durations))
                    {
                        return NumberKind.Number; // [h], [mm]: a duration
                    }

                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case 'd' or 'D' or 'y' or 'Y':
                    day = true;
                    break;
                case 'm' or 'M':
                    month = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    time = true;
                    break;
                default:
                    break;
            }
        }

        return day ? (time ? NumberKind.DayAndTime : NumberKind.Day)
            : time ? NumberKind.Time
            : month ? NumberKind.Day
            : NumberKind.Number;
    }

    /// <summary>The cell of a number that is shown as a date; null when there is no such date.</summary>
    public static Cell? Read(double serial, NumberKind kind, bool from1904)
    {
        if (kind == NumberKind.Time && serial is >= 0 and < 1)
        {
            var time = DateTime.MinValue.AddSeconds(Math.Round(serial * 86_400));
            return new Cell(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture), CellMarks.Time);
        }

        if (ToDate(serial, from1904) is not { } date)
        {
            return null;
        }

        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return date.TimeOfDay == TimeSpan.Zero
            ? new Cell(day, CellMarks.Date)
            : new Cell(
                date.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
                CellMarks.Date | CellMarks.Time,
                kind == NumberKind.Day ? day : null
            );
    }

    /// <summary>A date that is written as one (<c>t="d"</c>).</summary>
    public static Cell? Read(ReadOnlySpan<char> iso)
    {
        if (
            !DateTime.TryParse(
                iso,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
                out var date
            )
        )
        {
            return null;
        }

        return Read((date - Epoch1900).TotalDays, NumberKind.DayAndTime, from1904: false);
    }

    /// <summary>Excel believes in 29 February 1900, so earlier days are one less.</summary>
    public static double ToSerial(DateTime date)
    {
        var serial = (date - Epoch1900).TotalDays;
        return serial < 61 ? serial - 1 : serial;
    }

    private static DateTime? ToDate(double serial, bool from1904)
    {
        var seconds = Math.Round(serial * 86_400);
        if (from1904)
        {
            return serial is >= 0 and < 2_957_004 ? Epoch1904.AddSeconds(seconds) : null;
        }

        return serial switch
        {
            >= 61 and < 2_958_466 => Epoch1900.AddSeconds(seconds),
            >= 1 and < 60 => Epoch1900.AddDays(1).AddSeconds(seconds),
            _ => null,
        };
    }

    private static int Past(ReadOnlySpan<char> format, int at, char end)
    {
        var length = format[(at + 1)..].IndexOf(end);
        return length < 0 ? format.Length : at + 1 + length;
    }
}
