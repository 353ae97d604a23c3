using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Office.Imports;

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
internal sealed partial class ImportRun(
    ITableFiles tables,
    IUnitOfWork unitOfWork,
    IOperationRecords records,
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
            var tally = new ImportTally(operation, records);
            try
            {
                if (await CheckApartAsync(operation, dataset, content, tally, cancellationToken))
                {
                    return;
                }

                tally = CountAnew(operation, content, tally, row, counts);
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

                if (attempt == MostAttempts)
                {
                    await FailAsync(operation, conflict, tally, cancellationToken);
                    return;
                }

                // Somebody else has written the same objects meanwhile: what was decided must be decided anew.
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

    /// <summary>What the check has counted the writing counts anew.</summary>
    private ImportTally CountAnew(Operation operation, Stream content, ImportTally tally, int row, ImportCounts counts)
    {
        if (tally.Counts.Rows == 0)
        {
            return tally;
        }

        content.Position = 0;
        operation.Rewind(_owner, row, counts);
        return new ImportTally(operation, records);
    }

    public async Task<Result<ImportCounts>> TakeAsync(
        Dataset dataset,
        string? source,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var order = new ImportOrder(dataset.Name, ImportMode.AllOrNothing, source, dataset.Name, content.Length);
        var operation = Operation.Reserve(order, Guid.Empty, clock.Now);
        var tally = new ImportTally(operation, records);
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
        var opened = await tables.OpenAsync(content, format, dataset.Headers, cancellationToken);
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

        return new OpenFile(reader, session, content, format, operation.SkipHidden);
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
}
