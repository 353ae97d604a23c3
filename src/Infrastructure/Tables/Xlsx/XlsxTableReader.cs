using System.Runtime.CompilerServices;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Reads a table from the first visible sheet that has one.</summary>
internal sealed class XlsxTableReader : ITableReader
{
    private readonly SheetRows _rows;
    private readonly MergedRanges _merges;
    private readonly Queue<SheetRow> _ahead = new();
    private string[] _header = [];
    private TableFileException? _broken;

    /// <summary>The last row of the header, or the numbers of the columns below it.</summary>
    private int _skipped;
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
    public static XlsxTableReader Open(Stream content, TableHeaders headers, TableLimits limits)
    {
        var workbook = XlsxWorkbook.Open(content, limits);
        try
        {
            var sheet = workbook.Table(headers, out var others);
            var reader = new XlsxTableReader(workbook, sheet);
            reader.ReadHeader(headers, limits);
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
        var expected = _skipped + 1;
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

    private void ReadHeader(TableHeaders headers, TableLimits limits)
    {
        var search = new HeaderSearch(headers);
        var rows = new List<SheetRow>();
        try
        {
            while (_rows.Read())
            {
                rows.Add(new SheetRow(_rows.Number, [.. _rows.Cells], _rows.IsHidden));
                _merges.Show(_rows.Number, _rows.Cells);
                if (search.Show(_rows.Number, HeaderCells.Of(_rows, _merges)))
                {
                    break;
                }
            }
        }
        catch (TableFileException exception) when (rows.Count > 0)
        {
            _broken = exception; // the rows before can be read
        }

        if (search.Find(_ => true) is not { } place)
        {
            throw _broken ?? new TableFileException(TableErrors.Empty, null);
        }

        if (_broken is not null && place.Known == 0 && rows[place.First].Cells.Count == 1)
        {
            throw _broken; // nobody can say whether that one cell was a header
        }

        var header = search.Join(place);
        FirstColumn = Array.FindIndex(header, name => name.Length > 0);
        _header = header[FirstColumn..(Array.FindLastIndex(header, name => name.Length > 0) + 1)];
        var (first, last) = (rows[place.First].Number, rows[place.Last].Number);
        HeaderRow = last;
        if (rows[place.Last].Cells.Max(cell => cell.Column) - FirstColumn >= limits.Columns)
        {
            throw new TableFileException(TableErrors.TooManyColumns(limits.Columns), last);
        }

        var numbered = place.Known > 0 && search.IsNumbered(place.Last + 1);
        _skipped = numbered ? last + 1 : last;
        Warnings =
        [
            .. place.First > 0 ? [TableErrors.TitleSkipped(first)] : Array.Empty<Warning>(),
            .. place.Depth > 1 ? [TableErrors.HeaderRows(first, last)] : Array.Empty<Warning>(),
            .. numbered ? [TableErrors.NumbersSkipped(last + 1)] : Array.Empty<Warning>(),
        ];
        _merges.Rewind();
        foreach (var (number, cells, _) in rows.Take(place.Last + (numbered ? 2 : 1)))
        {
            _merges.Show(number, cells);
        }

        foreach (var ahead in rows.Skip(place.Last + (numbered ? 2 : 1)))
        {
            _ahead.Enqueue(ahead);
        }
    }

    private TableRow? Next()
    {
        if (_ahead.TryDequeue(out var ahead))
        {
            return Row(ahead.Number, ahead.Cells, ahead.IsHidden);
        }

        if (_broken is { } broken)
        {
            throw broken;
        }

        return _rows.Read() ? Row(_rows.Number, _rows.Cells, _rows.IsHidden) : null;
    }

    private TableRow Row(int number, List<SheetCell> cells, bool hidden)
    {
        _merges.Show(number, cells);
        foreach (var cell in cells)
        {
            var column = cell.Column - FirstColumn;
            var outside = column < 0 || column >= _header.Length || _header[column].Length == 0;
            if (outside && PlainText.Clean(cell.Value.Text).Length > 0)
            {
                return new TableRow
                {
                    Number = number,
                    Unreadable = TableErrors.OutsideHeader(CellReference.Letters(cell.Column)),
                    UnreadableValue = cell.Value.Seen,
                    IsHidden = hidden,
                };
            }

            if (cell.Value.Marks.HasFlag(CellMarks.FromText) && ControlCharacters.In(cell.Value.Text))
            {
                return new TableRow
                {
                    Number = number,
                    Unreadable = TableErrors.ControlCharacter,
                    IsHidden = hidden,
                };
            }
        }

        return new TableRow
        {
            Number = number,
            Cells = Fill(number, cells, _header.Length),
            IsHidden = hidden,
        };
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

    /// <summary>A row that was read ahead.</summary>
    private sealed record SheetRow(int Number, List<SheetCell> Cells, bool IsHidden);
}
