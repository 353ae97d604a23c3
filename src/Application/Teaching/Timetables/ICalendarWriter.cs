using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MethodCenter.Application.Teaching.Timetables;

/// <summary>A lesson in a calendar, in the time of the centre.</summary>
internal sealed record ICalendarEntry(Guid Id, int Sequence, DateOnly Date, TimeOnly From, TimeOnly To, string Summary)
{
    public string? Description { get; init; }

    public string? Location { get; init; }

    public bool Cancelled { get; init; }
}

/// <summary>Writes a calendar (RFC 5545): UTC instants, folded lines of 75 octets, escaped texts.</summary>
/// <remarks>Instants in UTC need no VTIMEZONE, and mean the same in a subscriber's calendar anywhere.</remarks>
internal sealed class ICalendarWriter
{
    private const int LineOctets = 75;
    private const string Instant = "yyyyMMdd'T'HHmmss'Z'";

    private readonly StringBuilder _text = new();
    private readonly TimeZoneInfo _zone;
    private readonly string _stamp;

    /// <param name="name">Name of the calendar.</param>
    /// <param name="zone">In which its days are.</param>
    /// <param name="now">When it is made: the stamp of its entries (3.8.7.2).</param>
    public ICalendarWriter(string name, TimeZoneInfo zone, DateTimeOffset now)
    {
        _zone = zone;
        _stamp = "DTSTAMP:" + now.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//MethodCenter//Timetable//RU");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line("X-WR-CALNAME:" + Escape(name));
        Line("X-WR-TIMEZONE:" + Escape(zone.Id));
    }

    public void Add(ICalendarEntry entry)
    {
        Line("BEGIN:VEVENT");
        Line($"UID:{entry.Id}@methodcenter");
        Line(_stamp);
        Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"));
        Line("DTSTART:" + Utc(entry.Date, entry.From));
        Line("DTEND:" + Utc(entry.Date, entry.To));
        Line("SUMMARY:" + Escape(entry.Summary));
        if (entry.Description is not null)
        {
            Line("DESCRIPTION:" + Escape(entry.Description));
        }

        if (entry.Location is not null)
        {
            Line("LOCATION:" + Escape(entry.Location));
        }

        Line(entry.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line("END:VEVENT");
    }

    /// <summary>Tells calendars apart that say different things, whenever they were made.</summary>
    public string Tag()
    {
        var said = _text.ToString().Replace(_stamp, "", StringComparison.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said)), 0, 16);
    }

    /// <summary>The whole calendar; nothing can be added after.</summary>
    public override string ToString() => _text + "END:VCALENDAR\r\n";

    private string Utc(DateOnly date, TimeOnly time) =>
        TimeZoneInfo
            .ConvertTimeToUtc(date.ToDateTime(time, DateTimeKind.Unspecified), _zone)
            .ToString(Instant, CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r\n", "\\n", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line of more than 75 octets goes on in the next one, after a space; no character is cut.</summary>
    private void Line(string content)
    {
        var octets = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }
}
