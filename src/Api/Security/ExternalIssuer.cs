using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Infrastructure;
using MethodCenter.Infrastructure.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MethodCenter.Api.Security;

/// <summary>Section <c>Oidc</c>: an external issuer whose tokens are accepted for accounts bound to its subjects.</summary>
public sealed class OidcOptions
{
    public const string Section = "Oidc";

    /// <summary>Address of the issuer; empty: no external issuer.</summary>
    public string? Authority { get; set; }

    /// <summary>Whom its tokens must be for; without it none is accepted.</summary>
    public string? Audience { get; set; }

    /// <summary>Only for an issuer on loopback in development.</summary>
    public bool RequireHttps { get; set; } = true;
}

/// <summary>Tokens of an external OpenID Connect issuer, checked by the framework's handler.</summary>
internal static class ExternalIssuer
{
    private const string Scheme = JwtBearerDefaults.AuthenticationScheme;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>Registers the handler where the configuration names an issuer.</summary>
    public static void AddExternalIssuer(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        if (configuration.GetSection(OidcOptions.Section).Get<OidcOptions>() is not { Authority.Length: > 0 } oidc)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(oidc.Audience))
        {
            throw new StartRefusedException(
                "Oidc:Authority указан без Oidc:Audience: ни один токен издателя не был бы принят. Укажите, для кого он их выдаёт.",
                "Oidc:Authority is set without Oidc:Audience: no token of the issuer would be accepted. Name whom they are for."
            );
        }

        authentication.Services.AddSingleton(oidc);
        authentication.AddJwtBearer(
            Scheme,
            jwt =>
            {
                jwt.Authority = oidc.Authority;
                jwt.Audience = oidc.Audience;
                jwt.RequireHttpsMetadata = oidc.RequireHttps;
                jwt.BackchannelTimeout = Patience;
                jwt.MapInboundClaims = false;
                jwt.TokenValidationParameters.ClockSkew = ClockSkew;

                // No algorithm with a shared secret: the public key would be the secret that signs.
                jwt.TokenValidationParameters.ValidAlgorithms =
                [
                    "RS256",
                    "RS384",
                    "RS512",
                    "ES256",
                    "ES384",
                    "ES512",
                    "PS256",
                    "PS384",
                    "PS512",
                ];

                // The handler throws when the issuer is away, and has logged it; for the caller his token is just not good.
                jwt.Events = new JwtBearerEvents
                {
                    OnTokenValidated = RefuseExtensions,
                    OnAuthenticationFailed = failed =>
                    {
                        failed.Fail(failed.Exception);
                        return Task.CompletedTask;
                    },
                };
            }
        );
    }

    /// <summary>What is critical must be understood (RFC 7515 4.1.11), and this service understands no extension.</summary>
    private static Task RefuseExtensions(TokenValidatedContext validated)
    {
        if (validated.SecurityToken is not JsonWebToken token || token.TryGetHeaderValue<object>("crit", out _))
        {
            validated.Fail("crit");
        }

        return Task.CompletedTask;
    }

    /// <summary>There is an issuer and the token is signed: three parts, where the service's own tokens have one.</summary>
    public static bool Takes(HttpContext http, string token) =>
        token.Count(symbol => symbol == '.') == 2 && http.RequestServices.GetService<OidcOptions>() is not null;

    /// <summary>The account bound to the subject of the request's token; null: the token is not good, or nobody is bound.</summary>
    public static async ValueTask<CallerAccount?> FindAsync(HttpContext http, IIdentities identities)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        return ticket.Principal?.FindAll(JwtRegisteredClaimNames.Sub).ToList() is [{ Value.Length: > 0 } subject]
            ? await identities.FindByExternalSubjectAsync(
                subject.Issuer,
                subject.Value,
                http.Request.Headers[IdentityMiddleware.CentreHeader]
                    is [{ Length: > 0 and <= Centre.CodeMaxLength } centre]
                    ? centre
                    : null,
                http.RequestAborted
            )
            : null;
    }
}
