using System.Buffers;
using System.Globalization;
using System.Text;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Collects the XML of one part and packs it block by block.</summary>
internal sealed class XmlOutput(Stream part) : IDisposable
{
    private const int Block = 32 * 1024;

    /// <summary>What cannot stand in XML as it is.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create([
        '&',
        '<',
        '>',
        '"',
        '_',
        '\uFFFE',
        '\uFFFF',
        .. Enumerable.Range(0, 32).Select(code => (char)code),
    ]);

    private byte[] _bytes = new byte[Block * 2];
    private int _length;

    public void Raw(ReadOnlySpan<byte> xml) => _length += Copy(xml);

    public void Raw(string xml)
    {
        Reserve(xml.Length * 3);
        _length += Encoding.UTF8.GetBytes(xml, _bytes.AsSpan(_length));
    }

    public void Number<T>(T value)
        where T : IUtf8SpanFormattable
    {
        Reserve(64);
        value.TryFormat(_bytes.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>
    /// A text or the value of an attribute. Control characters, and what would be read as one, are written as Excel does:
    /// <c>_x000D_</c>.
    /// </summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Special);
            plain = plain < 0 ? text.Length : plain;
            Reserve((plain * 3) + 16);
            _length += Encoding.UTF8.GetBytes(text[..plain], _bytes.AsSpan(_length));
            if (plain == text.Length)
            {
                return;
            }

            text = text[plain..];
            Escape(text);
            text = text[1..];
        }
    }

    /// <summary>Where the next sign goes; true until the next <see cref="WriteOutIfFull"/>.</summary>
    public int Place => _length;

    /// <summary>Writes over signs that were written since the last <see cref="WriteOutIfFull"/>.</summary>
    public void Overwrite(int place, ReadOnlySpan<byte> xml) => xml.CopyTo(_bytes.AsSpan(place, xml.Length));

    /// <summary>Hands on what has come together, when it is enough.</summary>
    public void WriteOutIfFull()
    {
        if (_length >= Block)
        {
            WriteOut();
        }
    }

    public void Dispose()
    {
        WriteOut();
        part.Dispose();
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '&':
                Raw("&amp;"u8);
                break;
            case '<':
                Raw("&lt;"u8);
                break;
            case '>':
                Raw("&gt;"u8);
                break;
            case '"':
                Raw("&quot;"u8);
                break;
            case '_' when !LooksEscaped(text):
            case '\t' or '\n':
                Raw([(byte)text[0]]);
                break;
            default:
                Raw($"_x{(int)text[0]:X4}_");
                break;
        }
    }

    /// <summary>The text would be read as an escape; the underscore at its end may also be that of an escape behind it.</summary>
    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text is ['_', 'x', var first, var second, var third, var fourth, var next, ..]
        && next is not ('&' or '<' or '>' or '"' or '\t' or '\n')
        && Special.Contains(next)
        && char.IsAsciiHexDigit(first)
        && char.IsAsciiHexDigit(second)
        && char.IsAsciiHexDigit(third)
        && char.IsAsciiHexDigit(fourth);

    private int Copy(ReadOnlySpan<byte> xml)
    {
        Reserve(xml.Length);
        xml.CopyTo(_bytes.AsSpan(_length));
        return xml.Length;
    }

    private void Reserve(int size)
    {
        if (_bytes.Length - _length < size)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + size));
        }
    }

    private void WriteOut()
    {
        part.Write(_bytes, 0, _length);
        _length = 0;
    }
}
