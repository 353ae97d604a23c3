using System.Security.Cryptography;
using System.Text;
using MethodCenter.Application.Office.Webhooks;
using Microsoft.AspNetCore.DataProtection;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>Secrets of webhooks. They must be read back to sign, so they are encrypted and not hashed.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection, WebhookOptions options) : IWebhookSecrets
{
    private readonly IDataProtector _protector = protection.CreateProtector("webhooks");

    public TimeSpan Overlap => options.SecretOverlap;

    public NewWebhookSecret Make()
    {
        var secret = WebhookSigner.MakeSecret();
        return new NewWebhookSecret(secret, Protect(secret));
    }

    public byte[] Protect(string secret) => _protector.Protect(Encoding.ASCII.GetBytes(secret));

    /// <summary>The secret; null: the key ring that protected it is gone.</summary>
    public string? Read(byte[] secret)
    {
        try
        {
            return Encoding.ASCII.GetString(_protector.Unprotect(secret));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
