namespace MethodCenter.Application.Common.Papers;

/// <summary>The address under which people outside reach the service; papers lead there.</summary>
/// <param name="Base">Without a slash at the end; null: the service does not know it, and nothing leads there.</param>
public sealed record PublicAddress(string? Base)
{
    /// <summary>Without the host where the service does not know it.</summary>
    public string Calendar(string code) => $"{Base}/api/v1/public/calendars/{code}";

    public string? Verification(string code) => Base is null ? null : $"{Base}/api/v1/public/certificates/{code}";

    /// <exception cref="InvalidOperationException">The setting is not an address.</exception>
    public static PublicAddress Of(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return new PublicAddress((string?)null);
        }

        // A wrong one would be printed on papers that stay wrong for good: better not to start.
        var isAddress =
            Uri.TryCreate(setting, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.Query.Length == 0;
        return isAddress
            ? new PublicAddress(uri!.AbsoluteUri.TrimEnd('/'))
            : throw new InvalidOperationException("Public:Address is not an http(s) address.");
    }
}

/// <summary>Draws QR codes.</summary>
public interface IQrCodes
{
    /// <summary>As PNG.</summary>
    byte[] Draw(string text);
}
