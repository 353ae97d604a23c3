using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>Signatures of Standard Webhooks: HMAC-SHA256 over id, time and body, by the secret behind <c>whsec_</c>.</summary>
internal static class WebhookSigner
{
    public const string Prefix = "whsec_";

    /// <summary>256 bits; the standard asks for 24 to 64 bytes.</summary>
    private const int SecretBytes = 32;

    public static string MakeSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The value of <c>webhook-signature</c>: a signature by each secret, separated by spaces.</summary>
    public static string Sign(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        byte[] content = [.. head, .. body];
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(Sign(secret, content))));
    }

    private static byte[] Sign(string secret, byte[] content) =>
        HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), content);
}
