using MethodCenter.Application.Office.Imports;

namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>Deletes files and findings of operations that ended long ago: they hold personal data.</summary>
/// <remarks>The operation itself stays, with its counts: who imported what, and when, remains visible.</remarks>
internal sealed class OperationRetention(ImportOptions options, WriteGate gate, TimeProvider time)
{
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

    /// <summary>One file at a time, so that writers come in between.</summary>
    private async Task DeleteFilesAsync(
        MethodCenterDbContext database,
        IQueryable<Guid> ended,
        CancellationToken cancellationToken
    )
    {
        var ids = await database
            .Set<OperationPart>()
            .IgnoreQueryFilters()
            .Where(part => part.Number == 0 && ended.Contains(part.OperationId))
            .Select(part => part.OperationId)
            .ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            using var pass = await gate.EnterAsync(cancellationToken);
            await database
                .Set<OperationPart>()
                .IgnoreQueryFilters()
                .Where(part => part.OperationId == id)
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}
