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

    public Territory.Accounts.AccessTokenResponse Make(ClaimsPrincipal person)
    {
        var bearer = options.Get(Scheme);
        var properties = new AuthenticationProperties { ExpiresUtc = time.GetUtcNow() + bearer.BearerTokenExpiration };
        return new Territory.Accounts.AccessTokenResponse
        {
            TokenType = "Bearer",
            AccessToken = bearer.BearerTokenProtector.Protect(
                new AuthenticationTicket(person, properties, $"{Scheme}:AccessToken")
            ),
            ExpiresIn = (long)bearer.BearerTokenExpiration.TotalSeconds,
        };
    }
}
