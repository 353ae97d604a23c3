using System.Collections.Concurrent;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>When keys were last used: gathered in memory and written once a minute, so that a read stays a read.</summary>
internal sealed class KeyUse(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _used = new();

    public void Touch(Guid keyId) => _used[keyId] = time.GetUtcNow();

    public async Task FlushAsync(MethodCenterDbContext database, CancellationToken cancellationToken)
    {
        foreach (var (id, at) in _used.ToArray())
        {
            await database
                .Set<ApiKey>()
                .IgnoreQueryFilters()
                .Where(key => key.Id == id)
                .ExecuteUpdateAsync(change => change.SetProperty(key => key.LastUsedAt, at), cancellationToken);
            _used.TryRemove(KeyValuePair.Create(id, at));
        }
    }
}
