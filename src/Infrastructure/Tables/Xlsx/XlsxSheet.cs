using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>A column as the sheet shows it.</summary>
internal readonly record struct SheetColumn(int Width, CellStyle Style = CellStyle.Plain);

/// <summary>How a sheet is printed.</summary>
/// <param name="Left">At the head of each page, on the left.</param>
/// <param name="Right">And on the right.</param>
/// <param name="Grid">Lines between the cells, for sheets whose cells have no borders of their own.</param>
internal readonly record struct SheetPrint(string? Left, string? Right, bool Grid);

/// <summary>Writes the rows of one sheet, in order.</summary>
internal sealed class XlsxSheet : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>What Excel can hold in a cell.</summary>
    private const int LongestText = 32_767;

    private static readonly byte[][] Letters =
    [
        .. Enumerable.Range(0, 1024).Select(column => Encoding.ASCII.GetBytes(CellReference.Letters(column))),
    ];

    /// <summary>How many characters fit beside each other on A4, with margins of a centimetre.</summary>
    public const double PortraitWidth = 100;
    public const double LandscapeWidth = 147;

    /// <summary>How high A4 is in points, without margins, head and foot.</summary>
    private const double PortraitHeight = 720;
    private const double LandscapeHeight = 470;

    /// <summary>A sheet of a few lines too many is made smaller, unless nobody could read it then.</summary>
    private const double MostPages = 1.4;
    private const double LeastScale = 0.5;

    /// <summary>Height of a line of the sheet's font.</summary>
    public const double LineHeight = 13.5;

    /// <summary>Excel knows no higher row.</summary>
    private const double MostHeight = 405;

    /// <summary>Letters are a little narrower than digits, by which columns are measured; there is a margin in each cell.</summary>
    private const double Fullness = 0.98;

    /// <summary>Where the height of a row is written once its texts are known.</summary>
    private static ReadOnlySpan<byte> HeightToCome => "             "u8;

    private readonly XmlOutput _xml;
    private readonly IReadOnlyList<SheetColumn> _columns;
    private readonly SheetPrint _print;
    private readonly List<string> _validations = [];
    private readonly List<string> _merges = [];
    private double _height;
    private double _rowHeight;
    private int _rowPlace;
    private string? _filter;
    private int _column;
    private bool _ended;

    public XlsxSheet(XmlOutput xml, IReadOnlyList<SheetColumn> columns, int frozenRows, bool isFirst, SheetPrint print)
    {
        (_xml, _columns, _print, HeaderRow) = (xml, columns, print, frozenRows);
        _xml.Raw($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{Main}">""");
        _xml.Raw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>""");
        _xml.Raw(isFirst ? """<sheetView tabSelected="1" workbookViewId="0">""" : """<sheetView workbookViewId="0">""");
        if (frozenRows > 0)
        {
            _xml.Raw(
                $"""<pane ySplit="{frozenRows}" topLeftCell="A{frozenRows + 1}" activePane="bottomLeft" state="frozen"/>"""
            );
        }

        _xml.Raw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"13.5\" customHeight=\"1\"/>"u8);
        if (columns.Count > 0)
        {
            _xml.Raw("<cols>"u8);
            for (var index = 1; index <= columns.Count; index++)
            {
                var (width, style) = columns[index - 1];
                _xml.Raw(
                    $"""<col min="{index}" max="{index}" width="{width}" style="{(int)style}" customWidth="1"/>"""
                );
            }

            _xml.Raw("</cols>"u8);
        }

        _xml.Raw("<sheetData>"u8);
    }

    /// <summary>Number of the row that is being written.</summary>
    public int Row { get; private set; }

    /// <summary>Number of the row that is repeated on each page; 0: none.</summary>
    public int HeaderRow { get; }

    /// <summary>Begins a row, the next one or one further below.</summary>
    /// <param name="number">Its number; null: the next one.</param>
    /// <param name="height">In points; null: as high as the texts of its single cells need.</param>
    public void BeginRow(int? number = null, double? height = null)
    {
        Row = number ?? Row + 1;
        _column = 0;
        _rowHeight = height ?? LineHeight;
        _xml.Raw("<row r=\""u8);
        _xml.Number(Row);
        _xml.Raw("\""u8);
        _rowPlace = _xml.Place;
        _xml.Raw(HeightToCome);
        _xml.Raw(">"u8);
    }

    public void EndRow()
    {
        _height += _rowHeight;
        if (_rowHeight > LineHeight)
        {
            Span<byte> height = stackalloc byte[HeightToCome.Length];
            Utf8.TryWrite(height, CultureInfo.InvariantCulture, $" ht=\"{_rowHeight:000.00}\"", out var written);
            _xml.Overwrite(_rowPlace, height[..written]);
        }

        _xml.Raw("</row>"u8);
        _xml.WriteOutIfFull();
    }

    /// <summary>Joins cells of the row that is being written; columns are counted from 0.</summary>
    public void Merge(int first, int last)
    {
        if (last > first)
        {
            _merges.Add($"{CellReference.Letters(first)}{Row}:{CellReference.Letters(last)}{Row}");
        }
    }

    /// <summary>Lines that a text takes where so many characters stand on one.</summary>
    public static int Lines(string text, double width)
    {
        var lines = 1;
        double left = width;
        foreach (var word in text.Split(' '))
        {
            // A word that is longer than the line is broken.
            if (word.Length > left && left < width)
            {
                (lines, left) = (lines + 1, width);
            }

            lines += (int)((word.Length - 1) / width);
            left -= (word.Length % width) + 1;
        }

        return lines;
    }

    /// <summary>Leaves cells empty up to the column, which is counted from 0.</summary>
    public void MoveTo(int column) => _column = column;

    public void Empty(CellStyle style = CellStyle.Plain)
    {
        if (style != CellStyle.Plain)
        {
            Begin(style);
            _xml.Raw("/>"u8);
        }

        _column++;
    }

    public void Text(string? value, CellStyle style = CellStyle.Text)
    {
        if (string.IsNullOrEmpty(value))
        {
            Empty();
            return;
        }

        if (_column < _columns.Count && value.Length > _columns[_column].Width * Fullness && !IsMerged(style))
        {
            // Programs find out how high a row is when somebody types into it, and not all of them when they print.
            var lines = Lines(value, _columns[_column].Width * Fullness);
            _rowHeight = Math.Max(_rowHeight, Math.Min(LineHeight * lines, MostHeight));
        }

        var text = value.AsSpan();
        Begin(style);
        _xml.Raw(" t=\"inlineStr\"><is>"u8);
        _xml.Raw(char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) ? "<t xml:space=\"preserve\">"u8 : "<t>"u8);
        if (text.Length > LongestText)
        {
            var cut = LongestText - (char.IsHighSurrogate(text[LongestText - 2]) ? 2 : 1);
            _xml.Text(text[..cut]);
            _xml.Raw("…");
        }
        else
        {
            _xml.Text(text);
        }

        _xml.Raw("</t></is></c>"u8);
        _column++;
    }

    public void Number<T>(T value, CellStyle style = CellStyle.Plain)
        where T : IUtf8SpanFormattable
    {
        Begin(style);
        _xml.Raw("><v>"u8);
        _xml.Number(value);
        _xml.Raw("</v></c>"u8);
        _column++;
    }

    /// <summary>A value of the sheet's own words: a boolean (<c>b</c>) or an error (<c>e</c>).</summary>
    public void Typed(char type, string value, CellStyle style)
    {
        Begin(style);
        _xml.Raw($" t=\"{type}\"><v>");
        _xml.Text(value);
        _xml.Raw("</v></c>"u8);
        _column++;
    }

    public void Date(DateTime value, CellStyle style) => Number(DateFormats.ToSerial(value), style);

    /// <summary>Shows arrows in the header, from the row to the last one.</summary>
    public void Filter(int headerRow, int columns) =>
        _filter = $"A{headerRow}:{CellReference.Letters(columns - 1)}{Math.Max(Row, headerRow)}";

    /// <summary>Adds a rule for typing, as XML of a <c>dataValidation</c>.</summary>
    public void Validate(string xml) => _validations.Add(xml);

    public void End()
    {
        _xml.Raw("</sheetData>"u8);
        if (_filter is not null)
        {
            _xml.Raw($"<autoFilter ref=\"{_filter}\"/>");
        }

        if (_merges.Count > 0)
        {
            _xml.Raw($"<mergeCells count=\"{_merges.Count}\">");
            foreach (var merge in _merges)
            {
                _xml.Raw($"<mergeCell ref=\"{merge}\"/>");
            }

            _xml.Raw("</mergeCells>"u8);
        }

        if (_validations.Count > 0)
        {
            _xml.Raw(
                $"<dataValidations count=\"{_validations.Count}\">{string.Concat(_validations)}</dataValidations>"
            );
        }

        WritePrint();
        _xml.Raw("</worksheet>"u8);
        Dispose();
    }

    /// <summary>A4, as wide as the sheet is; a table that nearly fits on one page fits on one.</summary>
    private void WritePrint()
    {
        var width = _columns.Sum(column => (double)column.Width);
        var landscape = width > PortraitWidth;
        var (pageWidth, pageHeight) = landscape ? (LandscapeWidth, LandscapeHeight) : (PortraitWidth, PortraitHeight);
        var scale = width > pageWidth ? pageWidth / width : 1;
        var pages = _height * scale / pageHeight;
        var one = pages <= 1 || (pages <= MostPages && scale / pages >= LeastScale);
        if (_print.Grid)
        {
            _xml.Raw("""<printOptions gridLines="1"/>""");
        }

        _xml.Raw(
            """<pageMargins left="0.39" right="0.39" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>"""
                + $"""<pageSetup paperSize="9" fitToWidth="1" fitToHeight="{(one ? 1 : 0)}" orientation="{(landscape ? "landscape" : "portrait")}"/>"""
                + "<headerFooter>"
        );
        if (_print.Left is not null || _print.Right is not null)
        {
            _xml.Raw("<oddHeader>"u8);
            _xml.Text($"&L{Escape(_print.Left)}&R{Escape(_print.Right)}");
            _xml.Raw("</oddHeader>"u8);
        }

        _xml.Raw("<oddFooter>"u8);
        _xml.Text("&RСтраница &P из &N");
        _xml.Raw("</oddFooter></headerFooter>"u8);
    }

    /// <summary>What Excel takes in all is 255 characters; a digit behind a letter of the code would be a size.</summary>
    private static string Escape(string? text)
    {
        const int most = 90;
        text = (text?.Length > most ? text[..(most - 1)] + "…" : text ?? "").Replace(
            "&",
            "&&",
            StringComparison.Ordinal
        );
        return text is [>= '0' and <= '9', ..] ? " " + text : text;
    }

    public void Dispose()
    {
        if (!_ended)
        {
            _ended = true;
            _xml.Dispose();
        }
    }

    /// <summary>Cells of the head go over several columns; whoever writes them knows how high they are.</summary>
    private static bool IsMerged(CellStyle style) =>
        style is CellStyle.Title or CellStyle.HeadName or CellStyle.HeadText or CellStyle.Text;

    private void Begin(CellStyle style)
    {
        _xml.Raw("<c r=\""u8);
        _xml.Raw(_column < Letters.Length ? Letters[_column] : Encoding.ASCII.GetBytes(CellReference.Letters(_column)));
        _xml.Number(Row);
        _xml.Raw("\""u8);
        if (style != CellStyle.Plain)
        {
            _xml.Raw(" s=\""u8);
            _xml.Number((int)style);
            _xml.Raw("\""u8);
        }
    }
}
