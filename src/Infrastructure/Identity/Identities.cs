using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>Who stands behind a credential, and which centre a request names.</summary>
public interface IIdentities
{
    /// <summary>The account of an API key; null: unknown, expired, revoked or blocked.</summary>
    ValueTask<CallerAccount?> FindByKeyAsync(string key, CancellationToken cancellationToken);

    /// <summary>Has this instance ever let the key in? What it has not may be a guess.</summary>
    bool HasSeen(string key);

    ValueTask<CallerAccount?> FindByIdAsync(Guid accountId, CancellationToken cancellationToken);

    ValueTask<CallerAccount?> FindByExternalSubjectAsync(
        string issuer,
        string subject,
        CancellationToken cancellationToken
    );

    ValueTask<CallerCentre?> FindCentreAsync(string code, CancellationToken cancellationToken);

    ValueTask<CallerCentre?> FindCentreAsync(Guid id, CancellationToken cancellationToken);
}

internal sealed class Identities(IdentityCache cache, KeyUse use) : IIdentities
{
    private const int LongestKey = 200;

    public async ValueTask<CallerAccount?> FindByKeyAsync(string key, CancellationToken cancellationToken)
    {
        if (key.Length is < ApiKeys.LeastLength or > LongestKey)
        {
            return null;
        }

        var known = await cache.FindKeyAsync(ApiKeys.HashOf(key), cancellationToken);
        if (known is not null)
        {
            use.Touch(known.Id);
        }

        return known?.Account;
    }

    public bool HasSeen(string key) => key.Length <= LongestKey && cache.HasSeenKey(ApiKeys.HashOf(key));

    public ValueTask<CallerAccount?> FindByIdAsync(Guid accountId, CancellationToken cancellationToken) =>
        cache.FindAccountAsync(accountId, cancellationToken);

    public ValueTask<CallerAccount?> FindByExternalSubjectAsync(
        string issuer,
        string subject,
        CancellationToken cancellationToken
    ) => cache.FindExternalAsync(new ExternalIdentity(issuer, subject), cancellationToken);

    public ValueTask<CallerCentre?> FindCentreAsync(string code, CancellationToken cancellationToken) =>
        cache.FindCentreAsync(code, cancellationToken);

    public ValueTask<CallerCentre?> FindCentreAsync(Guid id, CancellationToken cancellationToken) =>
        cache.FindCentreAsync(id, cancellationToken);
}
