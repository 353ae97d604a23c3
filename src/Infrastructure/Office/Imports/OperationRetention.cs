using System.Buffers.Binary;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>Deletes files and findings of operations that ended long ago: they hold personal data.</summary>
/// <remarks>The operation itself stays, with its counts: who imported what, and when, remains visible.</remarks>
internal sealed class OperationRetention(ImportOptions options, WriteGate gate, TimeProvider time)
{
    /// <summary>No file is longer on its way.</summary>
    private static readonly TimeSpan LongestRequest = TimeSpan.FromHours(6);

    public async Task TrimAsync(MethodCenterDbContext database, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() - TimeSpan.FromDays(options.KeepDays);
        var ended = database
            .Operations.IgnoreQueryFilters()
            .Where(operation => operation.FinishedAt < until)
            .Select(operation => operation.Id);
        await DeleteFilesAsync(database, ended, cancellationToken);

        // Of a bad file there may be a million.
        var findings = database
            .OperationFindings.IgnoreQueryFilters()
            .Where(finding => ended.Contains(finding.OperationId));
        await Slices.DeleteAllAsync(gate, findings.OrderBy(finding => finding.Id), cancellationToken);
    }

    private async Task DeleteFilesAsync(
        MethodCenterDbContext database,
        IQueryable<Guid> ended,
        CancellationToken cancellationToken
    )
    {
        var files = database.Set<OperationPart>().IgnoreQueryFilters().Where(part => part.Number == 0);
        var ids = await files
            .Where(part => ended.Contains(part.OperationId))
            .Select(part => part.OperationId)
            .ToListAsync(cancellationToken);

        // Of a request that died while its file was kept; counts of places and bytes include it until then.
        var latest = time.GetUtcNow() - LongestRequest;
        var broken = database
            .Operations.IgnoreQueryFilters()
            .Where(operation => operation.State == OperationState.Uploading && operation.CreatedAt < latest);
        foreach (var id in await broken.Select(operation => operation.Id).ToListAsync(cancellationToken))
        {
            // The operation goes first, if it has not been queued meanwhile: queued without its file it would only fail.
            using (await gate.EnterAsync(cancellationToken))
            {
                if (await broken.Where(operation => operation.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
                {
                    continue;
                }
            }

            await OperationParts.RemoveAsync(database, gate, id, cancellationToken);
        }

        // Of an operation that is gone, where its file could not be removed with it.
        var known = database.Operations.IgnoreQueryFilters();
        var orphans = await files
            .Where(part => !known.Any(operation => operation.Id == part.OperationId))
            .Select(part => part.OperationId)
            .ToListAsync(cancellationToken);
        var begun = TimeProvider.System.GetUtcNow() - LongestRequest;
        foreach (var id in ids.Concat(orphans.Where(id => MadeAt(id) < begun)))
        {
            await OperationParts.RemoveAsync(database, gate, id, cancellationToken);
        }
    }

    /// <summary>The instant in an id (UUID version 7).</summary>
    private static DateTimeOffset MadeAt(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16);
    }
}
