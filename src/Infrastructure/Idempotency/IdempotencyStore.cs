using System.Reflection;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Idempotency;

/// <summary>An answer to keep or to replay.</summary>
public sealed record StoredAnswer(int Status, string? Location, string? ETag, byte[] Body);

/// <summary>What is known of a key when a request comes with it.</summary>
/// <param name="Ticket">The request goes on under this one; null: another has, or had, the key.</param>
/// <param name="RequestHash">Of the request whose answer is kept.</param>
/// <param name="Answer">Null: it is being worked on.</param>
public sealed record KeyState(Guid? Ticket, byte[] RequestHash, StoredAnswer? Answer);

/// <summary>Answers to requests with an <c>Idempotency-Key</c>, stored in the transaction of the change itself.</summary>
/// <remarks>
/// A key is noted as running before the request begins, in a transaction of its own: so a request that takes its time, such
/// as an upload, holds no writer for the sake of its key. The answer takes the place of the note in the transaction of the
/// change: it is there exactly when the change is. A note is a lease, renewed while the request runs: after a crash the key
/// is free again in half a minute. Whoever has lost it to another cannot store an answer, and so cannot commit. Only
/// successes are kept; a refused request has changed nothing and may be sent again.
/// </remarks>
public interface IIdempotencyStore
{
    /// <summary>Notes the key as running, or says what has become of the request that had it first.</summary>
    Task<KeyState> BeginAsync(Guid accountId, string key, byte[] requestHash, CancellationToken cancellationToken);

    /// <summary>Keeps the lease until it is disposed.</summary>
    IAsyncDisposable Renew(Guid ticket);

