using System.Security.Cryptography;
using MethodCenter.Application.Learning.Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>The keys of open badges: elliptic curve P-256, ES256 (RFC 7518).</summary>
/// <remarks>
/// The key is made at the start, when no other instance starts on the database, and read by each at its first use. The
/// newest one whose private part can be read signs; a service that has lost its key ring makes a new one, and what the
/// former has signed stays verifiable.
/// </remarks>
internal sealed class SigningKeys(
    IServiceScopeFactory scopes,
    IDataProtectionProvider protection,
    TimeProvider time,
    ILogger<SigningKeys> log
) : ICredentialSigner
{
    private static readonly JsonWebTokenHandler Tokens = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly IDataProtector _protector = protection.CreateProtector("open badges");
    private Signer? _signer;

    /// <summary>Sees to it that there is a key to sign with.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var known = await RowsAsync(database, cancellationToken);
        if (Newest(known) is not null)
        {
            return;
        }

        if (known.Count > 0)
        {
            log.LogWarning(
                "The key ring that protects the {Count} keys of open badges is gone; a new key signs from now on.",
                known.Count
            );
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        database.SigningKeys.Add(
            new SigningKey
            {
                Id = EntityId.New(),
                Thumbprint = Shown(key).Kid,
                PublicKey = key.ExportSubjectPublicKeyInfo(),
                PrivateKey = _protector.Protect(key.ExportPkcs8PrivateKey()),
                MadeAt = time.GetUtcNow(),
            }
        );
        await database.SaveChangesAsync(cancellationToken);
    }

    public async Task<string> SignAsync(string payload, CancellationToken cancellationToken)
    {
        // Two first requests may both read it: the same key comes out.
        var signer = _signer ??= await ReadAsync(cancellationToken);
        return Tokens.CreateToken(payload, signer.Credentials, signer.Header);
    }

    public async Task<PublicKeySet> PublicKeysAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        return new PublicKeySet { Keys = [.. (await RowsAsync(database, cancellationToken)).Select(Shown)] };
    }

    private async Task<Signer> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        return Newest(await RowsAsync(database, cancellationToken))
            ?? throw new InvalidOperationException("No key of open badges can be read; a restart makes a new one.");
    }

    /// <summary>Newest first.</summary>
    private static Task<List<SigningKey>> RowsAsync(
        MethodCenterDbContext database,
        CancellationToken cancellationToken
    ) =>
        database
            .SigningKeys.AsNoTracking()
            .OrderByDescending(key => key.MadeAt)
            .ThenBy(key => key.Id)
            .ToListAsync(cancellationToken);

    private Signer? Newest(IEnumerable<SigningKey> rows)
    {
        foreach (var row in rows)
        {
            try
            {
                using var key = ECDsa.Create();
                key.ImportPkcs8PrivateKey(_protector.Unprotect(row.PrivateKey), out _);
                return Signer.Of(key);
            }
            catch (CryptographicException)
            {
                // Protected by a key ring that is gone.
            }
        }

        return null;
    }

    private static PublicKey Shown(SigningKey row)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(row.PublicKey, out _);
        return Shown(key);
    }

    private static PublicKey Shown(ECDsa key)
    {
        using var known = ECDsa.Create(key.ExportParameters(includePrivateParameters: false));
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(known));
        return new PublicKey
        {
            X = jwk.X,
            Y = jwk.Y,
            Kid = Base64UrlEncoder.Encode(jwk.ComputeJwkThumbprint()),
        };
    }

    /// <summary>What signs, and the header that shows by which key.</summary>
    private sealed record Signer(SigningCredentials Credentials, Dictionary<string, object> Header)
    {
        public static Signer Of(ECDsa key)
        {
            // As numbers and not as the object, which one thread at a time may use: the library makes its own from
            // these.
            var shown = Shown(key);
            var jwk = new JsonWebKey
            {
                Kty = shown.Kty,
                Crv = shown.Crv,
                X = shown.X,
                Y = shown.Y,
                D = Base64UrlEncoder.Encode(key.ExportParameters(includePrivateParameters: true).D!),
            };

            // The verifier takes the key from the header where kid is not an address (Open Badges 3.0, section 8.2),
            // and compares it with the published ones.
            var header = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [JwtHeaderParameterNames.Jwk] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    [JsonWebKeyParameterNames.Kty] = shown.Kty,
                    [JsonWebKeyParameterNames.Crv] = shown.Crv,
                    [JsonWebKeyParameterNames.X] = shown.X,
                    [JsonWebKeyParameterNames.Y] = shown.Y,
                    [JsonWebKeyParameterNames.Kid] = shown.Kid,
                },
            };
            return new Signer(new SigningCredentials(jwk, SecurityAlgorithms.EcdsaSha256), header);
        }
    }
}
