using System.Buffers.Text;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Which styles of cells show a number as a date, or with fixed digits.</summary>
internal sealed class XlsxStyles
{
    /// <summary>Excel itself has no more.</summary>
    private const int Most = 65_536;

    private readonly List<NumberKind> _kinds = [];
    private readonly List<string?> _masks = [];

    public NumberKind this[int style] => style >= 0 && style < _kinds.Count ? _kinds[style] : NumberKind.Number;

    /// <summary>The fixed digits that a style shows of a number; null: it shows the number.</summary>
    public string? MaskOf(int style) => style >= 0 && style < _masks.Count ? _masks[style] : null;

    public static XlsxStyles Read(XmlScanner? part, TableLimits limits)
    {
        var styles = new XlsxStyles();
        if (part is null)
        {
            return styles;
        }

        using (part)
        {
            var formats = new Dictionary<int, (NumberKind Kind, string? Mask)>();
            var text = new XmlText(limits.CellText);
            var inCells = false;
            XmlPiece piece;
            while ((piece = part.Read()) != XmlPiece.End)
            {
                if (piece == XmlPiece.Open && part.Name.SequenceEqual("numFmt"u8) && formats.Count < Most)
                {
                    text.Append(part.Attribute("formatCode"u8));
                    var code = text.Finish();
                    formats[Number(part.Attribute("numFmtId"u8))] = (DateFormats.Of(code), ZeroMask.Of(code));
                }
                else if (piece != XmlPiece.Text && part.Name.SequenceEqual("cellXfs"u8))
                {
                    inCells = piece == XmlPiece.Open;
                    if (!inCells)
                    {
                        break;
                    }
                }
                else if (
                    piece == XmlPiece.Open
                    && inCells
                    && part.Name.SequenceEqual("xf"u8)
                    && styles._kinds.Count < Most
                )
                {
                    var format = Number(part.Attribute("numFmtId"u8));
                    var (kind, mask) = formats.TryGetValue(format, out var own)
                        ? own
                        : (DateFormats.OfBuiltIn(format), null);
                    styles._kinds.Add(kind);
                    styles._masks.Add(mask);
                }
            }
        }

        return styles;
    }

    private static int Number(ReadOnlySpan<byte> written) =>
        Utf8Parser.TryParse(written, out int number, out _) ? number : 0;
}
