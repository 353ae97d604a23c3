using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Office.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Takes files through datasets.</summary>
public interface IImportRun
{
    /// <summary>Runs the operation to its end. Cancelled: throws; what was committed stays and is said.</summary>
    Task RunAsync(Operation operation, Dataset dataset, Stream content, CancellationToken cancellationToken);

    /// <summary>Writes a whole file within the open unit of work of somebody else, who commits; a wrong row refuses all.</summary>
    Task<Result<ImportCounts>> TakeAsync(
        Dataset dataset,
        string? source,
        Stream content,
        CancellationToken cancellationToken
    );
}

/// <summary>Takes a file through a dataset, chunk by chunk, and saves as the mode promises.</summary>
/// <remarks>
/// Valid rows are committed chunk by chunk, each chunk with its outcome, so an interrupted import goes on behind the last.
/// The other modes hold one transaction: what is asked to be all or nothing is committed with its outcome at the end,
/// and a check or comparison is rolled back. So a check says exactly what the import would have said.
/// On a database with one writer nobody else could write meanwhile. There a check works on a copy (<see cref="ICheckRooms"/>),
/// and a large file that is to be written wholly is checked first, and then written chunk by chunk, so that others come
/// in between. If one of them has taken away what the check relied on, the operation fails and says how far it has come.
/// </remarks>
internal sealed class ImportRun(
    ITableFiles tables,
    IUnitOfWork unitOfWork,
    IOperationBook book,
    IRunningOperations running,
    ImportDifferences differences,
    IdentificationLog identified,
    ICheckRooms rooms,
    IServiceProvider services,
    IClock clock
) : IImportRun
{
    private const int ChunkRows = 1000;

    /// <summary>Of the only writer nobody else waits for longer than such a chunk takes.</summary>
    private const int ShortChunkRows = 250;
    private const int MostAttempts = 3;
    private const int FewBytes = 32 * 1024;

    /// <summary>The instance in whose hands the operation must be whenever something of it is committed.</summary>
    private Guid? _owner;

    /// <summary>What was to be written wholly has passed the check and is written chunk by chunk.</summary>
    private bool _piecewise;

    public async Task RunAsync(
        Operation operation,
        Dataset dataset,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        _owner = operation.Owner;

        // One that was interrupted has passed the check before.
        _piecewise = operation is { Mode: ImportMode.AllOrNothing, SavedRow: > 0 };
        var (row, counts) = (operation.SavedRow, operation.Counts);
        for (var attempt = 1; ; attempt++)
        {
            content.Position = 0;
            var tally = new ImportTally(operation, book);
            try
            {
                if (
                    MayHoldLong(operation, content)
                    && await CheckApartAsync(operation, dataset, content, tally, cancellationToken)
                )
                {
                    return;
                }

                if (tally.Counts.Rows > 0)
                {
                    // The check has counted; the writing counts anew.
                    content.Position = 0;
                    tally = new ImportTally(operation, book);
                    operation.Rewind(_owner, row, counts);
                }

                var opened = await OpenAsync(operation, dataset, content, tally, cancellationToken);
                if (!opened.Succeeded(out var file, out var error))
                {
                    await FailAsync(operation, error, tally, cancellationToken);
                    return;
                }

                await using var _ = file;
                if (await TakeFileAsync(operation, file, tally, cancellationToken) is not { } conflict)
                {
                    return;
                }

                // Somebody else has written the same objects meanwhile: what was decided must be decided anew.
                if (attempt == MostAttempts)
                {
                    await FailAsync(operation, conflict, tally, cancellationToken);
                    return;
                }

                if (operation.Mode == ImportMode.ValidRows || _piecewise)
                {
                    (row, counts) = (operation.SavedRow, operation.Counts);
                }

                operation.Rewind(_owner, row, counts);
            }
            catch (TableFileException unreadable)
            {
                await FailAsync(operation, unreadable.Error, tally, cancellationToken);
                return;
            }
        }
    }

    /// <summary>A few rows are done sooner than a copy is made; a comparison reads all that is on file.</summary>
    private bool MayHoldLong(Operation operation, Stream content) =>
        !_piecewise
        && operation.Mode != ImportMode.ValidRows
        && (operation.Mode == ImportMode.Compare || content.Length > FewBytes);

    /// <summary>Checks or compares in a room of its own, where there is one to be had.</summary>
    /// <returns>True: the operation has ended. False: nothing was done yet, or the file has passed and is to be written.</returns>
    private async Task<bool> CheckApartAsync(
        Operation operation,
        Dataset dataset,
        Stream content,
        ImportTally tally,
        CancellationToken cancellationToken
    )
    {
        await using var room = await rooms.OpenAsync(cancellationToken);
        if (room is null)
        {
            return false;
        }

        var inside = (ImportRun)room.Services.GetRequiredService<IImportRun>();
        Result<Nothing> checkedRows;
        try
        {
            checkedRows = await inside.CheckAsync(operation, dataset, content, tally, cancellationToken);
        }
        finally
        {
            identified.Take(room.Services.GetRequiredService<IdentificationLog>());
        }

        if (checkedRows.Refused)
        {
            await FailAsync(operation, checkedRows.Error, tally, cancellationToken);
            return true;
        }

        if (operation.Mode != ImportMode.AllOrNothing)
        {
            operation.Succeed(clock.Now);
            await EndAsync(operation, tally, cancellationToken);
            return true;
        }

        // What one chunk holds is written at once, as it always was.
        _piecewise = tally.Counts.Rows > ShortChunkRows;
        return false;
    }

    /// <summary>Reads the whole file in a transaction that is never committed.</summary>
    private async Task<Result<Nothing>> CheckAsync(
        Operation operation,
        Dataset dataset,
        Stream content,
        ImportTally tally,
        CancellationToken cancellationToken
    )
    {
        var opened = await OpenAsync(operation, dataset, content, tally, cancellationToken);
        if (!opened.Succeeded(out var file, out var error))
        {
            return error;
        }

        await using var _ = file;
        HashSet<Guid> seen = [];
        await using var transaction = await unitOfWork.BeginAsync(cancellationToken);
        await unitOfWork.HoldAsync(cancellationToken);
        if (await ReadThroughAsync(operation, file, tally, seen, cancellationToken) is { } conflict)
        {
            return conflict;
        }

        if (operation.Mode == ImportMode.Compare)
        {
            await ImportDifferences.NoteMissingAsync(file.Session, seen, tally, cancellationToken);
            operation.Advance(operation.SavedRow, tally.Counts);
        }

        return tally.Counts.Rows == 0 ? ImportErrors.Empty
            : operation.Mode == ImportMode.AllOrNothing && tally.Counts.Refused > 0
                ? ImportErrors.RowsRefused(tally.Counts.Refused)
            : Nothing.Done;
    }

    public async Task<Result<ImportCounts>> TakeAsync(
        Dataset dataset,
        string? source,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var order = new ImportOrder(dataset.Name, ImportMode.AllOrNothing, source, dataset.Name, content.Length);
        var operation = Operation.Queue(order, Guid.Empty, clock.Now);
        var tally = new ImportTally(operation, book);
        var opened = await OpenAsync(operation, dataset, content, tally, cancellationToken);
        if (!opened.Succeeded(out var file, out var error))
        {
            return error;
        }

        await using var _ = file;
        return await ReadThroughAsync(operation, file, tally, [], cancellationToken) is { } conflict ? conflict
            : tally.Findings.Find(finding => finding.Severity == FindingSeverity.Problem) is { } problem
                ? ImportErrors.RowRefused(problem.Row, problem.Column, problem.Code)
            : tally.Counts;
    }

    private async Task<Result<OpenFile>> OpenAsync(
        Operation operation,
        Dataset dataset,
        Stream content,
        ImportTally tally,
        CancellationToken cancellationToken
    )
    {
        var format = tables.Detect(await content.BeginningAsync(cancellationToken), null) ?? TableFormat.Csv;
        string[] members = [.. dataset.Columns.Select(column => column.Name)];
        var opened = await tables.OpenAsync(content, format, members, cancellationToken);
        if (!opened.Succeeded(out var reader, out var error))
        {
            return error;
        }

        var session = dataset.Begin(services, operation.Source);
        if (!session.Bind(reader.Header).Succeeded(out var findings, out error))
        {
            await reader.DisposeAsync();
            return error;
        }

        if (operation.SavedRow == 0)
        {
            foreach (var warning in reader.Warnings)
            {
                tally.Note(0, new RowFinding(FindingSeverity.Warning, null, warning.Code) { Params = warning.Params });
            }

            foreach (var finding in findings)
            {
                tally.Note(reader.HeaderRow, finding);
            }
        }

        return new OpenFile(reader, session, content, format);
    }

    /// <summary>Reads the file to its end; a conflict with another writer comes back and nothing of the attempt stays.</summary>
    private async Task<Error?> TakeFileAsync(
        Operation operation,
        OpenFile file,
        ImportTally tally,
        CancellationToken cancellationToken
    )
    {
        if (operation.Mode == ImportMode.ValidRows || _piecewise)
        {
            return await TakePiecewiseAsync(operation, file, tally, cancellationToken);
        }

        HashSet<Guid> seen = [];
        await using (var transaction = await unitOfWork.BeginAsync(cancellationToken))
        {
            await unitOfWork.HoldAsync(cancellationToken);
            if (await ReadThroughAsync(operation, file, tally, seen, cancellationToken) is { } conflict)
            {
                return conflict;
            }

            if (operation.Mode == ImportMode.Compare)
            {
                await ImportDifferences.NoteMissingAsync(file.Session, seen, tally, cancellationToken);
                operation.Advance(operation.SavedRow, tally.Counts);
            }

            if (operation.Mode == ImportMode.AllOrNothing && tally.Counts is { Refused: 0, Rows: > 0 })
            {
                operation.Succeed(clock.Now);
                return await SaveAsync(operation, tally, transaction, cancellationToken);
            }
        }

        if (tally.Counts.Rows == 0)
        {
            await FailAsync(operation, ImportErrors.Empty, tally, cancellationToken);
        }
        else if (operation.Mode == ImportMode.AllOrNothing)
        {
            await FailAsync(operation, ImportErrors.RowsRefused(tally.Counts.Refused), tally, cancellationToken);
        }
        else
        {
            operation.Succeed(clock.Now);
            await EndAsync(operation, tally, cancellationToken);
        }

        return null;
    }

    /// <summary>Writes chunk after chunk into the open transaction.</summary>
    private async Task<Error?> ReadThroughAsync(
        Operation operation,
        OpenFile file,
        ImportTally tally,
        HashSet<Guid> seen,
        CancellationToken cancellationToken
    )
    {
        await foreach (var last in file.ReadChunksAsync(tally, 0, ChunkRows, cancellationToken))
        {
            var since = clock.Now;
            await file.Session.ApplyAsync(cancellationToken);
            if (await unitOfWork.SaveAsync(cancellationToken) is { } conflict)
            {
                return conflict;
            }

            if (operation.Mode == ImportMode.Compare)
            {
                await differences.NoteAsync(file.Session.Rows, seen, since, cancellationToken);
            }

            tally.Take(file.Session.Rows);
            operation.Advance(last, tally.Counts);
            running.Report(operation.Id, new RunningProgress(tally.Counts, file.Percent));
            unitOfWork.Forget();
        }

        return null;
    }

    private async Task<Error?> TakePiecewiseAsync(
        Operation operation,
        OpenFile file,
        ImportTally tally,
        CancellationToken cancellationToken
    )
    {
        var committed = operation.Counts;
        var size = rooms.OneWriter ? ShortChunkRows : ChunkRows;
        await foreach (var last in file.ReadChunksAsync(tally, operation.SavedRow, size, cancellationToken))
        {
            for (var attempt = 1; ; attempt++)
            {
                var (saved, counts, kept) = (operation.SavedRow, tally.Counts, tally.Findings.Count);
                await using var transaction = await unitOfWork.BeginAsync(cancellationToken);
                await unitOfWork.HoldAsync(cancellationToken);
                await file.Session.ApplyAsync(cancellationToken);
                tally.Take(file.Session.Rows);
                if (_piecewise && file.Session.Rows.Any(row => row.Refused))
                {
                    operation.Advance(saved, committed);
                    return await GiveUpAsync(operation, tally, transaction, committed, cancellationToken);
                }

                operation.Advance(last, tally.Counts);
                var conflict = await SaveAsync(operation, tally, transaction, cancellationToken);
                if (conflict is null)
                {
                    break;
                }

                tally.Return(counts, kept);
                operation.Advance(saved, committed);
                if (attempt == MostAttempts)
                {
                    return conflict;
                }

                file.Session.Repeat();
            }

            committed = tally.Counts;
            running.Report(operation.Id, new RunningProgress(tally.Counts, file.Percent));
            tally.Findings.Clear();
            unitOfWork.Forget();
        }

        if (tally.Counts.Rows == 0)
        {
            await FailAsync(operation, ImportErrors.Empty, tally, cancellationToken);
            return null;
        }

        operation.Succeed(clock.Now);
        await EndAsync(operation, tally, cancellationToken);
        return null;
    }

    /// <summary>Others have changed what the check relied on: what is written stays, and is said.</summary>
    private async Task<Error?> GiveUpAsync(
        Operation operation,
        ImportTally tally,
        ITransaction transaction,
        ImportCounts committed,
        CancellationToken cancellationToken
    )
    {
        var refused = tally.Counts.Refused;
        await transaction.DisposeAsync();
        var error = ImportErrors.PartlyWritten(operation.SavedRow, refused);
        Fail(operation, error, committed with { Refused = refused });
        await EndAsync(operation, tally, cancellationToken);
        return null;
    }

    private async Task FailAsync(
        Operation operation,
        Error error,
        ImportTally tally,
        CancellationToken cancellationToken
    )
    {
        // Of what was to be all or nothing, nothing is there.
        var counts =
            operation.Mode == ImportMode.AllOrNothing && !_piecewise
                ? tally.Counts with
                {
                    Created = 0,
                    Changed = 0,
                }
                : tally.Counts;
        Fail(operation, error, counts);
        await EndAsync(operation, tally, cancellationToken);
    }

    private void Fail(Operation operation, Error error, ImportCounts counts)
    {
        operation.Advance(operation.SavedRow, counts);
        operation.Fail(
            error.Code,
            Texts.Texts.Get(error.Code, error.Params, english: false),
            Texts.Texts.Get(error.Code, error.Params, english: true),
            clock.Now
        );
    }

    /// <summary>Writes how the operation ended, in a transaction of its own.</summary>
    private async Task EndAsync(Operation operation, ImportTally tally, CancellationToken cancellationToken)
    {
        // A check is rolled back, but has said who is who; of many, no other writer waits for all of them.
        while (!identified.IsEmpty)
        {
            await using var piece = await unitOfWork.BeginAsync(cancellationToken);
            _ = identified.Write(PurposeOf(operation));
            if (await unitOfWork.SaveAsync(cancellationToken) is { } refused)
            {
                throw new InvalidOperationException($"Who was identified was not written: {refused.Code}.");
            }

            await piece.CommitAsync(cancellationToken);
        }

        await using var transaction = await unitOfWork.BeginAsync(cancellationToken);
        if (await SaveAsync(operation, tally, transaction, cancellationToken) is { } conflict)
        {
            throw new InvalidOperationException($"The end of an operation was not written: {conflict.Code}.");
        }
    }

    private async Task<Error?> SaveAsync(
        Operation operation,
        ImportTally tally,
        ITransaction transaction,
        CancellationToken cancellationToken
    )
    {
        await book.HoldAsync(operation.Id, _owner, cancellationToken);
        book.Keep(operation);
        book.Add(tally.Findings);
        var noted = identified.Write(PurposeOf(operation));
        if (await unitOfWork.SaveAsync(cancellationToken) is { } conflict)
        {
            identified.Return(noted);
            return conflict;
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>In the words of the audit: for what protected data were compared.</summary>
    private static string PurposeOf(Operation operation) => $"import {operation.Dataset} {operation.Id}";
}
