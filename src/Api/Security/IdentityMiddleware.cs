using MethodCenter.Api.Http;
using MethodCenter.Application.Common.Security;
using MethodCenter.Infrastructure.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;

namespace MethodCenter.Api.Security;

/// <summary>Finds out who calls and in which centre. Who brings nothing valid gets no further than the open addresses.</summary>
internal sealed class IdentityMiddleware(RequestDelegate next, IIdentities identities)
{
    public const string KeyHeader = "X-Api-Key";
    public const string CentreHeader = "X-Centre";
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext http, Caller caller)
    {
        if (http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(http);
            return;
        }

        var account = await FindAccountAsync(http);
        if (account is null)
        {
            await Problems.WriteAsync(http, SecurityErrors.NotSignedIn);
            return;
        }

        var named = http.Request.Headers[CentreHeader];
        CallerCentre? centre = null;
        if (named.Count > 0)
        {
            centre = named is [{ Length: > 0 and <= 40 } code]
                ? await identities.FindCentreAsync(code, http.RequestAborted)
                : null;
            if (centre is null || (account.CentreId is { } home && home != centre.Id))
            {
                await Problems.WriteAsync(http, SecurityErrors.CentreUnknown);
                return;
            }
        }
        else if (account.CentreId is { } home)
        {
            centre = await identities.FindCentreAsync(home, http.RequestAborted);
        }

        caller.Identify(account, centre);
        await next(http);
    }

    private async ValueTask<CallerAccount?> FindAccountAsync(HttpContext http)
    {
        var headers = http.Request.Headers;
        if (headers.TryGetValue(KeyHeader, out var key))
        {
            return key is [{ } one] ? await identities.FindByKeyAsync(one, http.RequestAborted) : null;
        }

        if (
            headers.Authorization is not [{ } authorization]
            || !authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        )
        {
            return null;
        }

        var external = http.RequestServices.GetService<ExternalIssuer>();
        if (external is not null && ExternalIssuer.LooksLikeOne(authorization[Bearer.Length..]))
        {
            return await external.FindAsync(authorization[Bearer.Length..], http.RequestAborted);
        }

        var ticket = await http.AuthenticateAsync(BearerTokenDefaults.AuthenticationScheme);
        return ticket.Succeeded && Guid.TryParse(ticket.Principal.Identity?.Name, out var id)
            ? await identities.FindByIdAsync(id, http.RequestAborted)
            : null;
    }
}
