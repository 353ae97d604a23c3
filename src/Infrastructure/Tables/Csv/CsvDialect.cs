using System.Collections.Immutable;

namespace MethodCenter.Infrastructure.Tables.Csv;

/// <summary>Tells the separator from the header and the line below it.</summary>
internal static class CsvDialect
{
    public const char Default = ';';

    /// <summary>The more usual first.</summary>
    public static readonly ImmutableArray<char> Known = [Default, '\t', ','];

    /// <summary>Separators that other programs write.</summary>
    private static readonly ImmutableArray<char> Foreign = ['|', '¦', '^'];

    /// <summary>The line «sep=;» that tells Excel the separator: its length with the line end, or 0.</summary>
    public static int Declaration(ReadOnlySpan<char> text, out char separator)
    {
        separator = Default;
        var end = text.IndexOfAny('\r', '\n');
        var line = (end < 0 ? text : text[..end]).Trim('"');
        if (!line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || line.Length != 5)
        {
            return 0;
        }

        separator = line[4];
        if (separator == '"' || !char.IsAscii(separator) || char.IsLetterOrDigit(separator))
        {
            return 0;
        }

        return end < 0 ? text.Length
            : text[end..].StartsWith("\r\n") ? end + 2
            : end + 1;
    }

    /// <summary>The separator; null with the foreign one that the header has instead.</summary>
    /// <param name="titled">The first line has no separator but the next one has: it is a title.</param>
    public static char? Detect(ReadOnlySpan<char> text, out char foreign, out bool titled)
    {
        foreign = default;
        titled = false;
        var header = Record(ref text);
        var below = Record(ref text);
        var best = Default;
        var most = 0;
        var agrees = false;
        foreach (var separator in Known)
        {
            var count = Count(header, separator);
            if (count == 0)
            {
                continue;
            }

            var same = Count(below, separator) == count;
            if (most == 0 || (same && !agrees) || (same == agrees && count > most))
            {
                (best, most, agrees) = (separator, count, same);
            }
        }

        // A comma may stand in the sentence of a title, and below in the value of a single column.
        var semicolons = Count(below, Default);
        var tabs = Count(below, '\t');
        if (semicolons + tabs > 0 && (most == 0 || (best == ',' && !below.Contains(','))))
        {
            titled = true;
            return tabs > semicolons ? '\t' : Default;
        }

        foreach (var symbol in Foreign)
        {
            if (most == 0 && header.Contains(symbol))
            {
                foreign = symbol;
                return null;
            }
        }

        return best;
    }

    /// <summary>Takes off the next lines that are one record and not blank.</summary>
    private static ReadOnlySpan<char> Record(ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart("\r\n");
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            quoted ^= text[at] == '"';
            if (!quoted && text[at] is ('\r' or '\n'))
            {
                var record = text[..at];
                text = text[at..];
                return record;
            }
        }

        // A quote left open is a sign for inches or a slip: the line ends where it ends.
        var end = quoted ? text.IndexOfAny('\r', '\n') : -1;
        var rest = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[end..];
        return rest;
    }

    private static int Count(ReadOnlySpan<char> record, char separator)
    {
        var respected = record.Count('"') % 2 == 0;
        var quoted = false;
        var count = 0;
        foreach (var symbol in record)
        {
            quoted ^= respected && symbol == '"';
            count += !quoted && symbol == separator ? 1 : 0;
        }

        return count;
    }
}
