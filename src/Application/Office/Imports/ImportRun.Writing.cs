using MethodCenter.Application.Common.Datasets;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Writing piece by piece, and how an operation ends.</summary>
internal sealed partial class ImportRun
{
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
        await records.HoldAsync(operation.Id, _owner, cancellationToken);
        records.Keep(operation);
        records.Add(tally.Findings);
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
