using System.Collections.Concurrent;
using MethodCenter.Application.Common.Security;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>Accounts and centres by what a request brings, kept for some seconds: identity costs a request no query.</summary>
/// <remarks>
/// A revoked key or a blocked account is refused at once by the instance that took the revocation, and by the others
/// when their copy is older than <see cref="Lifetime"/>. Only finds are kept, so guessed keys do not fill the memory.
/// </remarks>
internal sealed class IdentityCache(IServiceScopeFactory scopes, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, KnownKey Key)> _keys = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset Until, CallerAccount Account)> _accounts = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, CallerCentre Centre)> _centres = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<Guid, (DateTimeOffset Until, CallerCentre Centre)> _centresById = new();

    /// <summary>The account of a usable key, by the hash of the key.</summary>
    public async ValueTask<KnownKey?> FindKeyAsync(byte[] hash, CancellationToken cancellationToken)
    {
        var name = Convert.ToHexString(hash);
        var now = time.GetUtcNow();
        if (_keys.TryGetValue(name, out var known) && now < known.Until)
        {
            return known.Key.ExpiresAt <= now ? null : known.Key;
        }

        _keys.TryRemove(name, out _);
        return await ReadAsync(async database =>
        {
            var account = await Accounts(database)
                .SingleOrDefaultAsync(account => account.Keys.Any(key => key.Hash == hash), cancellationToken);
            var key = account?.Keys.Single(key => key.Hash.AsSpan().SequenceEqual(hash));
            if (account is null || account.IsBlocked || !key!.IsUsable(now))
            {
                return null;
            }

            var found = new KnownKey(key.Id, ToCaller(account), key.ExpiresAt);
            _keys[name] = (now + Lifetime, found);
            return found;
        });
    }

    /// <summary>An account that may sign in, by its id.</summary>
    public async ValueTask<CallerAccount?> FindAccountAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_accounts.TryGetValue(id, out var known) && now < known.Until)
        {
            return known.Account;
        }

        return await ReadAsync(async database =>
        {
            var account = await Accounts(database).SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
            if (account is null || account.IsBlocked)
            {
                _accounts.TryRemove(id, out _);
                return null;
            }

            var found = ToCaller(account);
            _accounts[id] = (now + Lifetime, found);
            return found;
        });
    }

    /// <summary>An account that may sign in, by the identity that an external issuer vouches for.</summary>
    public async ValueTask<CallerAccount?> FindExternalAsync(string subject, CancellationToken cancellationToken)
    {
        var id = await ReadAsync(database =>
            database
                .Accounts.IgnoreQueryFilters()
                .Where(account => account.ExternalSubject == subject)
                .Select(account => (Guid?)account.Id)
                .SingleOrDefaultAsync(cancellationToken)
        );
        return id is null ? null : await FindAccountAsync(id.Value, cancellationToken);
    }

    public async ValueTask<CallerCentre?> FindCentreAsync(string code, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_centres.TryGetValue(code, out var known) && now < known.Until)
        {
            return known.Centre;
        }

        return await ReadAsync(database => FindCentreAsync(database, now, null, code, cancellationToken));
    }

    public async ValueTask<CallerCentre?> FindCentreAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_centresById.TryGetValue(id, out var known) && now < known.Until)
        {
            return known.Centre;
        }

        return await ReadAsync(database => FindCentreAsync(database, now, id, null, cancellationToken));
    }

    public void Clear()
    {
        _keys.Clear();
        _accounts.Clear();
        _centres.Clear();
        _centresById.Clear();
    }

    private async Task<CallerCentre?> FindCentreAsync(
        MethodCenterDbContext database,
        DateTimeOffset now,
        Guid? id,
        string? code,
        CancellationToken cancellationToken
    )
    {
        var centre = await database
            .Centres.IgnoreQueryFilters()
            .Where(centre => id == null ? centre.Code == code : centre.Id == id)
            .Select(centre => new
            {
                centre.Id,
                centre.Code,
                centre.TimeZone,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (centre is null)
        {
            return null;
        }

        var found = new CallerCentre(centre.Id, centre.Code, TimeZoneInfo.FindSystemTimeZoneById(centre.TimeZone));
        _centres[centre.Code] = (now + Lifetime, found);
        _centresById[centre.Id] = (now + Lifetime, found);
        return found;
    }

    private static IQueryable<Domain.Organizations.Accounts.Account> Accounts(MethodCenterDbContext database) =>
        database
            .Accounts.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(account => account.Grants)
            .Include(account => account.Keys);

    private static CallerAccount ToCaller(Domain.Organizations.Accounts.Account account) =>
        new(
            account.Id,
            account.CentreId == Guid.Empty ? null : account.CentreId,
            account.EmployeeId,
            [.. account.Grants.Select(grant => new CallerGrant(grant.Role, grant.OrganisationId))]
        );

    private async Task<T?> ReadAsync<T>(Func<MethodCenterDbContext, Task<T?>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>());
    }
}

/// <summary>A usable key and its account.</summary>
public sealed record KnownKey(Guid Id, CallerAccount Account, DateTimeOffset? ExpiresAt);
