namespace MethodCenter.Infrastructure.Persistence;

/// <summary>How many rows a statement changes that goes through many of them a part at a time.</summary>
internal static class Slices
{
    /// <summary>
    /// SQL Server gives up locks on rows for one on the whole table when a statement holds some 5,000 on one index, and a
    /// row that moves within an index takes two.
    /// </summary>
    public const int MostRows = 2000;

    /// <summary>Deletes slice by slice until nothing is left; other writers come in between.</summary>
    /// <param name="gate">Through which each slice goes.</param>
    /// <param name="rows">What is to go, in an order that an index gives.</param>
    /// <param name="cancellationToken">Ends it between two slices or in one.</param>
    public static async Task DeleteAllAsync<T>(
        WriteGate gate,
        IOrderedQueryable<T> rows,
        CancellationToken cancellationToken
    )
        where T : class
    {
        int deleted;
        do
        {
            // Whether there is anything is asked before the gate: mostly there is not.
            if (!await rows.AnyAsync(cancellationToken))
            {
                return;
            }

            using var pass = await gate.EnterAsync(cancellationToken);
            deleted = await rows.Take(MostRows).ExecuteDeleteAsync(cancellationToken);
        } while (deleted == MostRows);
    }
}
