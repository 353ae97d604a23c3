using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>A cell with a value; columns are counted from 0.</summary>
internal readonly record struct SheetCell(int Column, Cell Value);

/// <summary>Goes over the rows of a sheet that have values.</summary>
internal sealed class SheetRows(XmlScanner sheet, XlsxWorkbook workbook, TableLimits limits) : IDisposable
{
    /// <summary>A shorter number is exactly what it is written as.</summary>
    private const int SafeDigits = 16;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.-");
    private readonly XmlText _text = new(limits.CellText);
    private readonly StringCache _strings = new();
    private bool _done;

    /// <summary>Number of the row that was read last, be it empty.</summary>
    public int Number { get; private set; }

    /// <summary>It is not shown: a filter or a person has hidden it.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>Its cells that have a value, until the next row is read.</summary>
    public List<SheetCell> Cells { get; } = [];

    public void Dispose() => sheet.Dispose();

    /// <summary>Goes to the next row that has a value; false at the end.</summary>
    /// <exception cref="TableFileException">The sheet cannot be read any further.</exception>
    public bool Read()
    {
        try
        {
            return ReadRow();
        }
        catch (TableFileException exception) when (exception.Row is null)
        {
            throw new TableFileException(exception.Error, Number);
        }
    }

    private bool ReadRow()
    {
        Cells.Clear();
        var column = -1;
        var inRow = false;
        while (!_done)
        {
            switch (sheet.Read())
            {
                case XmlPiece.End:
                    throw Damaged(); // the sheet breaks off
                case XmlPiece.Open when sheet.Name.SequenceEqual("c"u8):
                    if (!inRow)
                    {
                        throw Damaged();
                    }

                    ReadCell(ref column);
                    break;
                case XmlPiece.Open when sheet.Name.SequenceEqual("row"u8):
                    if (inRow)
                    {
                        throw Damaged();
                    }

                    ReadNumber();
                    inRow = !sheet.IsSelfClosing;
                    break;
                case XmlPiece.Open when sheet.Name.SequenceEqual("sheetData"u8):
                    _done = sheet.IsSelfClosing;
                    break;
                case XmlPiece.Close when sheet.Name.SequenceEqual("row"u8):
                    if (Cells.Count > 0)
                    {
                        return true;
                    }

                    inRow = false;
                    column = -1;
                    break;
                case XmlPiece.Close when sheet.Name.SequenceEqual("sheetData"u8):
                    _done = true;
                    break;
                default:
                    break;
            }
        }

        return false;
    }

    private void ReadNumber()
    {
        var written = sheet.Attribute("r"u8);
        var number = Number + 1;
        if (!written.IsEmpty && (!Utf8Parser.TryParse(written, out number, out var length) || length != written.Length))
        {
            throw Damaged();
        }

        Number = number > Number && number <= limits.SheetRows ? number : throw Damaged();
        IsHidden = sheet.Attribute("hidden"u8) is [(byte)'1'] or [(byte)'t', ..];
    }

    private void ReadCell(ref int column)
    {
        column++;
        var reference = sheet.Attribute("r"u8);
        if (!reference.IsEmpty && !CellReference.TryParse(reference, out column, out _))
        {
            throw Damaged();
        }

        if (column >= CellReference.Columns)
        {
            throw Damaged();
        }

        if (sheet.IsSelfClosing)
        {
            return;
        }

        var type = Type(sheet.Attribute("t"u8));
        var style = Utf8Parser.TryParse(sheet.Attribute("s"u8), out int number, out _) ? number : 0;
        var (formula, value) = ReadContent();
        if (_text.IsTooLong)
        {
            throw TooLong(column);
        }

        var cell = Make(type, style, column);
        var marks = formula ? CellMarks.Formula : CellMarks.None;
        if (cell.Text.Length > 0)
        {
            Cells.Add(new SheetCell(column, cell with { Marks = cell.Marks | marks }));
        }
        else if (formula && !value)
        {
            // A formula that was never calculated is not an empty cell.
            Cells.Add(new SheetCell(column, new Cell("", CellMarks.Formula)));
        }
    }

