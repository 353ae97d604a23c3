using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Csv;

/// <summary>
/// Takes a CSV text apart into records (RFC 4180, any line ends). A quote inside of a value that does not begin with one is an
/// ordinary character, as people write «Школа "Радуга"».
/// </summary>
internal sealed class CsvParser(TextSource source, char separator, TableLimits limits, int firstLine = 1)
{
    private const char Quote = '"';
    private readonly List<Field> _fields = new(32);
    private char[] _unescaped = [];
    private int _length;
    private int _lines;
    private int _quoteLines;

    /// <summary>Line of the file on which the record begins.</summary>
    public int Line { get; private set; } = firstLine;

    public int Count => _fields.Count;

    /// <summary>Text stands after a closing quote: where the values end is a guess.</summary>
    public bool HasStrayQuote { get; private set; }

    public bool HasControlCharacter { get; private set; }

    /// <summary>The value of a field, valid until the next one is asked for.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            var field = _fields[index];
            var text = source.Window.Slice(field.Start, field.Length);
            return field.Escaped ? Unescape(text) : text;
        }
    }

    /// <summary>Goes to the next record; false at the end.</summary>
    /// <exception cref="TableFileException">What follows is not a record.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        source.Take(_length);
        Line += _lines;
        _length = 0;
        Scan scan;
        while ((scan = Next()) != Scan.Complete)
        {
            if (scan == Scan.End)
            {
                return false;
            }

            var quoted = scan == Scan.MoreQuoted && !HasStrayQuote;
            if (source.IsBroken)
            {
                var line = Line + CountLines(source.Window);
                throw new TableFileException(TableErrors.WrongEncoding(line), line);
            }

            if (source.IsLast || source.Window.Length > limits.Record)
            {
                throw quoted
                    ? new TableFileException(TableErrors.UnclosedQuote(Line + _quoteLines), Line + _quoteLines)
                    : TooLong();
            }

            await source.ExtendAsync(cancellationToken).ConfigureAwait(false);
        }

        HasControlCharacter = ControlCharacters.In(source.Window[.._length]);
        return _length <= limits.Record ? true : throw TooLong();
    }

    private TableFileException TooLong() => new(TableErrors.RecordTooLong(Line, limits.Record), Line);

    /// <summary>Tries to find a whole record at the beginning of the window.</summary>
    private Scan Next()
    {
        var text = source.Window;
        var last = source.IsLast;
        _fields.Clear();
        _lines = 0;
        HasStrayQuote = false;
        if (text.IsEmpty)
        {
            return last ? Scan.End : Scan.More;
        }

        var at = 0;
        while (true)
        {
            var start = at;
            if (at < text.Length && text[at] == Quote)
            {
                _quoteLines = _lines;
                if (!Quoted(text, last, ref at))
                {
                    return Scan.MoreQuoted;
                }
            }
            else
            {
                var length = text[at..].IndexOfAny(separator, '\r', '\n');
                if (length < 0 && !last)
                {
                    return Scan.More;
                }

                at = length < 0 ? text.Length : at + length;
                _fields.Add(new Field(start, at - start, false));
            }

            if (at == text.Length)
            {
                _length = at;
                return last ? Scan.Complete : Scan.More;
            }

            if (text[at] == separator)
            {
                at++;
                continue;
            }

            if (text[at] == '\r' && at + 1 == text.Length && !last)
            {
                return Scan.More; // a line feed may follow
            }

            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            _lines++;
            _length = at;
            return Scan.Complete;
        }
    }

    /// <summary>A field that begins with a quote; false when its end is not in the window.</summary>
    private bool Quoted(ReadOnlySpan<char> text, bool last, ref int at)
    {
        var start = ++at;
        var escaped = false;
        while (true)
        {
            var length = text[at..].IndexOf(Quote);
            if (length < 0)
            {
                return false;
            }

            at += length + 1;
            if (at == text.Length && !last)
            {
                return false; // a second quote may follow
            }

            if (at == text.Length || text[at] != Quote)
            {
                break;
            }

            escaped = true;
            at++;
        }

        var value = text[start..(at - 1)];
        _lines += CountLines(value);
        if (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
        {
            HasStrayQuote = true;
            var rest = text[at..].IndexOfAny(separator, '\r', '\n');
            if (rest < 0 && !last)
            {
                return false;
            }

            at = rest < 0 ? text.Length : at + rest;
            _fields.Add(new Field(start - 1, at - start + 1, false));
            return true;
        }

        _fields.Add(new Field(start, value.Length, escaped));
        return true;
    }

    private ReadOnlySpan<char> Unescape(ReadOnlySpan<char> text)
    {
        if (_unescaped.Length < text.Length)
        {
            _unescaped = new char[Math.Max(text.Length, 1024)];
        }

        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            _unescaped[length++] = text[at];
            at += text[at] == Quote ? 1 : 0;
        }

        return _unescaped.AsSpan(0, length);
    }

    private static int CountLines(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny('\r', '\n') < 0)
        {
            return 0;
        }

        var lines = text.Count('\n');
        for (var at = text.IndexOf('\r'); at >= 0 && at < text.Length; at++)
        {
            lines += text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n') ? 1 : 0;
        }

        return lines;
    }

    private readonly record struct Field(int Start, int Length, bool Escaped);

    private enum Scan
    {
        Complete,
        End,
        More,
        MoreQuoted,
    }
}
