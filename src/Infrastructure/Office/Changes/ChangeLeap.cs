using System.Data;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Office.Changes;

/// <summary>Lets the feed leap ahead at each start, before the first request is answered (see <see cref="ChangeGap"/>).</summary>
internal sealed class ChangeLeap(IServiceScopeFactory scopes, WriteGate gate, TimeProvider time)
{
    private bool _leapt;

    /// <summary>Once for each start, before a position is given or asked about.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (!_leapt)
        {
            await AgainAsync(known: 0, cancellationToken);
        }
    }

    /// <summary>Beyond a position too that was given in the database that was here before.</summary>
    public async Task AgainAsync(long known, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        await using var transaction = await database.Database.BeginTransactionAsync(
            IsolationLevel.ReadCommitted,
            cancellationToken
        );
        await ChangeRelay.LockAsync(database, cancellationToken);
        var last = await database.ChangeLogs.Select(log => log.Last).SingleAsync(cancellationToken);
        if (known > 0 && last >= known)
        {
            // Whoever looked had read the log before another relay advanced it, or another instance has leapt already.
            return;
        }

        var gap = ChangeGap.Of(last, known, time.GetUtcNow());
        database.ChangeGaps.Add(gap);
        await database.SaveChangesAsync(cancellationToken);
        await database.ChangeLogs.ExecuteUpdateAsync(
            change => change.SetProperty(log => log.Last, gap.To),
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        _leapt = true;
    }
}
