using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace MethodCenter.Api.Security;

/// <summary>Makes the tokens that the framework's handler reads.</summary>
/// <remarks>Its own sign-in would hand out a second token to renew the first with, for which there is no operation.</remarks>
internal sealed class AccessTokens(IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
{
    private const string Scheme = BearerTokenDefaults.AuthenticationScheme;

    /// <summary>The token, and the seconds for which it is good.</summary>
    public (string Token, long Seconds) Make(ClaimsPrincipal person)
    {
        var bearer = options.Get(Scheme);
        var properties = new AuthenticationProperties { ExpiresUtc = time.GetUtcNow() + bearer.BearerTokenExpiration };
        var ticket = new AuthenticationTicket(person, properties, $"{Scheme}:AccessToken");
        return (bearer.BearerTokenProtector.Protect(ticket), (long)bearer.BearerTokenExpiration.TotalSeconds);
    }
}