    /// <summary>Collects the value or the text of the cell.</summary>
    private (bool Formula, bool Value) ReadContent()
    {
        bool formula = false,
            value = false,
            wanted = false,
            phonetic = false;
        while (true)
        {
            var piece = sheet.Read();
            if (piece == XmlPiece.Text)
            {
                if (wanted)
                {
                    _text.Append(sheet.Text);
                }

                continue;
            }

            if (piece == XmlPiece.End)
            {
                throw Damaged();
            }

            var opens = piece == XmlPiece.Open && !sheet.IsSelfClosing;
            var name = sheet.Name;
            if (name.SequenceEqual("v"u8))
            {
                wanted = opens;
                value = true;
            }
            else if (name.SequenceEqual("t"u8))
            {
                wanted = opens && !phonetic;
            }
            else if (name.SequenceEqual("f"u8))
            {
                formula = true;
            }
            else if (name.SequenceEqual("rPh"u8))
            {
                phonetic = opens;
            }
            else if (name.SequenceEqual("c"u8))
            {
                return (formula, value);
            }
        }
    }

    private Cell Make(CellType type, int style, int column)
    {
        var text = _text.Finish();
        if (text.IsEmpty)
        {
            return Cell.Empty;
        }

        switch (type)
        {
            case CellType.Shared:
                var index = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : -1;
                return new Cell(workbook.Strings[index] ?? throw TooLong(column), CellMarks.FromText);
            case CellType.Text:
                return new Cell(_strings.Get(text), CellMarks.FromText);
            case CellType.Boolean:
                return new Cell(text is "1" or "true" ? "true" : "false", CellMarks.Boolean);
            case CellType.Error:
                return new Cell(_strings.Get(text), CellMarks.Error);
            case CellType.Date:
                return DateFormats.Read(text) ?? throw Damaged();
            default:
                return OfNumber(text, style);
        }
    }

    private Cell OfNumber(ReadOnlySpan<char> text, int style)
    {
        var kind = workbook.Styles[style];
        var marks = workbook.From1904 ? CellMarks.Number | CellMarks.From1904 : CellMarks.Number;
        if (kind == NumberKind.Number && text.Length <= SafeDigits && !text.ContainsAnyExcept(Digits))
        {
            var shown = workbook.Styles.MaskOf(style) is { } mask ? ZeroMask.Show(mask, text) : null;
            return new Cell(_strings.Get(text), marks, shown);
        }

        if (
            !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number)
        )
        {
            throw Damaged();
        }

        if (kind != NumberKind.Number && DateFormats.Read(number, kind, workbook.From1904) is { } date)
        {
            return date;
        }

        // Excel knows 15 digits: 3.5000000000000001 is 3.5 to everybody who looks at the cell.
        return new Cell(
            Math.Abs(number) < 7e27
                ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
                : number.ToString(CultureInfo.InvariantCulture),
            marks
        );
    }

    private static CellType Type(ReadOnlySpan<byte> written) =>
        written switch
        {
            [] or [(byte)'n'] => CellType.Number,
            [(byte)'s'] => CellType.Shared,
            [(byte)'b'] => CellType.Boolean,
            [(byte)'e'] => CellType.Error,
            [(byte)'d'] => CellType.Date,
            _ => CellType.Text, // str, inlineStr
        };

    private TableFileException TooLong(int column) =>
        new(TableErrors.CellTooLong($"{CellReference.Letters(column)}{Number}", limits.CellText), Number);

    private TableFileException Damaged() => new(TableErrors.Damaged, Number);

    private enum CellType
    {
        Number,
        Shared,
        Text,
        Boolean,
        Error,
        Date,
    }
}
