using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>Who stands behind a credential, and which centre a request names.</summary>
public interface IIdentities
{
    /// <summary>By what a key is known: its hash; null: it cannot be one.</summary>
    string? PrintOf(string key);

    /// <summary>The account of an API key; null: unknown, expired, revoked or blocked.</summary>
    ValueTask<CallerAccount?> FindByKeyAsync(string print, CancellationToken cancellationToken);

    /// <summary>Has this instance ever let the key in? What it has not may be a guess.</summary>
    bool HasSeen(string print);

    ValueTask<CallerAccount?> FindByIdAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>
    /// The account that a centre has bound to the subject; null: there is none, or several centres have one and none of
    /// them is named.
    /// </summary>
    ValueTask<CallerAccount?> FindByExternalSubjectAsync(
        string issuer,
        string subject,
        string? centre,
        CancellationToken cancellationToken
    );

    ValueTask<CallerCentre?> FindCentreAsync(string code, CancellationToken cancellationToken);

    ValueTask<CallerCentre?> FindCentreAsync(Guid id, CancellationToken cancellationToken);
}

internal sealed class Identities(IdentityCache cache, KeyUse use) : IIdentities
{
    private const int LongestKey = 200;

    public string? PrintOf(string key) =>
        key.Length is < ApiKeys.LeastLength or > LongestKey ? null : Convert.ToHexString(ApiKeys.HashOf(key));

    public async ValueTask<CallerAccount?> FindByKeyAsync(string print, CancellationToken cancellationToken)
    {
        var known = await cache.FindKeyAsync(print, cancellationToken);
        if (known is not null)
        {
            use.Touch(known.Id);
        }

        return known is null ? null : known.Account with { KeyId = known.Id };
    }

    public bool HasSeen(string print) => cache.HasSeenKey(print);

    public ValueTask<CallerAccount?> FindByIdAsync(Guid accountId, CancellationToken cancellationToken) =>
        cache.FindAccountAsync(accountId, cancellationToken);

    public ValueTask<CallerAccount?> FindByExternalSubjectAsync(
        string issuer,
        string subject,
        string? centre,
        CancellationToken cancellationToken
    ) => cache.FindExternalAsync(new ExternalIdentity(issuer, subject), centre, cancellationToken);

    public ValueTask<CallerCentre?> FindCentreAsync(string code, CancellationToken cancellationToken) =>
        cache.FindCentreAsync(code, cancellationToken);

    public ValueTask<CallerCentre?> FindCentreAsync(Guid id, CancellationToken cancellationToken) =>
        cache.FindCentreAsync(id, cancellationToken);
}
