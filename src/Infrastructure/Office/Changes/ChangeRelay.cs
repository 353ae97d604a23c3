using System.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Office.Changes;

/// <summary>Gives committed changes their places in the feed, and tells the readers of this process.</summary>
/// <remarks>
/// Every instance runs one. Positions are given in one transaction that begins by updating the row of the change log:
/// a second relay waits there until the first has committed. So positions become visible in their order, and a reader
/// who has seen one has seen, or can see, all before it (ADR 8).
/// </remarks>
internal sealed class ChangeRelay(
    IServiceScopeFactory scopes,
    ChangeSignals signals,
    WriteGate gate,
    ChangeLeap leap,
    OutageLog outages,
    TimeProvider time,
    ILogger<ChangeRelay> logger
) : BackgroundService
{
    public const int BatchSize = Slices.MostRows;

    /// <summary>How often it looks for what other instances have committed or sequenced.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    /// <summary>Under load one transaction of the relay serves many writers; on SQLite each of its own costs them time.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    /// <summary>Sequences all that waits, and tells the readers how far the feed has come.</summary>
    /// <returns>Number of changes that were given a position.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var (total, given) = (0, 0);
        do
        {
            var state = await database
                .ChangeLogs.Select(log => new
                {
                    log.Last,
                    Waiting = database.Changes.Any(change => change.Position == null),
                })
                .SingleAsync(cancellationToken);
            if (state.Last < signals.Last)
            {
                // A backup was restored under the running service: what it gives next was given already.
                await leap.AgainAsync(signals.Last.Value, cancellationToken);
            }

            given = state.Waiting ? await SequenceAsync(database, cancellationToken) : 0;
            total += given;
            await TellAsync(database, state.Last, given, cancellationToken);
        } while (given > 0);

        return total;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before the look, so that no commit falls between the look and the wait.
            var commit = signals.Commit;
            try
            {
                await leap.EnsureAsync(stoppingToken);
                if (await RunAsync(stoppingToken) > 0)
                {
                    await Task.Delay(Rest, time, stoppingToken);
                }
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                outages.Tell(logger, exception, "Changes could not be put into the feed; trying again");
                commit = Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken);
            }

            await EitherAsync(commit, stoppingToken);
        }
    }

    internal static Task<int> LockAsync(MethodCenterDbContext database, CancellationToken cancellationToken) =>
        database.ChangeLogs.ExecuteUpdateAsync(
            change => change.SetProperty(log => log.Last, log => log.Last),
            cancellationToken
        );

    private async Task<int> SequenceAsync(MethodCenterDbContext database, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);

        // What is read behind the lock must see what the relay before has committed: never a snapshot of the beginning.
        await using var transaction = await database.Database.BeginTransactionAsync(
            IsolationLevel.ReadCommitted,
            cancellationToken
        );
        await LockAsync(database, cancellationToken);
        var last = await database.ChangeLogs.Select(log => log.Last).SingleAsync(cancellationToken);
        if (last < signals.Last)
        {
            // A backup was restored since the look: the next one leaps.
            return 0;
        }

        var given = await database.Database.ExecuteSqlRawAsync(
            database.Dialect.SequenceChanges,
            [last, BatchSize],
            cancellationToken
        );
        await database.ChangeLogs.ExecuteUpdateAsync(
            change => change.SetProperty(log => log.Last, last + given),
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return given;
    }

    /// <summary>Of the changes between what is known here and what is there; other instances give positions too.</summary>
    private async Task TellAsync(
        MethodCenterDbContext database,
        long seen,
        int given,
        CancellationToken cancellationToken
    )
    {
        var last = given == 0 ? seen : await database.ChangeLogs.Select(log => log.Last).SingleAsync(cancellationToken);
        if (signals.Last is not { } known)
        {
            signals.Advanced(last, []);
        }
        else if (last > known)
        {
            var centreIds = await database
                .Changes.Where(change => change.Position > known && change.Position <= last)
                .Select(change => change.CentreId)
                .Distinct()
                .ToListAsync(cancellationToken);
            signals.Advanced(last, centreIds);
        }
    }

    /// <summary>Until the next commit of this instance, but no longer than until the next look.</summary>
    private async Task EitherAsync(Task commit, CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(commit, Task.Delay(Poll, time, over.Token));
        await over.CancelAsync();
    }
}
