using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MethodCenter.Api.Tests.Security;

/// <summary>A small OpenID Connect issuer on loopback: discovery, one RSA key, and whatever tokens a test wants.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "methodcenter";
    private readonly WebApplication _app;
    private readonly RSA _rsa = RSA.Create(2048);

    private TestIssuer(WebApplication app) => (_app, Key) = (app, new RsaSecurityKey(_rsa) { KeyId = "issuer-key" });

    public RsaSecurityKey Key { get; }

    public string Address { get; private set; } = "";

    /// <summary>The public key as bytes that anyone can get: the secret of the attack that signs with it by HMAC.</summary>
    public byte[] PublicKey => _rsa.ExportSubjectPublicKeyInfo();

    public static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var issuer = new TestIssuer(builder.Build());
        issuer._app.MapGet("/.well-known/openid-configuration", issuer.Discovery);
        issuer._app.MapGet("/keys", issuer.Keys);
        await issuer._app.StartAsync();
        issuer.Address = issuer._app.Urls.Single();
        return issuer;
    }

    /// <summary>A token of this issuer, right in all that is not given otherwise.</summary>
    public string Token(
        object subject,
        string? issuer = null,
        string audience = Audience,
        TimeSpan? expiresIn = null,
        SigningCredentials? signedWith = null,
        IDictionary<string, object>? header = null
    ) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer ?? Address,
                Audience = audience,
                AdditionalHeaderClaims = header,
                Claims = new Dictionary<string, object> { ["sub"] = subject },
                NotBefore = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2),
                Expires = TimeProvider.System.GetUtcNow().UtcDateTime + (expiresIn ?? TimeSpan.FromMinutes(5)),
                SigningCredentials = signedWith ?? new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
            }
        );

    /// <summary>A token that says of itself that it needs no signature.</summary>
    public string UnsignedToken(string subject)
    {
        var signed = Token(subject).Split('.');
        return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{signed[1]}.";
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private IResult Discovery() =>
        Results.Json(new Dictionary<string, string> { ["issuer"] = Address, ["jwks_uri"] = Address + "/keys" });

    private IResult Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(false)));
        return Results.Json(
            new
            {
                keys = new[]
                {
                    new
                    {
                        kty = key.Kty,
                        use = "sig",
                        kid = Key.KeyId,
                        n = key.N,
                        e = key.E,
                    },
                },
            }
        );
    }
}
