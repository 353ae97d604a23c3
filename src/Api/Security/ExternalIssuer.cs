using MethodCenter.Application.Common.Security;
using MethodCenter.Infrastructure.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MethodCenter.Api.Security;

/// <summary>Section <c>Oidc</c>: an external issuer whose tokens are accepted for accounts bound to its subjects.</summary>
public sealed class OidcOptions
{
    public const string Section = "Oidc";

    /// <summary>Address of the issuer; empty: no external issuer.</summary>
    public string? Authority { get; set; }

    public string? Audience { get; set; }

    /// <summary>Only for an issuer on loopback in development.</summary>
    public bool RequireHttps { get; set; } = true;
}

/// <summary>Checks tokens of an external OpenID Connect issuer: signature, issuer, audience, lifetime.</summary>
internal sealed partial class ExternalIssuer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);
    private readonly JsonWebTokenHandler _handler = new();
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _configuration;
    private readonly OidcOptions _options;
    private readonly IIdentities _identities;
    private readonly ILogger<ExternalIssuer> _logger;

    public ExternalIssuer(OidcOptions options, IIdentities identities, ILogger<ExternalIssuer> logger)
    {
        (_options, _identities, _logger) = (options, identities, logger);
        _configuration = new ConfigurationManager<OpenIdConnectConfiguration>(
            options.Authority!.TrimEnd('/') + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(new HttpClient { Timeout = Patience }) { RequireHttps = options.RequireHttps }
        );
    }

    /// <summary>A signed token has three parts; the service's own bearer tokens have one.</summary>
    public static bool LooksLikeOne(string token) => token.Count(symbol => symbol == '.') == 2;

    public async Task<CallerAccount?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (!_handler.CanReadToken(token))
        {
            return null;
        }

        OpenIdConnectConfiguration configuration;
        try
        {
            configuration = await _configuration.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            Away(_logger, exception);
            return null;
        }

        var validated = await _handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = configuration.Issuer,
                ValidAudience = _options.Audience,
                IssuerSigningKeys = configuration.SigningKeys,
                ClockSkew = ClockSkew,
                ValidAlgorithms = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512"],
            }
        );
        if (!validated.IsValid)
        {
            if (validated.Exception is SecurityTokenSignatureKeyNotFoundException)
            {
                _configuration.RequestRefresh();
            }

            return null;
        }

        return validated.Claims.TryGetValue("sub", out var claim) && claim is string { Length: > 0 } subject
            ? await _identities.FindByExternalSubjectAsync(configuration.Issuer, subject, cancellationToken)
            : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The external issuer cannot be reached")]
    private static partial void Away(ILogger logger, Exception exception);
}
