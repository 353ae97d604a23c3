using System.Runtime.CompilerServices;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Infrastructure.Tables.Xlsx;

namespace MethodCenter.Infrastructure.Tables.Csv;

/// <summary>Reads a table from CSV.</summary>
internal sealed class CsvTableReader : ITableReader
{
    private readonly CsvFile _file;
    private readonly StringCache _strings = new();
    private readonly Queue<Record> _ahead = new();
    private string[] _values = [];
    private string[] _header = [];
    private TableFileException? _broken;
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
        TableHeaders headers,
        TableLimits limits,
        CancellationToken cancellationToken
    )
    {
        var reader = new CsvTableReader(
            await CsvFile.OpenAsync(content, limits, cancellationToken).ConfigureAwait(false)
        );
        await reader.ReadHeaderAsync(headers, limits, cancellationToken).ConfigureAwait(false);
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

    private async Task ReadHeaderAsync(TableHeaders headers, TableLimits limits, CancellationToken cancellationToken)
    {
        var search = new HeaderSearch(headers);
        var records = new List<Record>();
        try
        {
            while (await _file.Records.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var record = Keep();
                records.Add(record);
                if (search.Show(records.Count, [.. record.Values.Take(limits.Columns * 2).Select(Cell)]))
                {
                    break;
                }
            }
        }
        catch (TableFileException exception) when (records.Count > 0)
        {
            _broken = exception; // the rows before can be read
        }

        if (search.Find(position => _file.Titled || records[position].Values.Length > 1) is not { } place)
        {
            throw _broken ?? new TableFileException(TableErrors.Empty, null);
        }

        for (var at = place.First; at <= place.Last; at++)
        {
            if (records[at].Error is { } error)
            {
                throw new TableFileException(error, records[at].Number);
            }
        }

        var header = search.Join(place);
        FirstColumn = Array.FindIndex(header, name => name.Length > 0);
        _header = header[FirstColumn..(Array.FindLastIndex(header, name => name.Length > 0) + 1)];
        HeaderRow = records[place.Last].Number;
        if (_header.Length > limits.Columns)
        {
            throw new TableFileException(TableErrors.TooManyColumns(limits.Columns), HeaderRow);
        }

        var numbered = place.Known > 0 && search.IsNumbered(place.Last + 1);
        Warnings =
        [
            .. records.Take(place.First).Any(record => Array.Exists(record.Values, value => value.Length > 0))
                ? [TableErrors.TitleSkipped(records[place.First].Number)]
                : Array.Empty<Warning>(),
            .. place.Depth > 1
                ? [TableErrors.HeaderRows(records[place.First].Number, HeaderRow)]
                : Array.Empty<Warning>(),
            .. numbered ? [TableErrors.NumbersSkipped(records[place.Last + 1].Number)] : Array.Empty<Warning>(),
        ];
        foreach (var record in records.Skip(place.Last + (numbered ? 2 : 1)))
        {
            _ahead.Enqueue(record);
        }
    }

    private static HeaderCell Cell(string text) => new(text, Own: true, Begins: true);

    private Record Keep() => new(_file.Records.Line, Values().ToArray(), ErrorOfRecord());

    private async ValueTask<TableRow?> NextAsync(CancellationToken cancellationToken)
    {
        if (_ahead.TryDequeue(out var record))
        {
            return Row(record.Number, record.Values, record.Error);
        }

        if (_broken is { } broken)
        {
            throw broken;
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
            return new TableRow
            {
                Number = number,
                Unreadable = TableErrors.OutsideHeader(CellReference.Letters(outside)),
                UnreadableValue = values[outside],
            };
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

    /// <summary>The column of a value that stands beside the header, or within it under no name.</summary>
    private int? Outside(ReadOnlySpan<string> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var column = index - FirstColumn;
            if (
                values[index].Length > 0
                && (column < 0 || column >= _header.Length || _header[column].Length == 0)
                && PlainText.Clean(values[index]).Length > 0
            )
            {
                return index;
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
