using System.Globalization;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Texts;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>
/// Writes the values of a table into a new workbook, in the rows where they were, with the remarks in a column behind the
/// table and the cells at fault coloured. What belongs to no row stands on a sheet of its own.
/// </summary>
internal sealed class XlsxAnnotation(Stream original, TableHeaders headers, Stream output, TableLimits limits)
{
    private const int RemarkWidth = 80;
    private Dictionary<string, int> _columns = [];
    private int _column;
    private bool _replaces;

    public async Task WriteAsync(IAsyncEnumerable<TableRemark> remarksByRow, CancellationToken cancellationToken)
    {
        await using var table = XlsxTableReader.Open(original, headers, limits);
        FindColumns(table);
        await using var remarks = new RowRemarks(remarksByRow, cancellationToken);
        await remarks.BeginAsync().ConfigureAwait(false);
        using var package = new XlsxPackage(output);
        var others = await remarks.TakeAsync(table.HeaderRow).ConfigureAwait(false);
        using (
            var sheet = package.AddSheet(
                XlsxPackage.SheetName(table.Sheet.Name),
                Widths(table),
                table.HeaderRow,
                print: new SheetPrint(null, null, Grid: true)
            )
        )
        {
            if (await CopyAsync(table, sheet, package, remarks, cancellationToken).ConfigureAwait(false) is { } broken)
            {
                var text = Texts.Get(broken.Error.Code, broken.Error.Params);
                others.Add(new TableRemark(broken.Row ?? 0, null, "error", text, null));
            }

            sheet.Filter(table.HeaderRow, _column + 1);
            sheet.End();
        }

        if (others.Count > 0)
        {
            WriteOthers(package, others);
        }

        await package.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private void FindColumns(XlsxTableReader table)
    {
        _replaces = table.Header[^1] == TableWords.Remarks;
        _column = table.FirstColumn + table.Header.Count - (_replaces ? 1 : 0);
        _columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < table.Header.Count; index++)
        {
            _columns.TryAdd(table.Header[index], table.FirstColumn + index);
        }
    }

    private SheetColumn[] Widths(XlsxTableReader table) =>
        [
            .. Enumerable
                .Range(0, _column)
                .Select(column =>
                    column < table.FirstColumn
                        ? new SheetColumn(10)
                        : new SheetColumn(Math.Clamp(table.Header[column - table.FirstColumn].Length + 4, 14, 30))
                ),
            new SheetColumn(RemarkWidth, CellStyle.Text),
        ];

