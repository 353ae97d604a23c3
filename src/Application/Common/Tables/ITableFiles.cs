namespace MethodCenter.Application.Common.Tables;

/// <summary>The formats of a table file.</summary>
public enum TableFormat
{
    Csv,
    Xlsx,
    Ndjson,
}

/// <summary>Reads and writes tables as files, in memory that does not grow with the number of rows.</summary>
public interface ITableFiles
{
    /// <summary>Opens a table and reads its header. The content must be seekable and stays the caller's to dispose of.</summary>
    /// <param name="content">A temporary file: its beginning may be read more than once.</param>
    /// <param name="headers">What may stand in its header.</param>
    Task<Result<ITableReader>> OpenAsync(
        Stream content,
        TableFormat format,
        TableHeaders headers,
        CancellationToken cancellationToken
    );

    /// <summary>The format by the first bytes, then by the declared type; null when it can be none of them.</summary>
    TableFormat? Detect(ReadOnlySpan<byte> beginning, string? contentType);

    /// <summary>A writer that never writes to the output synchronously and leaves it open.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format">The format.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="print">What stands above and below when a workbook is printed; null: only the number of the page.</param>
    ITableWriter Write(Stream output, TableFormat format, IReadOnlyList<TableColumn> columns, TablePrint? print = null);

    /// <summary>An empty file to be filled in: in Excel with hints, lists of values and a page of instructions.</summary>
    Task WriteTemplateAsync(
        Stream output,
        TableFormat format,
        TableTemplate template,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The values of the original with the problems beside the rows, in a last column <see cref="TableWords.Remarks"/>; of
    /// NDJSON the problems alone, as CSV. Row numbers stay those of the original.
    /// </summary>
    /// <param name="headers">By which the table is found in the original.</param>
    /// <param name="remarksByRow">Ordered by row.</param>
    /// <exception cref="TableFileException">The original cannot be opened.</exception>
    Task AnnotateAsync(
        Stream original,
        TableFormat format,
        TableHeaders headers,
        Stream output,
        IAsyncEnumerable<TableRemark> remarksByRow,
        CancellationToken cancellationToken
    );
}

/// <summary>An open table, to be read once from top to bottom.</summary>
public interface ITableReader : IAsyncDisposable
{
    /// <summary>Trimmed names of the columns; of NDJSON the members given at opening.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>Number of the row of the header; 0 in NDJSON.</summary>
    int HeaderRow { get; }

    /// <summary>About the file as a whole.</summary>
    IReadOnlyList<Warning> Warnings { get; }

    /// <summary>The rows below the header.</summary>
    /// <exception cref="TableFileException">The file cannot be read any further.</exception>
    IAsyncEnumerable<TableRow> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Writes a table; the header is written first. Cells are given in the order of the columns.</summary>
public interface ITableWriter : IAsyncDisposable
{
    void Text(string? value);

    void Number(decimal? value);

    void Number(int? value);

    void Day(DateOnly? value);

    /// <summary>CSV and Excel know no zones: they get the clock of the value's own offset.</summary>
    void Instant(DateTimeOffset? value);

    void Flag(bool? value);

    /// <summary>After the last cell of a row.</summary>
    ValueTask EndRowAsync(CancellationToken cancellationToken);

    /// <summary>After the last row. Without it the file is broken on purpose.</summary>
    ValueTask CompleteAsync(CancellationToken cancellationToken);
}

/// <summary>A table file cannot be read any further.</summary>
public sealed class TableFileException(Error error, int? row) : Exception($"{error.Code} at row {row}")
{
    public Error Error { get; } = error;

    public int? Row { get; } = row;
}
