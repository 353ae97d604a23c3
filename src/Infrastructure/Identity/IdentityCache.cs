using System.Collections.Concurrent;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Domain.Territory.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>
/// Accounts and centres by what a request brings, kept for some seconds: identity costs a request no query.
/// </summary>
/// <remarks>
/// A revoked key or a blocked account is refused at once by the instance that took the revocation, and by the others
/// when their copy is older than <see cref="Lifetime"/>. Only finds are kept, so guessed keys do not fill the memory.
/// What was read before a change and arrives after it carries the number of the previous generation and is not used.
/// </remarks>
internal sealed class IdentityCache(IServiceScopeFactory scopes, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, Kept<KnownKey>> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, Kept<CallerAccount>> _accounts = new();
    private readonly ConcurrentDictionary<(ExternalIdentity, string?), Kept<CallerAccount>> _externals = new();
    private readonly ConcurrentDictionary<string, Kept<CallerCentre>> _centres = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, Kept<CallerCentre>> _centresById = new();
    private long _generation;

    /// <summary>From now on nothing is used that was read before.</summary>
    public void Clear() => Interlocked.Increment(ref _generation);

    /// <summary>Has this instance seen the key to be good, now or once?</summary>
    public bool HasSeenKey(string print) => _keys.ContainsKey(print);

    /// <summary>The account of a usable key, by the hash of the key in hexadecimal digits.</summary>
    public async ValueTask<KnownKey?> FindKeyAsync(string print, CancellationToken cancellationToken)
    {
        var found = await FindAsync(
            _keys,
            print,
            database => ReadKeyAsync(database, Convert.FromHexString(print), cancellationToken)
        );
        return found?.ExpiresAt <= time.GetUtcNow() ? null : found;
    }

    /// <summary>An account that may sign in, by its id.</summary>
    public ValueTask<CallerAccount?> FindAccountAsync(Guid id, CancellationToken cancellationToken) =>
        FindAsync(
            _accounts,
            id,
            async database =>
                ToCaller(await Accounts(database).SingleOrDefaultAsync(account => account.Id == id, cancellationToken))
        );

    /// <summary>
    /// An account that may sign in, by the identity that an external issuer vouches for: that of the named centre, or the
    /// only one.
    /// </summary>
    /// <remarks>What one centre writes about a person of the issuer never lets him into another, nor keeps him out of it.</remarks>
    public ValueTask<CallerAccount?> FindExternalAsync(
        ExternalIdentity identity,
        string? centre,
        CancellationToken cancellationToken
    )
    {
        var (issuer, subject) = identity;
        return FindAsync(
            _externals,
            (identity, centre),
            async database =>
            {
                var centres = database.Centres.IgnoreQueryFilters();
                var found = await Accounts(database)
                    .Where(account => account.ExternalIssuer == issuer && account.ExternalSubject == subject)
                    .Where(account =>
                        centre == null || centres.Any(one => one.Id == account.CentreId && one.Code == centre)
                    )
                    .OrderBy(account => account.Id)
                    .Take(2)
                    .ToListAsync(cancellationToken);

                // SQL Server ignores spaces at the end of a text; two subjects must never be taken for one.
                return found is [var account] && account.ExternalIssuer == issuer && account.ExternalSubject == subject
                    ? ToCaller(account)
                    : null;
            }
        );
    }

    public ValueTask<CallerCentre?> FindCentreAsync(string code, CancellationToken cancellationToken) =>
        FindAsync(_centres, code, database => ReadCentreAsync(database, null, code, cancellationToken));

    public ValueTask<CallerCentre?> FindCentreAsync(Guid id, CancellationToken cancellationToken) =>
        FindAsync(_centresById, id, database => ReadCentreAsync(database, id, null, cancellationToken));

    private async ValueTask<T?> FindAsync<TKey, T>(
        ConcurrentDictionary<TKey, Kept<T>> kept,
        TKey key,
        Func<MethodCenterDbContext, Task<T?>> read
    )
        where TKey : notnull
        where T : class
    {
        var (now, generation) = (time.GetUtcNow(), Interlocked.Read(ref _generation));
        if (kept.TryGetValue(key, out var known) && now < known.Until && known.Generation == generation)
        {
            return known.Value;
        }

        await using var scope = scopes.CreateAsyncScope();
        var found = await read(scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>());
        if (found is null)
        {
            kept.TryRemove(key, out _);
        }
        else
        {
            kept[key] = new Kept<T>(found, now + Lifetime, generation);
        }

        return found;
    }

    private async Task<KnownKey?> ReadKeyAsync(
        MethodCenterDbContext database,
        byte[] hash,
        CancellationToken cancellationToken
    )
    {
        var account = await Accounts(database)
            .Include(account => account.Keys.Where(key => key.Hash == hash))
            .SingleOrDefaultAsync(account => account.Keys.Any(key => key.Hash == hash), cancellationToken);
        return
            account?.Keys.SingleOrDefault() is { } key
            && key.IsUsable(time.GetUtcNow())
            && ToCaller(account) is { } caller
            ? new KnownKey(key.Id, caller, key.ExpiresAt)
            : null;
    }

    private static async Task<CallerCentre?> ReadCentreAsync(
        MethodCenterDbContext database,
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
                centre.Sandbox,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return centre is null
            ? null
            : new CallerCentre(centre.Id, centre.Code, TimeZoneInfo.FindSystemTimeZoneById(centre.TimeZone))
            {
                Sandbox = centre.Sandbox,
            };
    }

    private static IQueryable<Account> Accounts(MethodCenterDbContext database) =>
        database.Accounts.IgnoreQueryFilters().AsNoTracking().Include(account => account.Grants);

    /// <summary>What the rest of the service sees of an account; null: it may not come in.</summary>
    internal static CallerAccount? ToCaller(Account? account) =>
        account is null or { IsBlocked: true }
            ? null
            : new CallerAccount(
                account.Id,
                account.CentreId == Guid.Empty ? null : account.CentreId,
                account.EmployeeId,
                [.. account.Grants.Select(grant => new CallerGrant(grant.Role, grant.OrganisationId))]
            )
            {
                PasswordStamp = PasswordStamps.Of(account.PasswordHash),
            };

    private sealed record Kept<T>(T Value, DateTimeOffset Until, long Generation);
}

/// <summary>A usable key and its account.</summary>
public sealed record KnownKey(Guid Id, CallerAccount Account, DateTimeOffset? ExpiresAt);
