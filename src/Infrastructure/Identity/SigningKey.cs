namespace MethodCenter.Infrastructure.Identity;

/// <summary>A key by which the service signs open badges; shared by all instances through the database.</summary>
/// <remarks>A row is never deleted: what it has signed is verified with its public part for good.</remarks>
public sealed class SigningKey
{
    public const int ThumbprintLength = 43;
    public const int PublicKeyMaxLength = 200;
    public const int PrivateKeyMaxLength = 1000;

    public Guid Id { get; init; }

    /// <summary>Of the public key (RFC 7638).</summary>
    public string Thumbprint { get; init; } = "";

    /// <summary>SubjectPublicKeyInfo (RFC 5280).</summary>
    public byte[] PublicKey { get; init; } = [];

    /// <summary>PKCS #8, encrypted with the key ring of the service.</summary>
    public byte[] PrivateKey { get; init; } = [];

    public DateTimeOffset MadeAt { get; init; }
}
