using System.Net;
using System.Net.Sockets;

namespace MethodCenter.Infrastructure.Office.Webhooks;

/// <summary>Which addresses a receiver may have: public ones, and those of networks that the operator has named.</summary>
/// <remarks>
/// Whoever may register a webhook makes the service send requests; so it must not reach what stands beside it: its own
/// machine, the internal network, the metadata of a cloud. The list follows the registries of special-purpose addresses
/// of IANA. Of IPv6 only the global unicast part is open, so what will be given out one day is closed until then.
/// </remarks>
internal sealed class AddressPolicy(bool allowLoopback, IReadOnlyList<IPNetwork> allowed)
{
    private static readonly IPNetwork[] ClosedV4 =
    [
        .. new[]
        {
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by carriers (CGNAT)
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // services of a cloud (Azure) beside its machines, though the address is a public one
            "169.254.0.0/16", // link-local, metadata of clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] ClosedV6 =
    [
        .. new[]
        {
            "2001::/23", // protocol assignments: Teredo, ORCHID
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which hides an IPv4 address
            "3fff::/20", // documentation
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <param name="allowLoopback">May it be this machine?</param>
    /// <param name="networks">Networks in the form <c>10.20.0.0/16</c>.</param>
    public static AddressPolicy Of(bool allowLoopback, IEnumerable<string> networks) =>
        new(
            allowLoopback,
            [
                .. networks.Select(text =>
                    IPNetwork.TryParse(text, out var network)
                        ? network
                        : throw new InvalidOperationException(
                            $"Webhooks:AllowedNetworks: «{text}» is no network such as 10.20.0.0/16."
                        )
                ),
            ]
        );

    public bool AllowsLoopback => allowLoopback;

    public bool Allows(IPAddress address)
    {
        if (allowed.Any(network => network.Contains(address)))
        {
            return true;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            // A name has no reason to hide an IPv4 address in such a form.
            return allowed.Any(network => network.Contains(address.MapToIPv4()));
        }

        if (IPAddress.IsLoopback(address))
        {
            return allowLoopback;
        }

        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(ClosedV4, network => network.Contains(address)),
            AddressFamily.InterNetworkV6 when Translated.Contains(address) => Allows(Embedded(address)),
            AddressFamily.InterNetworkV6 => address.ScopeId == 0
                && GlobalV6.Contains(address)
                && !Array.Exists(ClosedV6, network => network.Contains(address)),
            _ => false,
        };
    }

    /// <summary>The IPv4 address that a network with translation (NAT64) reaches under this one.</summary>
    private static IPAddress Embedded(IPAddress address) => new(address.GetAddressBytes().AsSpan(12));
}
