using System.Runtime.CompilerServices;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Reads a table from the first visible sheet that has data.</summary>
internal sealed class XlsxTableReader : ITableReader
{
    private readonly SheetRows _rows;
    private readonly MergedRanges _merges;
    private readonly Queue<(int Number, List<SheetCell> Cells)> _ahead = new();
    private string[] _header = [];
    private bool _read;

    private XlsxTableReader(XlsxWorkbook workbook, SheetPart sheet)
    {
        Workbook = workbook;
        Sheet = sheet;
        _merges = workbook.Merges(sheet);
        _rows = workbook.Rows(sheet);
    }

    public IReadOnlyList<string> Header => _header;

    public int HeaderRow { get; private set; }

    public XlsxWorkbook Workbook { get; }

    public SheetPart Sheet { get; }

    /// <summary>Column of the sheet in which the table begins, from 0.</summary>
    public int FirstColumn { get; private set; }

    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    /// <exception cref="TableFileException">The content is not a workbook with a table.</exception>
    public static XlsxTableReader Open(Stream content, TableLimits limits)
    {
        var workbook = XlsxWorkbook.Open(content, limits);
        try
        {
            var sheet = workbook.Table(out var others);
            var reader = new XlsxTableReader(workbook, sheet);
            reader.ReadHeader(limits);
            if (others.Count > 0)
            {
                reader.Warnings = [.. reader.Warnings, TableErrors.OtherSheets(sheet.Name, string.Join(", ", others))];
            }

            return reader;
        }
        catch
        {
            workbook.Dispose();
            throw;
        }
    }

    public async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_read)
        {
            throw new InvalidOperationException("A table is read once.");
        }

        _read = true;
        await Task.CompletedTask.ConfigureAwait(false); // a temporary file is read without waiting
        var expected = HeaderRow + 1;
        while (Next() is { } row)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.Number > expected)
            {
                yield return EmptyRows(expected, row.Number - expected);
            }

            yield return row;
            expected = row.Number + 1;
        }

        if (_rows.Number >= expected)
        {
            yield return EmptyRows(expected, _rows.Number - expected + 1);
        }
    }

    public ValueTask DisposeAsync()
    {
        _rows.Dispose();
        Workbook.Dispose();
        return ValueTask.CompletedTask;
    }

    private static TableRow EmptyRows(int from, int count) =>
        new()
        {
            Number = from,
            IsEmpty = true,
            Count = count,
        };

    private void ReadHeader(TableLimits limits)
    {
        var search = new HeaderSearch();
        var rows = new List<(int Number, List<SheetCell> Cells)>();
        while (_rows.Read())
        {
            rows.Add((_rows.Number, [.. _rows.Cells]));
            if (search.Show(_rows.Cells.Count, mayBeTitle: true))
            {
                break;
            }
        }

        if (search.Found < 0)
        {
            throw new TableFileException(TableErrors.Empty, null);
        }

        foreach (var (number, cells) in rows.Take(search.Found + 1))
        {
            _merges.Show(number, cells);
        }

        var (row, header) = rows[search.Found];
        HeaderRow = row;
        FirstColumn = header.Min(cell => cell.Column);
        var last = header.Max(cell => cell.Column);
        if (last - FirstColumn >= limits.Columns)
        {
            throw new TableFileException(TableErrors.TooManyColumns(limits.Columns), row);
        }

        var filled = Fill(row, header, last - FirstColumn + 1);
        _header = [.. filled.Select(cell => cell.Text)];
        if (search.Found > 0)
        {
            Warnings = [TableErrors.TitleSkipped(row)];
        }

        foreach (var ahead in rows.Skip(search.Found + 1))
        {
            _ahead.Enqueue(ahead);
        }
    }

    private TableRow? Next()
    {
        if (_ahead.TryDequeue(out var ahead))
        {
            return Row(ahead.Number, ahead.Cells);
        }

        return _rows.Read() ? Row(_rows.Number, _rows.Cells) : null;
    }

    private TableRow Row(int number, List<SheetCell> cells)
    {
        _merges.Show(number, cells);
        foreach (var cell in cells)
        {
            var outside = cell.Column < FirstColumn || cell.Column >= FirstColumn + _header.Length;
            if (outside && cell.Value.Text.Length > 0)
            {
                return new TableRow
                {
                    Number = number,
                    Unreadable = TableErrors.OutsideHeader(CellReference.Letters(cell.Column)),
                };
            }

            if (cell.Value.Marks.HasFlag(CellMarks.FromText) && ControlCharacters.In(cell.Value.Text))
            {
                return new TableRow { Number = number, Unreadable = TableErrors.ControlCharacter };
            }
        }

        return new TableRow { Number = number, Cells = Fill(number, cells, _header.Length) };
    }

    /// <summary>One cell for each column of the table, empty ones filled from merged ranges.</summary>
    private Cell[] Fill(int number, List<SheetCell> cells, int width)
    {
        var filled = new Cell[width];
        for (var column = 0; column < width; column++)
        {
            filled[column] = _merges.Fill(number, FirstColumn + column);
        }

        foreach (var cell in cells)
        {
            if (cell.Column >= FirstColumn && cell.Column < FirstColumn + width)
            {
                filled[cell.Column - FirstColumn] = cell.Value;
            }
        }

        return filled;
    }
}
