using System.Buffers;
using System.Text;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>What the scanner stands at.</summary>
internal enum XmlPiece
{
    End,
    Open,
    Close,
    Text,
}

/// <summary>
/// Goes over the tags and texts of a part of a workbook, in a window of fixed size.
/// </summary>
/// <remarks>
/// It reads what programs for tables write, which is little of XML: UTF-8, no document type, no CDATA. Names are
/// compared without their prefix. What it does not know is refused, not guessed.
/// </remarks>
internal sealed class XmlScanner(Stream part) : IDisposable
{
    /// <summary>Longest tag; a longer text comes in pieces.</summary>
    private const int Window = 128 * 1024;

    /// <summary>Longest reference: &amp;#x10FFFF;</summary>
    private const int Reference = 12;

    private const int LongestPrefix = 64;

    private static readonly SearchValues<byte> TagStops = SearchValues.Create("\"'>"u8);
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);
    private readonly byte[] _window = new byte[Window];
    private int _at;
    private int _end;
    private int _next;
    private bool _last;
    private int _nameStart;
    private int _nameLength;
    private int _length;

    /// <summary>Name of the tag without its prefix.</summary>
    public ReadOnlySpan<byte> Name => _window.AsSpan(_nameStart, _nameLength);

    /// <summary>The tag has no content and no closing tag.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>Text as it is written, maybe only a part of it.</summary>
    public ReadOnlySpan<byte> Text => _window.AsSpan(_at, _length);

    public void Dispose() => part.Dispose();

    /// <summary>Goes to the next tag or text.</summary>
    /// <exception cref="TableFileException">The part is not XML of a workbook.</exception>
    public XmlPiece Read()
    {
        while (true)
        {
            _at = _next;
            if (_at >= _end && !Fill())
            {
                return XmlPiece.End;
            }

            if (_window[_at] != (byte)'<')
            {
                if (_window[_at] is 0 or 0xFE or 0xFF)
                {
                    throw Damaged(); // UTF-16
                }

                ReadText();
                return XmlPiece.Text;
            }

            var length = TagLength();
            _next = _at + length;
            switch (_window[_at + 1])
            {
                case (byte)'?':
                    CheckDeclaration(_window.AsSpan(_at, length));
                    break;
                case (byte)'!':
                    break; // a comment
                case (byte)'/':
                    ReadName(_at + 2);
                    return XmlPiece.Close;
                default:
                    ReadName(_at + 1);
                    IsSelfClosing = _window[_next - 2] == (byte)'/';
                    _length = length;
                    return XmlPiece.Open;
            }
        }
    }

    /// <summary>Goes straight to the next tag of the name, however far it is.</summary>
    public bool SkipTo(ReadOnlySpan<byte> name)
    {
        while (true)
        {
            var found = _window.AsSpan(_next, _end - _next).IndexOf(name);
            if (found < 0)
            {
                // The name may stand across the end of the window, behind its prefix.
                _next = Math.Max(_next, _end - name.Length - LongestPrefix);
                _at = _next;
                if (_last || !Fill())
                {
                    return false;
                }

                continue;
            }

            var before = _window.AsSpan(_next, found);
            var tag = before.LastIndexOf((byte)'<');
            if (tag < 0 || (tag + 1 < found && before[^1] != (byte)':'))
            {
                _next += found + name.Length;
                continue;
            }

            _next += tag;
            if (Read() == XmlPiece.Open && Name.SequenceEqual(name))
            {
                return true;
            }
        }
    }

    /// <summary>An attribute of the tag as it is written; empty when it is not there.</summary>
    /// <param name="prefixed">The name has a prefix, whichever it is.</param>
    public ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name, bool prefixed = false)
    {
        var rest = _window.AsSpan(_at, _length);
        var first = rest[(_nameStart + _nameLength - _at)..];
        if (
            !prefixed
            && first.Length > name.Length + 3
            && first[0] == (byte)' '
            && first[1..].StartsWith(name)
            && first[name.Length + 1] == (byte)'='
            && first[name.Length + 2] == (byte)'"'
        )
        {
            first = first[(name.Length + 3)..]; // the one that is mostly asked for comes first
            return first[..first.IndexOf((byte)'"')];
        }

        while (true)
        {
            var equals = rest.IndexOf((byte)'=');
            if (equals < 0 || equals + 1 >= rest.Length)
            {
                return [];
            }

            var quote = equals + 1 + rest[(equals + 1)..].IndexOfAny((byte)'"', (byte)'\'');
            if (quote <= equals)
            {
                return [];
            }

            var length = rest[(quote + 1)..].IndexOf(rest[quote]);
            if (length < 0)
            {
                return [];
            }

            var before = rest[..equals].TrimEnd(" \t\r\n"u8);
            if (before.EndsWith(name) && IsBoundary(before[..^name.Length], prefixed))
            {
                return rest.Slice(quote + 1, length);
            }

            rest = rest[(quote + 1 + length + 1)..];
        }
    }

    private static bool IsBoundary(ReadOnlySpan<byte> before, bool prefixed) =>
        prefixed ? before is [.., (byte)':'] : before is [.., (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r'];

    private void ReadName(int start)
    {
        var tag = _window.AsSpan(start, _next - start);
        var name = tag[..tag.IndexOfAny(NameEnds)];
        var prefix = name.IndexOf((byte)':') + 1;
        _nameStart = start + prefix;
        _nameLength = name.Length - prefix;
        if (_nameLength == 0)
        {
            throw Damaged();
        }
    }

    /// <summary>Length of the tag that begins here, which is brought into the window.</summary>
    private int TagLength()
    {
        while (true)
        {
            var tag = _window.AsSpan(_at, _end - _at);
            var length = tag switch
            {
                [_, (byte)'!', (byte)'-', (byte)'-', ..] => After(tag, 4, "-->"u8),
                [_, (byte)'!', (byte)'[', ..] => throw Damaged(),
                [_, (byte)'!', _, _, ..] => throw new TableFileException(TableErrors.UnsafeXml, null),
                [_, (byte)'?', ..] => After(tag, 2, "?>"u8),
                [_, (byte)'!', ..] => 0,
                _ => TagEnd(tag),
            };
            if (length > 0)
            {
                return length;
            }

            if (_last || tag.Length == Window)
            {
                throw Damaged();
            }

            Fill();
        }
    }

    private static int After(ReadOnlySpan<byte> tag, int from, ReadOnlySpan<byte> end)
    {
        var length = tag[from..].IndexOf(end);
        return length < 0 ? 0 : from + length + end.Length;
    }

    /// <summary>Position behind the &gt; that is not within a value; 0 when it is not in the window.</summary>
    private static int TagEnd(ReadOnlySpan<byte> tag)
    {
        var first = tag.IndexOf((byte)'>');
        if (first >= 0 && !tag[..first].Contains((byte)'\'') && tag[..first].Count((byte)'"') % 2 == 0)
        {
            return first + 1; // nearly always
        }

        var at = 1;
        while (true)
        {
            var stop = tag[at..].IndexOfAny(TagStops);
            if (stop < 0)
            {
                return 0;
            }

            at += stop + 1;
            if (tag[at - 1] == (byte)'>')
            {
                return at;
            }

            var close = tag[at..].IndexOf(tag[at - 1]);
            if (close < 0)
            {
                return 0;
            }

            at += close + 1;
        }
    }

    private void ReadText()
    {
        var text = _window.AsSpan(_at, _end - _at);
        var length = text.IndexOf((byte)'<');
        if (length < 0 && !_last)
        {
            Fill();
            text = _window.AsSpan(_at, _end - _at);
            length = text.IndexOf((byte)'<');
        }

        if (length < 0)
        {
            // A piece must not end within a letter or a reference.
            length = _last ? text.Length : Whole(text);
        }

        _length = length;
        _next = _at + length;
    }

    private static int Whole(ReadOnlySpan<byte> text)
    {
        var tail = Math.Max(0, text.Length - Reference);
        var reference = text[tail..].LastIndexOf((byte)'&');
        if (reference >= 0 && text[(tail + reference)..].IndexOf((byte)';') < 0)
        {
            return tail + reference;
        }

        var length = text.Length;
        while (length > text.Length - 4 && (text[length - 1] & 0xC0) == 0x80)
        {
            length--;
        }

        // A carriage return stays with the line feed that may follow it.
        return text[length - 1] >= 0xC0 || text[length - 1] == (byte)'\r' ? length - 1 : text.Length;
    }

    /// <summary>Moves what begins here to the front and reads on; false when nothing is left.</summary>
    private bool Fill()
    {
        _window.AsSpan(_at, _end - _at).CopyTo(_window);
        _end -= _at;
        _next -= _at;
        _at = 0;
        while (!_last && _end < Window)
        {
            var read = part.Read(_window, _end, Window - _end);
            _end += read;
            _last = read == 0;
        }

        return _end > 0;
    }

    private static void CheckDeclaration(ReadOnlySpan<byte> declaration)
    {
        var encoding = declaration.IndexOf("encoding"u8);
        if (!declaration.StartsWith("<?xml "u8) || encoding < 0)
        {
            return;
        }

        var name = Encoding.ASCII.GetString(declaration[(encoding + 8)..]).Trim('=', ' ', '"', '\'');
        if (
            !name.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("us-ascii", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw Damaged();
        }
    }

    private static TableFileException Damaged() => new(TableErrors.Damaged, null);
}
