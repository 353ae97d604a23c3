using System.Data.Common;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Domain.Office.Imports;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Persistence.Bulk;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>One transaction of one request; writers of this process queue at the gate, not in the database.</summary>
/// <remarks>
/// It begins at the first thing that needs it: holding a row, taking a number, the save. What a handler reads before runs
/// outside of it. That is safe where the other side does not look at what this one writes: a course registered while its
/// programme is being retired is as good as one registered the moment before. Where both look at each other's rows, the
/// handler holds a row first (seats, attestations, curators). So a refusal costs no transaction, and a writer holds the
/// gate only while it writes.
/// </remarks>
internal sealed class UnitOfWork(
    MethodCenterDbContext database,
    ChangeRecorder recorder,
    WriteGate gate,
    IdentityCache identities,
    ChangeSignals signals,
    BulkRows bulk,
    BulkInsert bulkInsert,
    ScratchDatabase scratch,
    IServiceProvider services
) : IUnitOfWork, IAsyncDisposable
{
    private const int MostRounds = 10;
    private const string Savepoint = "attempt";
    private Transaction? _open;

    public Task<ITransaction> BeginAsync(CancellationToken cancellationToken)
    {
        if (_open is not null)
        {
            return Task.FromResult<ITransaction>(new Joined());
        }

        // A save that fails ends in a rollback of the whole: a savepoint before each would be two commands for nothing.
        database.Database.AutoSavepointsEnabled = false;
        database.BeginWriting = EnsureAsync;
        _open = new Transaction(this);
        return Task.FromResult<ITransaction>(_open);
    }

    /// <summary>Enters the gate and opens the transaction, at the first thing that needs it.</summary>
    private Task EnsureAsync(CancellationToken cancellationToken) =>
        _open is { } open
            ? open.EnsureAsync(database, scratch.Path is null ? gate : null, cancellationToken)
            : throw new InvalidOperationException("Nothing may be held or written outside of a unit of work.");

    public async Task<Error?> SaveAsync(CancellationToken cancellationToken)
    {
        if (
            bulk.IsEmpty
            && !database.ChangeTracker.HasChanges()
            && !database.ChangeTracker.Entries<AggregateRoot>().Any(RaisedSomething)
        )
        {
            return null;
        }

        await EnsureAsync(cancellationToken);
        await DispatchAsync(cancellationToken);

        // From here on nothing changes entities but this method: one look for changes does for all that follows.
        var tracker = database.ChangeTracker;
        tracker.DetectChanges();
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            return await WriteAsync(cancellationToken);
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = true;
        }
    }

    private async Task<Error?> WriteAsync(CancellationToken cancellationToken)
    {
        recorder.Record();
        foreach (var entry in database.ChangeTracker.Entries<Entity>())
        {
            _open!.IdentitiesChanged |= BearsOnIdentity(entry);
            _open.QueuedOperation |=
                entry
                    is {
                        State: EntityState.Added or EntityState.Modified,
                        Entity: Operation { State: OperationState.Queued }
                    };
        }

        try
        {
            await database.SaveChangesAsync(cancellationToken);
            await bulkInsert.WriteAsync(recorder.EventsOf, cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Versions.Stale;
        }
        catch (Exception failure)
            when (failure is DbUpdateException or DbException
                && database.Dialect.FindUniqueViolation(failure) is { } violation
                && UniqueIndexErrors.Find(database.Model, violation) is { } error
            )
        {
            return error;
        }
        finally
        {
            recorder.Forget();
        }
    }

    public Task HoldAsync(CancellationToken cancellationToken) => EnsureAsync(cancellationToken);

    public async Task<Result<T>> AttemptAsync<T>(
        Func<CancellationToken, Task<Result<T>>> attempt,
        CancellationToken cancellationToken
    )
    {
        await EnsureAsync(cancellationToken);
        var transaction = database.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(Savepoint, cancellationToken);
        var result = await attempt(cancellationToken);
        if (result.Refused)
        {
            await transaction.RollbackToSavepointAsync(Savepoint, cancellationToken);
        }

        await transaction.ReleaseSavepointAsync(Savepoint, cancellationToken);
        Forget();
        return result;
    }

    public ValueTask DisposeAsync() => _open?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var raised = TakeRaised();
            if (raised.Count == 0)
            {
                return;
            }

            foreach (var (root, domainEvent) in raised)
            {
                recorder.Note(root, domainEvent);
                await EventDispatch.HandleAsync(services, domainEvent, cancellationToken);
            }
        }

        throw new InvalidOperationException("Domain events raise each other without end.");
    }

    /// <summary>Events are no part of the model: to find them, changes of properties need not be looked for.</summary>
    private List<(AggregateRoot Root, IDomainEvent Event)> TakeRaised()
    {
        var tracker = database.ChangeTracker;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            return
            [
                .. tracker
                    .Entries<AggregateRoot>()
                    .Select(entry => entry.Entity)
                    .Concat(bulk.Roots)
                    .SelectMany(root => Take(root).Select(raised => (root, raised))),
            ];
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = true;
        }
    }

    private static bool RaisedSomething(EntityEntry<AggregateRoot> entry) => entry.Entity.Events.Count > 0;

    /// <summary>Changes that the identity cache must notice: accounts, their roles and keys, centres.</summary>
    private static bool BearsOnIdentity(EntityEntry<Entity> entry) =>
        entry.State != EntityState.Unchanged && entry.Entity is (Account or IPartOf<Account> or Centre);

    private static IReadOnlyList<IDomainEvent> Take(AggregateRoot root)
    {
        if (root.Events.Count == 0)
        {
            return [];
        }

        IReadOnlyList<IDomainEvent> events = [.. root.Events];
        root.ClearEvents();
        return events;
    }

    private sealed class Transaction(UnitOfWork owner) : ITransaction
    {
        private IDbContextTransaction? _inner;
        private IDisposable? _pass;
        private bool _committed;

        public bool IdentitiesChanged { get; set; }

        public bool QueuedOperation { get; set; }

        public async Task EnsureAsync(
            MethodCenterDbContext database,
            WriteGate? gate,
            CancellationToken cancellationToken
        )
        {
            if (_inner is null)
            {
                // Who works on a copy of his own is in nobody's way.
                _pass ??= gate is null ? null : await gate.EnterAsync(cancellationToken);
                _inner = await database.Database.BeginTransactionAsync(cancellationToken);
            }
        }

        public async Task CommitAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (_inner is not null)
                {
                    // A commit that has begun is not called off: nobody could tell whether it took effect.
                    await _inner.CommitAsync(CancellationToken.None);
                    owner.OnCommitted(QueuedOperation);
                }

                _committed = true;
                await LeaveAsync();
            }
            finally
            {
                if (IdentitiesChanged)
                {
                    owner.OnIdentitiesChanged();
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            owner._open = null;
            if (!_committed)
            {
                owner.Forget();
            }

            await LeaveAsync();
        }

        /// <summary>Ends the transaction, rolling back what was not committed, and lets the next writer in.</summary>
        private async Task LeaveAsync()
        {
            var (inner, pass) = (_inner, _pass);
            (_inner, _pass) = (null, null);
            try
            {
                if (inner is not null)
                {
                    await inner.DisposeAsync();
                }
            }
            finally
            {
                pass?.Dispose();
            }
        }
    }

    private void OnIdentitiesChanged() => identities.Clear();

    private void OnCommitted(bool queued) => signals.Committed(queued);

    /// <summary>What was not committed must not be saved by a later save of the same scope.</summary>
    public void Forget()
    {
        database.ChangeTracker.Clear();
        recorder.Forget();
        bulk.Clear();
    }

    /// <summary>A part of a transaction that someone else commits.</summary>
    private sealed class Joined : ITransaction
    {
        public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
