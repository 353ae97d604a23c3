using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Puts a text together from its pieces in XML.</summary>
internal sealed class XmlText(int longest)
{
    private char[] _chars = new char[256];
    private int _length;

    /// <summary>More was added than a text may have; the rest is dropped.</summary>
    public bool IsTooLong => _length > longest;

    /// <summary>
    /// Ends the text: trimmed, with Excel's <c>_x000D_</c> made into the character. Valid until the next one begins.
    /// </summary>
    public ReadOnlySpan<char> Finish()
    {
        var text = _chars.AsSpan(0, _length);
        _length = 0;
        return (text.Contains("_x", StringComparison.Ordinal) ? Unescape(text) : text).Trim();
    }

    public void Append(ReadOnlySpan<byte> written)
    {
        while (!written.IsEmpty && !IsTooLong)
        {
            var special = written.IndexOfAny((byte)'&', (byte)'\r');
            Decode(special < 0 ? written : written[..special]);
            if (special < 0)
            {
                return;
            }

            written = written[special..];
            if (written[0] == (byte)'\r')
            {
                // XML has one line end.
                Add('\n');
                written = written.StartsWith("\r\n"u8) ? written[2..] : written[1..];
                continue;
            }

            var end = written.IndexOf((byte)';');
            if (end < 0)
            {
                throw Damaged();
            }

            Refer(written[1..end]);
            written = written[(end + 1)..];
        }
    }

    private void Decode(ReadOnlySpan<byte> written)
    {
        Reserve(written.Length);
        var status = Utf8.ToUtf16(
            written,
            _chars.AsSpan(_length),
            out _,
            out var length,
            replaceInvalidSequences: false
        );
        if (status != OperationStatus.Done)
        {
            throw Damaged();
        }

        _length += length;
    }

    private void Refer(ReadOnlySpan<byte> name)
    {
        if (name is [(byte)'#', ..])
        {
            var hexadecimal = name.Length > 1 && name[1] is (byte)'x' or (byte)'X';
            if (
                !int.TryParse(
                    name[(hexadecimal ? 2 : 1)..],
                    hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var code
                ) || !Rune.TryCreate(code, out var rune)
            )
            {
                throw Damaged();
            }

            Reserve(2);
            _length += rune.EncodeToUtf16(_chars.AsSpan(_length));
            return;
        }

        Add(
            name.SequenceEqual("lt"u8) ? '<'
            : name.SequenceEqual("gt"u8) ? '>'
            : name.SequenceEqual("amp"u8) ? '&'
            : name.SequenceEqual("quot"u8) ? '"'
            : name.SequenceEqual("apos"u8) ? '\''
            : throw Damaged()
        );
    }

    private void Add(char symbol)
    {
        Reserve(1);
        _chars[_length++] = symbol;
    }

    /// <summary>A letter takes no more characters than it has bytes.</summary>
    private void Reserve(int count)
    {
        if (_length + count > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, _length + count));
        }
    }

    private static Span<char> Unescape(Span<char> text)
    {
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (
                text[at..] is ['_', 'x', _, _, _, _, '_', ..]
                && ushort.TryParse(
                    text.Slice(at + 2, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                text[length++] = (char)code;
                at += 6;
                continue;
            }

            text[length++] = text[at];
        }

        return text[..length];
    }

    private static TableFileException Damaged() => new(TableErrors.Damaged, null);
}
