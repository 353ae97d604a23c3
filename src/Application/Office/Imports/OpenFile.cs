using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Application.Office.Imports;

/// <summary>A file being read.</summary>
internal sealed class OpenFile(
    ITableReader reader,
    IImportSession session,
    Stream content,
    TableFormat format,
    bool skipHidden
) : IAsyncDisposable
{
    /// <summary>By how many rows a chunk may grow so that rows which are taken together stay together.</summary>
    private const int MostTogether = 200;

    public IImportSession Session => session;

    /// <summary>Share of the file that was read; of a workbook the place in the file says nothing.</summary>
    public int? Percent =>
        format == TableFormat.Xlsx || content.Length == 0 ? null : (int)(content.Position * 100 / content.Length);

    /// <summary>Fills the session with one chunk after the other; yields the number of the last row of each.</summary>
    public async IAsyncEnumerable<int> ReadChunksAsync(
        ImportTally tally,
        int behind,
        int size,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var (last, emptyBefore, hidden, firstHidden) = (0, false, 0, 0);
        await foreach (var row in reader.ReadAsync(cancellationToken))
        {
            if (IsChunk(row, size))
            {
                yield return last;
                session.Clear();
            }

            last = row.Number;
            if (row.IsEmpty)
            {
                // Of rows without content that follow each other only the first is spoken of.
                if (!emptyBefore && row.Number > behind)
                {
                    Note(tally, row.Number, ImportWarnings.EmptyRows);
                }

                emptyBefore = true;
                continue;
            }

            emptyBefore = false;
            if (row.IsHidden)
            {
                firstHidden = hidden++ == 0 ? row.Number : firstHidden;
                if (skipHidden)
                {
                    continue;
                }
            }

            if (row.Number <= behind)
            {
                session.Skip(row);
                continue;
            }

            session.Add(row);
        }

        if (hidden > 0)
        {
            // Counted over the whole file, also where an interrupted import goes on.
            Note(tally, 0, ImportWarnings.HiddenRows(hidden, firstHidden, skipHidden));
        }

        if (session.Rows.Count > 0)
        {
            yield return last;
            session.Clear();
        }
    }

    public ValueTask DisposeAsync() => reader.DisposeAsync();

    /// <summary>The rows so far are enough, and the next one does not belong to the last.</summary>
    private bool IsChunk(TableRow next, int size) =>
        session.Rows.Count >= size
        && (session.Rows.Count >= size + MostTogether || next.IsEmpty || !session.Continues(next));

    private static void Note(ImportTally tally, int row, Warning warning) =>
        tally.Note(row, new RowFinding(FindingSeverity.Warning, null, warning.Code) { Params = warning.Params });
}
