using System.Globalization;
using System.Runtime.CompilerServices;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Csv;

/// <summary>Reads a table from CSV.</summary>
internal sealed class CsvTableReader : ITableReader
{
    private readonly CsvFile _file;
    private readonly StringCache _strings = new();
    private readonly Queue<Record> _ahead = new();
    private string[] _values = [];
    private string[] _header = [];
    private bool _read;

    private CsvTableReader(CsvFile file) => _file = file;

    public IReadOnlyList<string> Header => _header;

    public int HeaderRow { get; private set; }

    /// <summary>Position of the first field of the table in its records, from 0.</summary>
    public int FirstColumn { get; private set; }

    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    /// <exception cref="TableFileException">There is no readable header.</exception>
    public static async Task<CsvTableReader> OpenAsync(
        Stream content,
        TableLimits limits,
        CancellationToken cancellationToken
    )
    {
        var reader = new CsvTableReader(
            await CsvFile.OpenAsync(content, limits, cancellationToken).ConfigureAwait(false)
        );
        await reader.ReadHeaderAsync(limits, cancellationToken).ConfigureAwait(false);
        return reader;
    }

    public async IAsyncEnumerable<TableRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_read)
        {
            throw new InvalidOperationException("A table is read once.");
        }

        _read = true;
        var emptyFrom = 0;
        var empty = 0;
        while (await NextAsync(cancellationToken).ConfigureAwait(false) is { } row)
        {
            if (row.IsEmpty)
            {
                emptyFrom = empty == 0 ? row.Number : emptyFrom;
                empty++;
                continue;
            }

            if (empty > 0)
            {
                yield return EmptyRows(emptyFrom, empty);
                empty = 0;
            }

            yield return row;
        }

        if (empty > 0)
        {
            yield return EmptyRows(emptyFrom, empty);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static TableRow EmptyRows(int from, int count) =>
        new()
        {
            Number = from,
            IsEmpty = true,
            Count = count,
        };

    private async Task ReadHeaderAsync(TableLimits limits, CancellationToken cancellationToken)
    {
        var search = new HeaderSearch();
        var records = new List<Record>();
        while (await _file.Records.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var record = Keep();
            records.Add(record);
            if (search.Show(record.Values.Count(value => value.Length > 0), _file.Titled || record.Values.Length > 1))
            {
                break;
            }
        }

        if (search.Found < 0)
        {
            throw new TableFileException(TableErrors.Empty, null);
        }

        var header = records[search.Found];
        if (header.Error is { } error)
        {
            throw new TableFileException(error, header.Number);
        }

        FirstColumn = Array.FindIndex(header.Values, value => value.Length > 0);
        _header = header.Values[FirstColumn..(Array.FindLastIndex(header.Values, value => value.Length > 0) + 1)];
        if (_header.Length > limits.Columns)
        {
            throw new TableFileException(TableErrors.TooManyColumns(limits.Columns), header.Number);
        }

        HeaderRow = header.Number;
        if (records.Take(search.Found).Any(record => record.Values.Any(value => value.Length > 0)))
        {
            Warnings = [TableErrors.TitleSkipped(HeaderRow)];
        }

        foreach (var record in records.Skip(search.Found + 1))
        {
            _ahead.Enqueue(record);
        }
    }

    private Record Keep() => new(_file.Records.Line, Values().ToArray(), ErrorOfRecord());

    private async ValueTask<TableRow?> NextAsync(CancellationToken cancellationToken)
    {
        if (_ahead.TryDequeue(out var record))
        {
            return Row(record.Number, record.Values, record.Error);
        }

        return await _file.Records.ReadAsync(cancellationToken).ConfigureAwait(false)
            ? Row(_file.Records.Line, Values(), ErrorOfRecord())
            : null;
    }

    private TableRow Row(int number, ReadOnlySpan<string> values, Error? error)
    {
        if (error is not null)
        {
            return new TableRow { Number = number, Unreadable = error };
        }

        if (Outside(values) is { } outside)
        {
            return new TableRow { Number = number, Unreadable = TableErrors.OutsideHeader(outside) };
        }

        var filled = false;
        var cells = new Cell[_header.Length];
        for (var column = 0; column < cells.Length; column++)
        {
            var text = FirstColumn + column < values.Length ? values[FirstColumn + column] : "";
            filled |= text.Length > 0;
            cells[column] = new Cell(text, CellMarks.None);
        }

        return new TableRow
        {
            Number = number,
            Cells = filled ? cells : [],
            IsEmpty = !filled,
        };
    }

    /// <summary>The column of a value that stands beside the header.</summary>
    private string? Outside(ReadOnlySpan<string> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if ((index < FirstColumn || index >= FirstColumn + _header.Length) && values[index].Length > 0)
            {
                return (index + 1).ToString(CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    /// <summary>The values of the current record, until the next one is read.</summary>
    private Span<string> Values()
    {
        var count = _file.Records.Count;
        if (_values.Length < count)
        {
            _values = new string[count];
        }

        for (var index = 0; index < count; index++)
        {
            _values[index] = _strings.Get(FormulaGuard.Read(_file.Records[index]));
        }

        return _values.AsSpan(0, count);
    }

    private Error? ErrorOfRecord() =>
        _file.Records.HasStrayQuote ? TableErrors.StrayQuote
        : _file.Records.HasControlCharacter ? TableErrors.ControlCharacter
        : null;

    private sealed record Record(int Number, string[] Values, Error? Error);
}
