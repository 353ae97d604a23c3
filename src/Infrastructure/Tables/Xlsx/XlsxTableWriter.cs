using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Writes a workbook of one table; a table that a sheet cannot hold goes on on the next one.</summary>
internal sealed class XlsxTableWriter : ITableWriter
{
    /// <summary>Longer texts go on on the next line, so that the columns of a table stand on one page.</summary>
    private const int WidestText = 28;

    /// <summary>Where the page has room, a column of long texts takes so much of it.</summary>
    private const int WidestWithRoom = 70;

    /// <summary>By so many rows a column's width is chosen; they wait until then.</summary>
    private const int SampleRows = 500;

    /// <summary>What a column gets in which the first rows have nothing.</summary>
    private const int Later = 20;

    private readonly XlsxPackage _package;
    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly SheetColumn[] _shown;
    private readonly int _mostRows;
    private readonly SheetPrint _print;
    private readonly List<Held> _held = [];
    private XlsxSheet? _sheet;
    private int _heldRows;
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
    }

    public void Text(string? value) => Take(value is null ? default : new Held(HeldKind.Text, value));

    public void Number(decimal? value) =>
        Take(value is { } number ? new Held(HeldKind.Number, Number: number) : default);

    public void Number(int? value) => Number((decimal?)value);

    public void Day(DateOnly? value) =>
        Take(value is { } day ? new Held(HeldKind.Day, Date: day.ToDateTime(TimeOnly.MinValue)) : default);

    public void Instant(DateTimeOffset? value) =>
        Take(value is { } instant ? new Held(HeldKind.Instant, Date: instant.DateTime) : default);

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
        if (_sheet is null)
        {
            if (++_heldRows == SampleRows)
            {
                _sheet = Begin(isWhole: false);
            }
        }
        else
        {
            _sheet.EndRow();
        }

        return _package.WriteOutIfFullAsync(cancellationToken);
    }

    public ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        End(_sheet ?? Begin(isWhole: true));
        return _package.CompleteAsync(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _sheet?.Dispose();
        _package.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>How wide a column is and what is typed into its empty cells.</summary>
    public static SheetColumn Show(TableColumn column)
    {
        var name = Name(column);
        return column.Type switch
        {
            TableColumnType.Day => new SheetColumn(Math.Max(name, 13), CellStyle.Day),
            TableColumnType.Whole or TableColumnType.Decimal or TableColumnType.Flag => new(Math.Max(name, 10)),
            _ => new SheetColumn(Math.Max(name, Math.Clamp(column.MaxLength ?? 20, 12, WidestText)), CellStyle.Text),
        };
    }

    /// <summary>The arrow of the filter covers what stands under it; a word is not broken.</summary>
    private static int Name(TableColumn column)
    {
        var longest = column.Header.Split(' ', '-').Max(word => word.Length);
        return Math.Max(Math.Min(column.Header.Length + 4, 20), (int)(longest * 1.2) + 3);
    }

    private static bool IsText(TableColumn column) =>
        column.Type
            is not (TableColumnType.Day or TableColumnType.Whole or TableColumnType.Decimal or TableColumnType.Flag);

    private void Take(Held cell)
    {
        if (_sheet is null)
        {
            _cells++;
            _held.Add(cell);
            return;
        }

        if (_cells++ == 0)
        {
            if (_sheet.Row == _mostRows)
            {
                End(_sheet);
                _sheet = AddSheet();
            }

            _sheet.BeginRow();
        }

        Write(_sheet, cell);
    }

    private static void Write(XlsxSheet sheet, Held cell)
    {
        switch (cell.Kind)
        {
            case HeldKind.Text:
                sheet.Text(cell.Text, CellStyle.Wrapped);
                break;
            case HeldKind.Number:
                sheet.Number(cell.Number, CellStyle.Figure);
                break;
            case HeldKind.Day:
                Date(sheet, cell.Date, CellStyle.Day);
                break;
            case HeldKind.Instant:
                Date(sheet, cell.Date, CellStyle.Instant);
                break;
            default:
                sheet.Empty();
                break;
        }
    }

    /// <summary>The sheet with the rows that have waited for the widths of its columns.</summary>
    private XlsxSheet Begin(bool isWhole)
    {
        Fit(isWhole);
        _sheet = AddSheet();
        foreach (var row in _held.Chunk(_columns.Count))
        {
            foreach (var cell in row)
            {
                Take(cell);
            }

            _cells = 0;
            _sheet.EndRow();
        }

        _held.Clear();
        return _sheet;
    }

    /// <summary>Narrows columns of short texts; what they leave of the page the long ones take.</summary>
    private void Fit(bool isWhole)
    {
        var (longest, words) = (new int[_columns.Count], new int[_columns.Count]);
        for (var place = 0; place < _held.Count; place++)
        {
            var column = place % _columns.Count;
            longest[column] = Math.Max(longest[column], _held[place].Length);
            words[column] = Math.Max(words[column], _held[place].LongestWord);
        }

        for (var column = 0; column < _columns.Count; column++)
        {
            if (IsText(_columns[column]))
            {
                // A word is not broken, nor is one of the rows that are still to come.
                var later = isWhole ? 0 : Math.Min(_columns[column].MaxLength ?? Later, Later);
                var word = Math.Max(Math.Min((int)(words[column] * 1.2) + 2, WidestWithRoom), later);
                var width = Math.Max(word, Math.Min(longest[column] + 2, WidestText));
                _shown[column] = _shown[column] with { Width = Math.Max(Name(_columns[column]), width) };
            }
        }

        var room = (int)XlsxSheet.LandscapeWidth - _shown.Sum(column => column.Width);
        foreach (var column in Enumerable.Range(0, longest.Length).OrderBy(column => longest[column]))
        {
            var more = Math.Min(Math.Min(longest[column] + 2, WidestWithRoom) - _shown[column].Width, room);
            if (more > 0 && IsText(_columns[column]))
            {
                _shown[column] = _shown[column] with { Width = _shown[column].Width + more };
                room -= more;
            }
        }
    }

    /// <summary>Excel has no days before 1900.</summary>
    private static void Date(XlsxSheet sheet, DateTime date, CellStyle style)
    {
        if (date.Year < 1900)
        {
            sheet.Text(date.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            sheet.Date(date, style);
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

    private void End(XlsxSheet sheet)
    {
        sheet.Filter(1, _columns.Count);
        sheet.End();
    }

    private enum HeldKind
    {
        Empty,
        Text,
        Number,
        Day,
        Instant,
    }

    private readonly record struct Held(HeldKind Kind, string? Text = null, decimal Number = 0, DateTime Date = default)
    {
        /// <summary>How many characters it takes: where a number or a day does not fit, a program shows «###».</summary>
        public int Length =>
            Kind switch
            {
                HeldKind.Text => Text?.Length ?? 0,
                HeldKind.Number => Number
                    .ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture)
                    .Length,
                HeldKind.Day => "31.12.2026".Length,
                HeldKind.Instant => "31.12.2026 23:59".Length,
                _ => 0,
            };

        public int LongestWord => Kind == HeldKind.Text ? Words(Text!) : Length;

        private static int Words(ReadOnlySpan<char> text)
        {
            var longest = 0;
            foreach (var word in text.SplitAny(' ', '-'))
            {
                longest = Math.Max(longest, word.End.Value - word.Start.Value);
            }

            return longest;
        }
    }
}
