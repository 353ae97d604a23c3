using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;

namespace MethodCenter.Infrastructure.Idempotency;

/// <summary>An answer to keep or to replay.</summary>
public sealed record StoredAnswer(int Status, string? Location, string? ETag, byte[] Body);

/// <summary>Answers to requests with an <c>Idempotency-Key</c>, stored in the transaction of the change itself.</summary>
/// <remarks>
/// So an answer is there exactly when its change is: a crash between the two cannot happen. Only successes are kept; a
/// refused request has changed nothing and may be sent again.
/// </remarks>
public interface IIdempotencyStore
{
    /// <summary>Marks the key as running; false: a request with it is being worked on.</summary>
    Task<bool> TryBeginAsync(Guid accountId, string key, CancellationToken cancellationToken);

    Task<(byte[] RequestHash, StoredAnswer Answer)?> FindAsync(
        Guid accountId,
        string key,
        CancellationToken cancellationToken
    );

    Task StoreAsync(
        Guid accountId,
        string key,
        byte[] requestHash,
        StoredAnswer answer,
        CancellationToken cancellationToken
    );

    void End(Guid accountId, string key);
}

/// <summary>Keys being worked on in this process.</summary>
internal sealed class RunningKeys
{
    private readonly ConcurrentDictionary<(Guid, string), byte> _running = new();

    public bool TryAdd(Guid accountId, string key) => _running.TryAdd((accountId, key), 0);

    public void Remove(Guid accountId, string key) => _running.TryRemove((accountId, key), out _);
}

internal sealed class IdempotencyStore(
    MethodCenterDbContext database,
    RunningKeys running,
    IDataProtectionProvider protection,
    TimeProvider time
) : IIdempotencyStore
{
    public static readonly TimeSpan Keep = TimeSpan.FromHours(48);
    private readonly IDataProtector _protector = protection.CreateProtector("idempotency");

    public async Task<bool> TryBeginAsync(Guid accountId, string key, CancellationToken cancellationToken)
    {
        if (!running.TryAdd(accountId, key))
        {
            return false;
        }

        try
        {
            await database.EnsureWritingAsync(cancellationToken);
            if (await database.Dialect.TryLockAsync(database, $"idempotency/{accountId}/{key}", cancellationToken))
            {
                return true;
            }
        }
        catch
        {
            running.Remove(accountId, key);
            throw;
        }

        running.Remove(accountId, key);
        return false;
    }

    public async Task<(byte[] RequestHash, StoredAnswer Answer)?> FindAsync(
        Guid accountId,
        string key,
        CancellationToken cancellationToken
    )
    {
        // Makes the key ring renew itself, when it is due, before a transaction is open: it writes to the same database.
        _ = _protector.Protect([]);
        var since = time.GetUtcNow() - Keep;
        var record = await database
            .IdempotencyRecords.AsNoTracking()
            .SingleOrDefaultAsync(record => record.AccountId == accountId && record.Key == key, cancellationToken);
        if (record is null)
        {
            return null;
        }

        if (record.StoredAt < since)
        {
            await database.IdempotencyRecords.Where(old => old.Id == record.Id).ExecuteDeleteAsync(cancellationToken);
            return null;
        }

        var answer = new StoredAnswer(record.Status, record.Location, record.ETag, _protector.Unprotect(record.Body));
        return (record.RequestHash, answer);
    }

    public async Task StoreAsync(
        Guid accountId,
        string key,
        byte[] requestHash,
        StoredAnswer answer,
        CancellationToken cancellationToken
    )
    {
        database.IdempotencyRecords.Add(
            new IdempotencyRecord
            {
                Id = EntityId.New(),
                AccountId = accountId,
                Key = key,
                RequestHash = requestHash,
                Status = answer.Status,
                Location = answer.Location,
                ETag = answer.ETag,
                Body = _protector.Protect(answer.Body),
                StoredAt = time.GetUtcNow(),
            }
        );
        await database.SaveChangesAsync(cancellationToken);
    }

    public void End(Guid accountId, string key) => running.Remove(accountId, key);
}
