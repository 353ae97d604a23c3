using MethodCenter.Application.Office.Imports;
using MethodCenter.Domain.Office.Imports;
using MethodCenter.Infrastructure.Leases;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>In whose hands an operation is: taken up, held for as long as this instance is alive, and let go.</summary>
internal sealed class OperationLease(
    IServiceScopeFactory scopes,
    ImportOptions options,
    WriteGate gate,
    TimeProvider time
)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    /// <summary>This instance.</summary>
    public Guid Owner { get; } = Guid.CreateVersion7();

    public TimeSpan Length => TimeSpan.FromSeconds(options.LeaseSeconds);

    /// <summary>Holds it on, and hears of an end that was asked for at another instance.</summary>
    /// <remarks>On SQLite the writing waits until the operation lets go; nobody else can take it up meanwhile either.</remarks>
    public async Task<(bool Held, bool Cancelled)> RenewAsync(Guid operationId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var cancelled = await database
            .Operations.IgnoreQueryFilters()
            .AnyAsync(known => known.Id == operationId && known.CancelRequestedAt != null, cancellationToken);
        if (cancelled)
        {
            return (true, true);
        }

        using var pass = await gate.EnterAsync(cancellationToken);
        return (await RenewRowAsync(database, operationId, cancellationToken) == 1, false);
    }

    /// <summary>Takes the oldest operation that nobody works on; null: there is none.</summary>
    public async Task<OperationClaim?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var now = time.GetUtcNow();
        var found = await Waiting(database, now, now + Length + Lease.MostSkew)
            .OrderBy(operation => operation.CreatedAt)
            .ThenBy(operation => operation.Id)
            .Select(operation => new OperationClaim(operation.Id, operation.CentreId, operation.AccountId))
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        using var pass = await gate.EnterAsync(cancellationToken);
        var until = now + Length;
        var taken = await Waiting(database, now, now + Length + Lease.MostSkew)
            .Where(operation => operation.Id == found.OperationId)
            .ExecuteUpdateAsync(
                change =>
                    change
                        .SetProperty(operation => operation.State, OperationState.Running)
                        .SetProperty(operation => operation.Owner, Owner)
                        .SetProperty(operation => operation.LeaseUntil, until),
                cancellationToken
            );
        return taken == 1 ? found : null;
    }

    private static IQueryable<Operation> Waiting(
        MethodCenterDbContext database,
        DateTimeOffset now,
        DateTimeOffset furthest
    ) =>
        database
            .Operations.IgnoreQueryFilters()
            .Where(operation =>
                operation.State == OperationState.Queued
                || (
                    operation.State == OperationState.Running
                    && (operation.LeaseUntil < now || operation.LeaseUntil > furthest)
                )
            );

    /// <summary>Written before anything is done, so that an operation that ends the service is counted.</summary>
    /// <returns>False: it is in other hands by now.</returns>
    public async Task<bool> NoteStartAsync(Operation operation, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await RenewRowAsync(database, operation.Id, cancellationToken) == 0)
        {
            return false;
        }

        database.Operations.Update(operation);
        database.Entry(operation).Property(known => known.CancelRequestedAt).IsModified = false;
        database.Entry(operation).Property(known => known.LeaseUntil).IsModified = false;
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private Task<int> RenewRowAsync(
        MethodCenterDbContext database,
        Guid operationId,
        CancellationToken cancellationToken
    )
    {
        var until = time.GetUtcNow() + Length;
        return database
            .Operations.IgnoreQueryFilters()
            .Where(known => known.Id == operationId && known.Owner == Owner && known.State == OperationState.Running)
            .ExecuteUpdateAsync(change => change.SetProperty(known => known.LeaseUntil, until), cancellationToken);
    }

    /// <summary>Writes the end as the database knows the operation: what a broken run held in memory is forgotten.</summary>
    public async Task EndAsync(OperationClaim claim, Action<Operation> end)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        using var pass = await gate.EnterAsync(CancellationToken.None);
        var operation = await database
            .Operations.IgnoreQueryFilters()
            .SingleOrDefaultAsync(operation => operation.Id == claim.OperationId && operation.Owner == Owner);
        if (operation is { Finished: false })
        {
            end(operation);
            await database.SaveChangesAsync();
        }
    }

    /// <summary>Lets it go at once: the service stops, and no attempt has failed.</summary>
    public Task ReleaseAsync(Guid operationId) =>
        ReleaseAsync(operationId, counted: false, _ => DateTimeOffset.UnixEpoch);

    /// <summary>Lets it go for a while, the longer the oftener it has failed: what has hindered it may pass.</summary>
    /// <param name="operationId">The operation.</param>
    /// <param name="counted">
    /// Whether this attempt is one of those after which an operation is given up. What somebody has to do something about,
    /// as a full disk, lasts longer than any number of attempts.
    /// </param>
    public Task PutOffAsync(Guid operationId, bool counted) =>
        ReleaseAsync(operationId, counted, attempts => time.GetUtcNow() + PauseAfter(attempts));

    /// <summary>Never longer than the lease, as which it stands in the row.</summary>
    private TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(Length.TotalSeconds, FirstPause.TotalSeconds * Math.Pow(2, attempts)));

    private async Task ReleaseAsync(Guid operationId, bool counted, Func<int, DateTimeOffset> until)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        using var pass = await gate.EnterAsync(CancellationToken.None);
        var held = database
            .Operations.IgnoreQueryFilters()
            .Where(operation => operation.Id == operationId && operation.Owner == Owner);
        var attempts = await held.Select(operation => operation.Attempts).SingleOrDefaultAsync(CancellationToken.None);
        attempts = Math.Max(0, counted ? attempts : attempts - 1);
        var free = until(attempts);
        await held.ExecuteUpdateAsync(
            change =>
                change
                    .SetProperty(operation => operation.LeaseUntil, free)
                    .SetProperty(operation => operation.Attempts, attempts),
            CancellationToken.None
        );
    }
}

/// <summary>An operation that was taken up.</summary>
internal sealed record OperationClaim(Guid OperationId, Guid CentreId, Guid AccountId);
