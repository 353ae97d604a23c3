using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Application.Common.Datasets;

/// <summary>One file on its way through a dataset: header, rows, chunks.</summary>
internal interface IImportSession
{
    /// <summary>Finds the columns under the headers of the file; doubts about headers come back as findings of the file.</summary>
    Result<IReadOnlyList<RowFinding>> Bind(IReadOnlyList<string> header);

    /// <summary>Reads a row into the chunk.</summary>
    void Add(TableRow row);

    /// <summary>Whether a row is taken together with the last of the chunk, which must not end before it.</summary>
    bool Continues(TableRow row);

    /// <summary>Notes what a row holds that was dealt with before an interruption: it may be repeated further on.</summary>
    void Skip(TableRow row);

    /// <summary>The rows of the chunk.</summary>
    IReadOnlyList<ImportRow> Rows { get; }

    /// <summary>Does with the rows of the chunk, as far as they could be read, what single requests would.</summary>
    Task ApplyAsync(CancellationToken cancellationToken);

    /// <summary>Reads the rows of the chunk anew, after an attempt that was rolled back.</summary>
    void Repeat();

    void Clear();

    IAsyncEnumerable<KnownObject> ReadKnownAsync();
}

/// <inheritdoc cref="IImportSession"/>
internal sealed class ImportSession<TRow>(Dataset<TRow> dataset, IRowImporter<TRow> importer, string? source)
    : IImportSession
    where TRow : class, new()
{
    /// <summary>Of a header that nobody knows, so much is said.</summary>
    private const int LongestHeader = 60;

    private readonly List<TableRow> _read = [];
    private readonly List<ImportRow<TRow>> _rows = [];

    /// <summary>Of each key its 128-bit hash and the row where it stood first: what must be remembered of a file.</summary>
    private readonly Dictionary<UInt128, int> _keys = [];

    private Column<TRow>?[] _columns = [];

    public IReadOnlyList<ImportRow> Rows => _rows;

    public Result<IReadOnlyList<RowFinding>> Bind(IReadOnlyList<string> header)
    {
        List<string> unknown = [];
        _columns = new Column<TRow>?[header.Count];
        for (var place = 0; place < header.Count; place++)
        {
            if (header[place].Length == 0 || dataset.ColumnUnder(header[place]) is not Column<TRow> column)
            {
                // A file that came back with remarks may be sent again as it is.
                if (header[place].Length > 0 && header[place] != TableWords.Remarks)
                {
                    unknown.Add(header[place].Shorten(LongestHeader));
                }
            }
            else if (Array.IndexOf(_columns, column) >= 0)
            {
                return ImportErrors.ColumnTwice(column.Header);
            }
            else
            {
                _columns[place] = column;
            }
        }

        if (Array.TrueForAll(_columns, column => column is null))
        {
            return ImportErrors.UnknownHeader(Headers(dataset.Typed));
        }

        var missing = dataset
            .Typed.Where(column =>
                column.Required
                && Array.IndexOf(_columns, column) < 0
                && !Array.Exists(_columns, other => other is not null && column.Alternatives.Contains(other))
            )
            .ToList();
        if (missing.Count > 0)
        {
            return ImportErrors.MissingColumns(
                Headers(missing),
                Headers(_columns.OfType<Column<TRow>>()),
                dataset.Name
            );
        }

        IReadOnlyList<RowFinding> findings = unknown.Count == 0 ? [] : [Unknown(unknown)];
        return Result<IReadOnlyList<RowFinding>>.Accept(findings);
    }

    public void Add(TableRow row)
    {
        _read.Add(row);
        _rows.Add(Read(row));
    }

    public bool Continues(TableRow row) =>
        _rows.Count > 0 && dataset.GroupOf(_rows[^1].Value) is { } group && dataset.GroupOf(Read(row).Value) == group;

    public void Skip(TableRow row) => Read(row);

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var readable = _rows.FindAll(row => !row.Refused);
        if (readable.Count > 0)
        {
            await importer.ImportAsync(readable, source, cancellationToken);
        }
    }

    public void Repeat()
    {
        _rows.Clear();
        _rows.AddRange(_read.Select(Read));
    }

    public void Clear()
    {
        _read.Clear();
        _rows.Clear();
    }

    public IAsyncEnumerable<KnownObject> ReadKnownAsync() => importer.ReadKnownAsync();

    private ImportRow<TRow> Read(TableRow source)
    {
        var row = new ImportRow<TRow>(source.Number, new TRow(), dataset);
        if (source.Unreadable is { } unreadable)
        {
            row.Refuse(unreadable, null, source.UnreadableValue);
            return row;
        }

        for (var place = 0; place < _columns.Length; place++)
        {
            if (_columns[place] is { } column)
            {
                ReadCell(row, column, Clean(source.Cells[place]));
            }
        }

        dataset.CompleteRead(row);
        if (!row.Refused && dataset.KeyOf(row.Value) is { } key)
        {
            // A row that is read again after a rollback finds itself.
            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, Hash(key), out var repeated);
            if (!repeated)
            {
                first = row.Number;
            }
            else if (first != row.Number)
            {
                row.Refuse(ImportErrors.Duplicate(first));
            }
        }

        return row;
    }

    /// <summary>Letters in one piece, and nothing that nobody sees.</summary>
    private static Cell Clean(in Cell cell) =>
        PlainText.Clean(cell.Text) is var text && ReferenceEquals(text, cell.Text)
            ? cell
            : cell with
            {
                Text = text.Trim(),
            };

    private static void ReadCell(ImportRow<TRow> row, Column<TRow> column, in Cell cell)
    {
        if (cell.Marks > CellMarks.Boolean)
        {
            if ((cell.Marks & CellMarks.Error) != 0)
            {
                row.Refuse(ImportErrors.CellError, column.Name, cell.Text);
                return;
            }

            if ((cell.Marks & CellMarks.Merged) != 0)
            {
                row.Warn(ImportWarnings.Merged, column.Name, cell.Text);
            }

            if ((cell.Marks & CellMarks.Formula) != 0)
            {
                row.Warn(ImportWarnings.Formula, column.Name, cell.Text);
            }
        }

        if (cell.Text.Length > 0)
        {
            column.Read(row, column, cell);
        }
        else if (column.Required && column.Alternatives.Count == 0)
        {
            row.Refuse(ImportErrors.Required, column.Name);
        }
    }

    /// <summary>One remark for all of them: lists have columns for numbers and telephones that nobody misses.</summary>
    private static RowFinding Unknown(List<string> headers)
    {
        var warning =
            headers.Count == 1
                ? ImportWarnings.UnknownColumn.With("column", headers[0])
                : ImportWarnings.UnknownColumns.With("columns", string.Join(", ", headers.Select(one => $"«{one}»")));
        return new RowFinding(FindingSeverity.Warning, headers.Count == 1 ? headers[0] : null, warning.Code)
        {
            Params = warning.Params,
        };
    }

    private static string Headers(IEnumerable<Column> columns) =>
        string.Join(", ", columns.Select(column => $"«{column.Header}»"));

    private static UInt128 Hash(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
