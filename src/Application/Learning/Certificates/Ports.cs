namespace MethodCenter.Application.Learning.Certificates;

/// <summary>Makes codes by which a document is verified: nobody guesses one of them.</summary>
public interface IVerificationCodes
{
    string Make();
}

/// <summary>Verifies documents for anybody who holds the paper, in all centres.</summary>
public interface ICertificateVerification
{
    /// <summary>What the paper with the code shows; one refusal for whatever is wrong with the code.</summary>
    Task<Result<VerifiedCertificate>> FindAsync(string code, CancellationToken cancellationToken);
}

/// <summary>Signs open badges with the key of the service, which is one for all its instances and centres.</summary>
public interface ICredentialSigner
{
    /// <summary>The payload as a JSON web token, ES256 (RFC 7518), its public key in the header.</summary>
    Task<string> SignAsync(string payload, CancellationToken cancellationToken);

    /// <summary>The keys by which badges are verified: the current one and all its predecessors.</summary>
    Task<PublicKeySet> PublicKeysAsync(CancellationToken cancellationToken);
}

/// <summary>Public keys of the service (JSON Web Key Set, RFC 7517).</summary>
public sealed record PublicKeySet
{
    public IReadOnlyList<PublicKey> Keys { get; init; } = [];
}

/// <summary>A public key on the curve P-256 (RFC 7517, RFC 7518).</summary>
public sealed record PublicKey
{
    /// <summary>Kind of key: <c>EC</c>.</summary>
    public string Kty { get; init; } = "EC";

    /// <summary>Curve: <c>P-256</c>.</summary>
    public string Crv { get; init; } = "P-256";

    /// <summary>First coordinate, <c>base64url</c>.</summary>
    public string X { get; init; } = "";

    /// <summary>Second coordinate, <c>base64url</c>.</summary>
    public string Y { get; init; } = "";

    /// <summary>The thumbprint of the key (RFC 7638).</summary>
    public string Kid { get; init; } = "";

    /// <summary>What it is for: <c>sig</c>, signatures.</summary>
    public string Use { get; init; } = "sig";

    /// <summary>Algorithm: <c>ES256</c>.</summary>
    public string Alg { get; init; } = "ES256";
}
