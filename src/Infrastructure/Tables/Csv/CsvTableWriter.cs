using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Csv;

/// <summary>
/// Writes CSV as Excel with Russian settings opens it by a double click: UTF-8 with a mark, semicolons, a decimal comma, dates
/// as dd.MM.yyyy.
/// </summary>
internal sealed class CsvTableWriter : ITableWriter
{
    private readonly Stream _output;
    private readonly OutputBuffer _buffer;
    private readonly CsvRecords _records;
    private readonly int _columns;
    private int _cells;

    public CsvTableWriter(Stream output, IReadOnlyList<TableColumn> columns)
    {
        _output = output;
        _buffer = new OutputBuffer(output);
        _records = new CsvRecords(_buffer, CsvDialect.Default, columns.Count == 1);
        _columns = columns.Count;
        CsvRecords.WriteMark(_buffer);
        foreach (var column in columns)
        {
            _records.Text(column.Header);
        }

        _records.End();
    }

    public void Text(string? value)
    {
        _cells++;
        _records.Text(value);
    }

    public void Number(decimal? value)
    {
        _cells++;
        _records.Number(value);
    }

    public void Number(int? value) => Number((decimal?)value);

    public void Day(DateOnly? value)
    {
        _cells++;
        _records.Plain(value, "dd.MM.yyyy");
    }

    public void Instant(DateTimeOffset? value)
    {
        _cells++;
        _records.Plain(value, "dd.MM.yyyy HH:mm:ss");
    }

    public void Flag(bool? value) =>
        Text(
            value is null ? null
            : value.Value ? TableWords.Yes
            : TableWords.No
        );

    public ValueTask EndRowAsync(CancellationToken cancellationToken)
    {
        if (_cells != _columns)
        {
            throw new InvalidOperationException($"A row of {_columns} columns was given {_cells} cells.");
        }

        _cells = 0;
        _records.End();
        return _buffer.WriteOutIfFullAsync(cancellationToken);
    }

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await _buffer.WriteOutAsync(cancellationToken).ConfigureAwait(false);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _buffer.DisposeAsync();
}
