namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>Removes the pieces of files.</summary>
internal static class OperationParts
{
    /// <summary>Pieces that are deleted at a time: some eight megabytes, whose pages are written anew.</summary>
    public const int AtOnce = 16;

    /// <summary>From the end, so that the first piece, by which files are found, goes last; writers come in between.</summary>
    public static async Task RemoveAsync(
        MethodCenterDbContext database,
        WriteGate gate,
        Guid operationId,
        CancellationToken cancellationToken
    )
    {
        var pieces = database.Set<OperationPart>().IgnoreQueryFilters().Where(part => part.OperationId == operationId);
        var last = await pieces.MaxAsync(part => (int?)part.Number, cancellationToken) ?? -1;
        while (last >= 0)
        {
            var first = Math.Max(0, last - AtOnce + 1);
            using var pass = await gate.EnterAsync(cancellationToken);
            await pieces.Where(part => part.Number >= first).ExecuteDeleteAsync(cancellationToken);
            last = first - 1;
        }
    }
}
