using System.Buffers;
using System.Globalization;
using System.Text;

namespace MethodCenter.Infrastructure.Tables.Csv;

/// <summary>Puts values into records of CSV.</summary>
internal sealed class CsvRecords(OutputBuffer buffer, char separator, bool oneColumn = false)
{
    private static readonly SearchValues<char> Harmless = SearchValues.Create("0123456789.,+- \u00A0");

    /// <summary>What other programs take for a separator.</summary>
    private static readonly SearchValues<char> Foreign = SearchValues.Create(";,\t|");

    /// <summary>Where there is but one column, a reader takes whatever separates elsewhere for the separator.</summary>
    private readonly SearchValues<char> _special = SearchValues.Create([
        separator,
        .. oneColumn ? CsvDialect.Known : [],
        '"',
        '\r',
        '\n',
    ]);
    private bool _begun;

    public static void WriteMark(OutputBuffer buffer) => buffer.Write([0xEF, 0xBB, 0xBF]);

    /// <summary>A text, with quotes where it needs them and kept from being taken for a formula.</summary>
    public void Text(ReadOnlySpan<char> value) => Write(value, FormulaGuard.IsDangerous(value));

    /// <summary>A value of another CSV file, which reads the same. Numbers and what is guarded already stay as they are.</summary>
    public void Copy(ReadOnlySpan<char> value) =>
        Write(
            value,
            FormulaGuard.IsDangerous(value)
                && value.TrimStart() is not [FormulaGuard.Mark, ..]
                && value.ContainsAnyExcept(Harmless)
        );

    private void Write(ReadOnlySpan<char> value, bool guarded)
    {
        Separate();

        // Where a program takes another separator than ours, a text without quotes becomes two cells, and the second may
        // begin as a formula. Of a number nothing but numbers can come.
        var quoted = value.ContainsAny(_special) || (value.ContainsAny(Foreign) && value.ContainsAnyExcept(Harmless));
        var target = buffer.GetSpan((value.Length * 4) + 3);
        var length = 0;
        if (quoted)
        {
            target[length++] = (byte)'"';
        }

        if (guarded)
        {
            target[length++] = (byte)FormulaGuard.Mark;
        }

        while (quoted && value.IndexOf('"') is >= 0 and var quote)
        {
            length += Encoding.UTF8.GetBytes(value[..(quote + 1)], target[length..]);
            target[length++] = (byte)'"';
            value = value[(quote + 1)..];
        }

        length += Encoding.UTF8.GetBytes(value, target[length..]);
        if (quoted)
        {
            target[length++] = (byte)'"';
        }

        buffer.Advance(length);
    }

    public void Number(decimal? value)
    {
        Separate();
        if (value is { } number)
        {
            var target = buffer.GetSpan(40);
            number.TryFormat(target, out var length, default, CultureInfo.InvariantCulture);
            var point = target[..length].IndexOf((byte)'.');
            if (point >= 0)
            {
                target[point] = (byte)',';
            }

            buffer.Advance(length);
        }
    }

    /// <summary>A value whose form needs no quotes.</summary>
    public void Plain<T>(T? value, string format)
        where T : struct, IUtf8SpanFormattable
    {
        Separate();
        if (value is { } plain)
        {
            plain.TryFormat(buffer.GetSpan(64), out var length, format, CultureInfo.InvariantCulture);
            buffer.Advance(length);
        }
    }

    public void End()
    {
        buffer.Write("\r\n"u8);
        _begun = false;
    }

    private void Separate()
    {
        if (_begun)
        {
            buffer.WriteByte((byte)separator);
        }

        _begun = true;
    }
}
