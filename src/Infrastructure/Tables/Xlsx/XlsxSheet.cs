using System.Text;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>A column as the sheet shows it.</summary>
internal readonly record struct SheetColumn(int Width, CellStyle Style = CellStyle.Plain);

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

    private readonly XmlOutput _xml;
    private readonly List<string> _validations = [];
    private string? _filter;
    private int _column;
    private bool _ended;

    public XlsxSheet(XmlOutput xml, IReadOnlyList<SheetColumn> columns, int frozenRows, bool isFirst)
    {
        _xml = xml;
        _xml.Raw($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{Main}"><sheetViews>""");
        _xml.Raw(isFirst ? """<sheetView tabSelected="1" workbookViewId="0">""" : """<sheetView workbookViewId="0">""");
        if (frozenRows > 0)
        {
            _xml.Raw(
                $"""<pane ySplit="{frozenRows}" topLeftCell="A{frozenRows + 1}" activePane="bottomLeft" state="frozen"/>"""
            );
        }

        _xml.Raw("</sheetView></sheetViews>"u8);
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

    /// <summary>Begins a row, the next one or one further below.</summary>
    public void BeginRow(int? number = null)
    {
        Row = number ?? Row + 1;
        _column = 0;
        _xml.Raw("<row r=\""u8);
        _xml.Number(Row);
        _xml.Raw("\">"u8);
    }

    public void EndRow()
    {
        _xml.Raw("</row>"u8);
        _xml.WriteOutIfFull();
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

        if (_validations.Count > 0)
        {
            _xml.Raw(
                $"<dataValidations count=\"{_validations.Count}\">{string.Concat(_validations)}</dataValidations>"
            );
        }

        _xml.Raw("</worksheet>"u8);
        Dispose();
    }

    public void Dispose()
    {
        if (!_ended)
        {
            _ended = true;
            _xml.Dispose();
        }
    }

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
