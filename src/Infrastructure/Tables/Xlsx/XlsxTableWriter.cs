using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Writes a workbook of one table; a table that a sheet cannot hold goes on on the next one.</summary>
internal sealed class XlsxTableWriter : ITableWriter
{
    /// <summary>Longer texts go on on the next line, so that the columns of a table stand on one page.</summary>
    private const int WidestText = 28;

    private readonly XlsxPackage _package;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly SheetColumn[] _shown;
    private readonly int _mostRows;
    private readonly SheetPrint _print;
    private XlsxSheet _sheet;
    private int _cells;
    private int _sheets;

    public XlsxTableWriter(
        Stream output,
        IReadOnlyList<TableColumn> columns,
        TableLimits limits,
        TablePrint? print = null
    )
    {
        _print = new SheetPrint(print?.Left, print?.Right, Grid: true);
        _package = new XlsxPackage(output);
        _columns = columns;
        _shown = [.. columns.Select(Show)];
        _mostRows = limits.SheetRows;
        _sheet = AddSheet();
    }

    public void Text(string? value)
    {
        Cell();
        _sheet.Text(value, CellStyle.Wrapped);
    }

    public void Number(decimal? value)
    {
        Cell();
        if (value is { } number)
        {
            _sheet.Number(number, CellStyle.Figure);
        }
        else
        {
            _sheet.Empty();
        }
    }

    public void Number(int? value) => Number((decimal?)value);

    public void Day(DateOnly? value)
    {
        Cell();
        Date(value?.ToDateTime(TimeOnly.MinValue), CellStyle.Day);
    }

    public void Instant(DateTimeOffset? value)
    {
        Cell();
        Date(value?.DateTime, CellStyle.Instant);
    }

    public void Flag(bool? value) =>
        Text(
            value is null ? null
            : value.Value ? TableWords.Yes
            : TableWords.No
        );

    public ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        if (_cells != _columns.Count)
        {
            throw new InvalidOperationException($"A row of {_columns.Count} columns was given {_cells} cells.");
        }

        _cells = 0;
        _sheet.EndRow();
        return _package.WriteOutIfFullAsync(cancellationToken);
    }

    public ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        End();
        return _package.CompleteAsync(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _sheet.Dispose();
        _package.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>How wide a column is and what is typed into its empty cells.</summary>
    public static SheetColumn Show(TableColumn column)
    {
        // The arrow of the filter covers what stands under it; a word is not broken.
        var longest = column.Header.Split(' ', '-').Max(word => word.Length);
        var name = Math.Max(Math.Min(column.Header.Length + 4, 20), (int)(longest * 1.2) + 3);
        return column.Type switch
        {
            TableColumnType.Day => new SheetColumn(Math.Max(name, 13), CellStyle.Day),
            TableColumnType.Whole or TableColumnType.Decimal or TableColumnType.Flag => new(Math.Max(name, 10)),
            _ => new SheetColumn(Math.Max(name, Math.Clamp(column.MaxLength ?? 20, 12, WidestText)), CellStyle.Text),
        };
    }

    private void Cell()
    {
        if (_cells++ > 0)
        {
            return;
        }

        if (_sheet.Row == _mostRows)
        {
            End();
            _sheet = AddSheet();
        }

        _sheet.BeginRow();
    }

    /// <summary>Excel has no days before 1900.</summary>
    private void Date(DateTime? value, CellStyle style)
    {
        if (value is not { } date)
        {
            _sheet.Empty();
        }
        else if (date.Year < 1900)
        {
            _sheet.Text(date.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            _sheet.Date(date, style);
        }
    }

    private XlsxSheet AddSheet()
    {
        _sheets++;
        var sheet = _package.AddSheet(
            _sheets == 1 ? TableWords.Data : $"{TableWords.Data} {_sheets}",
            _shown,
            frozenRows: 1,
            print: _print
        );
        sheet.BeginRow();
        foreach (var column in _columns)
        {
            sheet.Text(column.Header, CellStyle.Header);
        }

        sheet.EndRow();
        return sheet;
    }

    private void End()
    {
        _sheet.Filter(1, _columns.Count);
        _sheet.End();
    }
}