    /// <summary>Puts the answer in the place of the note, in the open unit of work; false: another has taken the key.</summary>
    Task<bool> TryStoreAsync(Guid ticket, StoredAnswer answer, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the caller sees the object that an address names, by the filters of the rows; null: it names none of a kind.
    /// </summary>
    Task<bool?> IsSeenAsync(string address, CancellationToken cancellationToken);

    /// <summary>Frees the key of a request that has no answer to keep.</summary>
    Task ReleaseAsync(Guid ticket);
}

internal sealed class IdempotencyStore(
    MethodCenterDbContext database,
    WriteGate gate,
    IServiceScopeFactory scopes,
    IDataProtectionProvider protection,
    TimeProvider time
) : IIdempotencyStore
{
    public static readonly TimeSpan Keep = TimeSpan.FromHours(48);

    /// <summary>How long a note stands that nobody renews.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Renewal = Lease / 3;
    private static readonly KeyState Running = new(null, [], null);
    private static readonly MethodInfo SeesOne = typeof(IdempotencyStore).GetMethod(
        nameof(SeesAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private readonly IDataProtector _protector = protection.CreateProtector("idempotency");

    public async Task<KeyState> BeginAsync(
        Guid accountId,
        string key,
        byte[] requestHash,
        CancellationToken cancellationToken
    )
    {
        // Makes the key ring renew itself, when it is due, before a transaction is open: it writes to the same database.
        _ = _protector.Protect([]);
        if (await FindAsync(accountId, key, cancellationToken) is { } known)
        {
            if (StateOf(known) is { } state)
            {
                return state;
            }

            await RemoveAsync(known, cancellationToken);
        }

        var note = new IdempotencyRecord
        {
            Id = EntityId.New(),
            AccountId = accountId,
            Key = key,
            RequestHash = requestHash,
            Status = IdempotencyRecord.Running,
            StoredAt = time.GetUtcNow(),
        };
        return await TryNoteAsync(note, cancellationToken) ? new KeyState(note.Id, [], null)
            // Between the look and the note another request has come, and may have finished.
            : await FindAsync(accountId, key, cancellationToken) is { } other && StateOf(other) is { } its ? its
            : Running;
    }

    public IAsyncDisposable Renew(Guid ticket) => new Renewing(scopes, gate, time, ticket);

    public async Task<bool> TryStoreAsync(Guid ticket, StoredAnswer answer, CancellationToken cancellationToken)
    {
        await database.EnsureWritingAsync(cancellationToken);
        var (body, now) = (_protector.Protect(answer.Body), time.GetUtcNow());
        return await database
                .IdempotencyRecords.Where(note => note.Id == ticket && note.Status == IdempotencyRecord.Running)
                .ExecuteUpdateAsync(
                    note =>
                        note.SetProperty(one => one.Status, answer.Status)
                            .SetProperty(one => one.Location, answer.Location)
                            .SetProperty(one => one.ETag, answer.ETag)
                            .SetProperty(one => one.Body, body)
                            .SetProperty(one => one.StoredAt, now),
                    cancellationToken
                ) > 0;
    }

    public async Task ReleaseAsync(Guid ticket)
    {
        try
        {
            using var pass = await gate.EnterAsync(CancellationToken.None);
            await database
                .IdempotencyRecords.Where(note => note.Id == ticket && note.Status == IdempotencyRecord.Running)
                .ExecuteDeleteAsync(CancellationToken.None);
        }
        catch (Exception exception) when (Outage.CauseOf(exception) is not null)
        {
            // What has ended the request hinders this too, and is told by its own exception; the lease runs out.
        }
    }

    public async Task<bool?> IsSeenAsync(string address, CancellationToken cancellationToken)
    {
        var segments = address.Split('/');
        bool? seen = null;
        for (var place = 1; place < segments.Length && seen != false; place++)
        {
            if (Guid.TryParse(segments[place], out var id) && ChangeTypes.OfPath(segments[place - 1]) is { } kind)
            {
                seen = await (Task<bool>)
                    SeesOne.MakeGenericMethod(kind.Aggregate).Invoke(null, [database, id, cancellationToken])!;
            }
        }

        return seen;
    }

    private static Task<bool> SeesAsync<TRoot>(
        MethodCenterDbContext database,
        Guid id,
        CancellationToken cancellationToken
    )
        where TRoot : AggregateRoot => database.Set<TRoot>().AnyAsync(root => root.Id == id, cancellationToken);

    private Task<IdempotencyRecord?> FindAsync(Guid accountId, string key, CancellationToken cancellationToken) =>
        database
            .IdempotencyRecords.AsNoTracking()
            .SingleOrDefaultAsync(record => record.AccountId == accountId && record.Key == key, cancellationToken);

    /// <summary>Null: the answer is no longer kept, or the note no longer renewed.</summary>
    private KeyState? StateOf(IdempotencyRecord record)
    {
        var age = time.GetUtcNow() - record.StoredAt;
        if (record.Status == IdempotencyRecord.Running)
        {
            // One that lies in the future was noted by a clock that ran ahead: it is nobody's either.
            return age.Duration() < Lease ? Running : null;
        }

        return age < Keep
            ? new KeyState(
                null,
                record.RequestHash,
                new StoredAnswer(record.Status, record.Location, record.ETag, _protector.Unprotect(record.Body))
            )
            : null;
    }

    private async Task RemoveAsync(IdempotencyRecord known, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        await database
            .IdempotencyRecords.Where(old => old.Id == known.Id && old.StoredAt == known.StoredAt)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> TryNoteAsync(IdempotencyRecord note, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        database.IdempotencyRecords.Add(note);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException failure) when (database.Dialect.FindUniqueViolation(failure) is not null)
        {
            return false;
        }
        finally
        {
            database.Entry(note).State = EntityState.Detached;
        }
    }

    /// <summary>Renews a note beside the request, whose own connection is at work.</summary>
    private sealed class Renewing : IAsyncDisposable
    {
        private readonly CancellationTokenSource _over = new();
        private readonly Task _loop;

        public Renewing(IServiceScopeFactory scopes, WriteGate gate, TimeProvider time, Guid ticket) =>
            _loop = LoopAsync(scopes, gate, time, ticket);

        public async ValueTask DisposeAsync()
        {
            await _over.CancelAsync();
            await _loop;
            _over.Dispose();
        }

        private async Task LoopAsync(IServiceScopeFactory scopes, WriteGate gate, TimeProvider time, Guid ticket)
        {
            try
            {
                while (true)
                {
                    await Task.Delay(Renewal, time, _over.Token);
                    await using var scope = scopes.CreateAsyncScope();
                    var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
                    using var pass = await gate.EnterAsync(_over.Token);
                    var now = time.GetUtcNow();
                    await database
                        .IdempotencyRecords.Where(note => note.Id == ticket && note.Status == IdempotencyRecord.Running)
                        .ExecuteUpdateAsync(note => note.SetProperty(one => one.StoredAt, now), _over.Token);
                }
            }
            catch (OperationCanceledException) when (_over.IsCancellationRequested)
            {
                // The request has ended.
            }
            catch (Exception exception) when (Outage.CauseOf(exception) is not null)
            {
                // The lease runs out, and the request will fail for the same cause.
            }
        }
    }
}
