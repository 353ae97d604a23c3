using System.Globalization;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Infrastructure.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Primitives;

namespace MethodCenter.Api.Security;

/// <summary>
/// Finds out who calls and in which centre. Callers without valid credentials reach the open addresses only.
/// </summary>
/// <remarks>
/// A request may bring a key and a token (Swagger UI sends both when both are entered); then both must be good and name
/// the same account. The same header twice is refused: two readers could read it in two ways.
/// </remarks>
internal sealed class IdentityMiddleware(RequestDelegate next, IIdentities identities, KeyGuessLimiter guesses)
{
    public const string StampClaim = "stamp";
    public const string KeyHeader = "X-Api-Key";
    public const string CentreHeader = "X-Centre";
    public const string DayHeader = "X-Today";
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext http, Caller caller)
    {
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            // Here nobody acts in a centre, so nothing would come of the day: that is said, not passed over.
            if (http.GetEndpoint() is not null && http.Request.Headers.ContainsKey(DayHeader))
            {
                await Problems.WriteAsync(http, SecurityErrors.DayRefused);
                return;
            }

            await next(http);
            return;
        }

        // Hashed once: what cannot be a key, is refused below like an unknown one and counts as a guess.
        var print = http.Request.Headers[KeyHeader] is [{ } key] ? identities.PrintOf(key) ?? "" : null;
        if (print is not null && !identities.HasSeen(print) && !guesses.Allows(http))
        {
            http.Response.Headers.RetryAfter = "60";
            await Problems.WriteAsync(http, RequestErrors.TooMany.With("permits", guesses.Permits));
            return;
        }

        var account = await FindAccountAsync(http, print);
        if (account is null)
        {
            await Problems.WriteAsync(http, SecurityErrors.NotSignedIn);
            return;
        }

        var named = http.Request.Headers[CentreHeader];
        var centre = await FindCentreAsync(account, named, http.RequestAborted);
        if (centre is null && named.Count > 0)
        {
            await Problems.WriteAsync(http, SecurityErrors.CentreUnknown);
            return;
        }

        caller.Identify(account, centre);
        if (RefuseDay(http.Request.Headers[DayHeader], caller) is { } refusal)
        {
            await Problems.WriteAsync(http, refusal);
            return;
        }

        await next(http);
    }

    /// <summary>Moves the request to the day that it names; only a sandbox lets it.</summary>
    private static Error? RefuseDay(StringValues named, Caller caller)
    {
        if (named.Count == 0)
        {
            return null;
        }

        if (caller.Centre is not { Sandbox: true })
        {
            return SecurityErrors.DayRefused;
        }

        return
            named is [{ } text]
            && DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            && day >= Rules.Earliest
            && day <= Rules.Latest
            && caller.ActOn(day)
            ? null
            : SecurityErrors.DayMalformed;
    }

    /// <summary>
    /// The centre of the request; null: none is named and the caller has none, or the named one is not his.
    /// </summary>
    private async ValueTask<CallerCentre?> FindCentreAsync(
        CallerAccount account,
        StringValues named,
        CancellationToken cancellationToken
    )
    {
        if (named.Count > 0 && named is not [{ Length: > 0 and <= Centre.CodeMaxLength }])
        {
            return null;
        }

        if (account.CentreId is not { } home)
        {
            return named.Count == 0 ? null : await identities.FindCentreAsync(named[0]!, cancellationToken);
        }

        // Only his own centre is looked up, so naming others costs no query and tells nothing about them.
        var own = await identities.FindCentreAsync(home, cancellationToken);
        return named.Count == 0 || own?.Code == named[0] ? own : null;
    }

    private async ValueTask<CallerAccount?> FindAccountAsync(HttpContext http, string? print)
    {
        var keys = http.Request.Headers[KeyHeader];
        var tokens = http.Request.Headers.Authorization;
        var hasToken = tokens.Any(one => one!.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase));
        if (keys.Count > 1 || (hasToken && tokens.Count > 1) || (keys.Count == 0 && !hasToken))
        {
            return null;
        }

        var byKey = print is { Length: > 0 } ? await identities.FindByKeyAsync(print, http.RequestAborted) : null;
        if (!hasToken || (keys.Count == 1 && byKey is null))
        {
            return byKey;
        }

        var byToken = await FindByTokenAsync(http, tokens[0]![Bearer.Length..]);
        return byKey is null || byKey.Id == byToken?.Id ? byToken : null;
    }

    private async ValueTask<CallerAccount?> FindByTokenAsync(HttpContext http, string token)
    {
        if (ExternalIssuer.Takes(http, token))
        {
            return await ExternalIssuer.FindAsync(http, identities);
        }

        var ticket = await http.AuthenticateAsync(BearerTokenDefaults.AuthenticationScheme);
        if (!ticket.Succeeded || !Guid.TryParse(ticket.Principal.Identity?.Name, out var id))
        {
            return null;
        }

        var account = await identities.FindByIdAsync(id, http.RequestAborted);
        return account?.PasswordStamp == ticket.Principal.FindFirst(StampClaim)?.Value ? account : null;
    }
}