    /// <summary>Copies the rows; the answer is why it had to stop early.</summary>
    private async Task<TableFileException?> CopyAsync(
        XlsxTableReader table,
        XlsxSheet sheet,
        XlsxPackage package,
        RowRemarks remarks,
        CancellationToken cancellationToken
    )
    {
        var merges = table.Workbook.Merges(table.Sheet);
        using var rows = table.Workbook.Rows(table.Sheet);
        TableFileException? broken = null;
        while (true)
        {
            var more = false;
            try
            {
                more = rows.Read();
            }
            catch (TableFileException exception)
            {
                broken = exception;
            }

            // Remarks of rows without values come before the next row that has any.
            while (remarks.Row is { } row && row < (more ? rows.Number : limits.SheetRows))
            {
                var ofEmptyRow = await remarks.TakeAsync(row).ConfigureAwait(false);
                if (row > sheet.Row)
                {
                    WriteRow(sheet, row, [], ofEmptyRow);
                }
            }

            if (!more)
            {
                return broken;
            }

            merges.Show(rows.Number, rows.Cells);
            var ofRow = await remarks.TakeAsync(rows.Number).ConfigureAwait(false);
            if (rows.Number == table.HeaderRow)
            {
                WriteHeader(sheet, table);
            }
            else
            {
                WriteRow(sheet, rows.Number, Filled(rows, merges, table), ofRow);
            }

            await package.WriteOutIfFullAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void WriteHeader(XlsxSheet sheet, XlsxTableReader table)
    {
        sheet.BeginRow(table.HeaderRow);
        sheet.MoveTo(table.FirstColumn);
        foreach (var name in table.Header.Take(_column - table.FirstColumn).Append(TableWords.Remarks))
        {
            sheet.Text(name, CellStyle.Header);
        }

        sheet.EndRow();
    }

    /// <summary>The cells of a row, with those that a merged range fills.</summary>
    private static SortedDictionary<int, Cell> Filled(SheetRows rows, MergedRanges merges, XlsxTableReader table)
    {
        var cells = new SortedDictionary<int, Cell>();
        for (var index = 0; index < table.Header.Count && rows.Number > table.HeaderRow; index++)
        {
            var cell = merges.Fill(rows.Number, table.FirstColumn + index);
            if (cell.Text.Length > 0)
            {
                cells[table.FirstColumn + index] = cell;
            }
        }

        foreach (var cell in rows.Cells)
        {
            cells[cell.Column] = cell.Value;
        }

        return cells;
    }

    private void WriteRow(XlsxSheet sheet, int number, SortedDictionary<int, Cell> cells, List<TableRemark> remarks)
    {
        var faults = Faults(remarks);
        foreach (var column in faults.Keys)
        {
            cells.TryAdd(column, Cell.Empty);
        }

        if (remarks.Count > 0)
        {
            faults[_column] = remarks.Exists(RowRemarks.IsError);
        }

        sheet.BeginRow(number);
        foreach (var (column, cell) in cells.Where(cell => cell.Key < _column))
        {
            sheet.MoveTo(column);
            Write(sheet, cell, faults.TryGetValue(column, out var wrong) ? wrong : null);
        }

        if (remarks.Count > 0)
        {
            sheet.MoveTo(_column);
            sheet.Text(RowRemarks.Join(remarks), Style(faults[_column], CellStyle.Text));
        }

        // What stands beside the table makes room for the remarks.
        foreach (var (column, cell) in cells.Where(cell => cell.Key > _column || (cell.Key == _column && !_replaces)))
        {
            sheet.MoveTo(column + (_replaces ? 0 : 1));
            Write(sheet, cell, null);
        }

        sheet.EndRow();
    }

    /// <summary>Columns with a remark; true where one of them is an error.</summary>
    private Dictionary<int, bool> Faults(List<TableRemark> remarks)
    {
        var faults = new Dictionary<int, bool>();
        foreach (var remark in remarks)
        {
            if (remark.Column is { } name && _columns.TryGetValue(name, out var column) && column < _column)
            {
                faults[column] = RowRemarks.IsError(remark) || faults.GetValueOrDefault(column);
            }
        }

        return faults;
    }

    private static void Write(XlsxSheet sheet, Cell cell, bool? wrong)
    {
        var marks = cell.Marks;
        if (cell.Text.Length == 0)
        {
            sheet.Empty(Style(wrong, CellStyle.Plain));
        }
        else if (marks.HasFlag(CellMarks.Date))
        {
            var style = marks.HasFlag(CellMarks.Time) ? CellStyle.Instant : CellStyle.Day;
            sheet.Date(DateTime.Parse(cell.Text, CultureInfo.InvariantCulture), Style(wrong, style));
        }
        else if (marks.HasFlag(CellMarks.Number) && cell.Shown is { } shown)
        {
            sheet.Text(shown, Style(wrong, CellStyle.Text)); // its number format is not copied
        }
        else if (marks.HasFlag(CellMarks.Number))
        {
            WriteNumber(sheet, cell.Text, Style(wrong, CellStyle.Plain));
        }
        else if (marks.HasFlag(CellMarks.Boolean))
        {
            sheet.Typed('b', cell.Text == "true" ? "1" : "0", Style(wrong, CellStyle.Plain));
        }
        else if (marks.HasFlag(CellMarks.Error))
        {
            sheet.Typed('e', cell.Text, Style(wrong, CellStyle.Plain));
        }
        else
        {
            sheet.Text(cell.Text, Style(wrong, CellStyle.Wrapped));
        }
    }

    private static void WriteNumber(XlsxSheet sheet, string text, CellStyle style)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            sheet.Number(number, style);
        }
        else
        {
            sheet.Number(double.Parse(text, CultureInfo.InvariantCulture), style);
        }
    }

    private static CellStyle Style(bool? wrong, CellStyle otherwise) =>
        (wrong, otherwise) switch
        {
            (null, _) => otherwise,
            (true, CellStyle.Day) => CellStyle.WrongDay,
            (true, CellStyle.Instant) => CellStyle.WrongInstant,
            (true, _) => CellStyle.Wrong,
            (false, CellStyle.Day) => CellStyle.DoubtfulDay,
            (false, CellStyle.Instant) => CellStyle.DoubtfulInstant,
            (false, _) => CellStyle.Doubtful,
        };

    private static void WriteOthers(XlsxPackage package, List<TableRemark> others)
    {
        using var sheet = package.AddSheet(
            TableWords.FileRemarks,
            [new SheetColumn(10), new(30), new(RemarkWidth)],
            1,
            print: new SheetPrint(null, null, Grid: true)
        );
        sheet.BeginRow();
        sheet.Text("Строка", CellStyle.Header);
        sheet.Text("Столбец", CellStyle.Header);
        sheet.Text(TableWords.Remarks, CellStyle.Header);
        sheet.EndRow();
        foreach (var remark in others)
        {
            sheet.BeginRow();
            if (remark.Row > 0)
            {
                sheet.Number(remark.Row);
            }
            else
            {
                sheet.Empty();
            }

            sheet.Text(remark.Column);
            sheet.Text(remark.Message, Style(RowRemarks.IsError(remark), CellStyle.Wrapped));
            sheet.EndRow();
        }

        sheet.End();
    }
}
