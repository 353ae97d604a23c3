using System.Net;
using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>What can be said of an address before anything is sent there: its form, and an IP address written out.</summary>
/// <remarks>A name is looked up at every connection, not here: what it means today it need not mean tomorrow.</remarks>
internal sealed class WebhookTargets(AddressPolicy policy, WebhookOptions options) : IWebhookTargets
{
    private const int DefaultPort = 443;

    public Error? Refuse(string url)
    {
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6)
        )
        {
            return WebhookErrors.UrlMalformed;
        }

        if (uri.UserInfo.Length > 0)
        {
            return WebhookErrors.UrlWithUser;
        }

        if (url.Contains('#', StringComparison.Ordinal))
        {
            return WebhookErrors.UrlWithFragment;
        }

        return RefuseHost(uri);
    }

    /// <summary>May a connection be made to the address that stands for the host of the URL?</summary>
    public bool Allows(Uri uri, IPAddress address) =>
        policy.Allows(address) && (uri.Scheme == Uri.UriSchemeHttps || IPAddress.IsLoopback(address));

    private Error? RefuseHost(Uri uri)
    {
        var host = uri.IdnHost.TrimEnd('.');
        var literal = IPAddress.TryParse(host, out var address);
        var loopback = literal ? IPAddress.IsLoopback(address!) : IsLocalName(host);
        if (loopback ? !policy.AllowsLoopback : literal && !policy.Allows(address!))
        {
            return WebhookErrors.UrlForbidden;
        }

        // Whoever may choose the port makes the service look what listens there.
        return loopback ? null
            : uri.Scheme != Uri.UriSchemeHttps ? WebhookErrors.UrlNotHttps
            : uri.Port != DefaultPort && !options.AllowedPorts.Contains(uri.Port) ? WebhookErrors.UrlPort
            : null;
    }

    /// <summary>Names that mean this machine everywhere (RFC 6761).</summary>
    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
