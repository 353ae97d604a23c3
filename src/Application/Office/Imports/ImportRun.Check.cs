using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Office.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Checks and comparisons, which take back all that they do.</summary>
internal sealed partial class ImportRun
{
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
        if (!MayHoldLong(operation, content))
        {
            return false;
        }

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
}
