using System.Net;
using System.Net.Sockets;

namespace Gouji.Ingest.Network;

/// <summary>
/// Which addresses are not public, by the registries of special-purpose addresses (RFC 6890 and its successors). An IPv6 address that
/// carries an IPv4 address is judged by what it carries.
/// </summary>
internal static class AddressClasses
{
    private static readonly (IPNetwork Network, string Name)[] Special =
    [
        (IPNetwork.Parse("255.255.255.255/32"), "broadcast"),
        (IPNetwork.Parse("0.0.0.0/32"), "unspecified"),
        (IPNetwork.Parse("0.0.0.0/8"), "this-network"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "carrier-grade-nat"),
        (IPNetwork.Parse("127.0.0.0/8"), "loopback"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "protocol"),
        (IPNetwork.Parse("192.0.2.0/24"), "documentation"),
        (IPNetwork.Parse("192.88.99.0/24"), "reserved"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("198.18.0.0/15"), "benchmark"),
        (IPNetwork.Parse("198.51.100.0/24"), "documentation"),
        (IPNetwork.Parse("203.0.113.0/24"), "documentation"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved"),
        (IPNetwork.Parse("::/128"), "unspecified"),
        (IPNetwork.Parse("::1/128"), "loopback"),
        (IPNetwork.Parse("fc00::/7"), "unique-local"),
        (IPNetwork.Parse("fe80::/10"), "link-local"),
        (IPNetwork.Parse("fec0::/10"), "site-local"),
        (IPNetwork.Parse("ff00::/8"), "multicast"),
        (IPNetwork.Parse("100::/64"), "discard"),
        (IPNetwork.Parse("64:ff9b:1::/48"), "local-translation"),
        (IPNetwork.Parse("2001:db8::/32"), "documentation"),
        (IPNetwork.Parse("3fff::/20"), "documentation"),
        (IPNetwork.Parse("2001:2::/48"), "benchmark"),
    ];

    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Teredo = IPNetwork.Parse("2001::/32");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Protocols = IPNetwork.Parse("2001::/23");
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>The name of the class that an address is in; null where it is public.</summary>
    public static string? Of(IPAddress address)
    {
        // IPNetwork compares a mapped address (::ffff:a.b.c.d) by its IPv4 bytes with any network: it is taken apart first.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        foreach (var (network, name) in Special)
        {
            if (network.BaseAddress.AddressFamily == plain.AddressFamily && network.Contains(plain))
            {
                return name;
            }
        }

        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => null,
            AddressFamily.InterNetworkV6 => OfSix(plain),
            _ => "unknown",
        };
    }

    private static string? OfSix(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (Compatible.Contains(address) || Translated.Contains(address))
        {
            return Of(new IPAddress(bytes.AsSpan(12)));
        }

        if (SixToFour.Contains(address))
        {
            return Of(new IPAddress(bytes.AsSpan(2, 4)));
        }

        if (Teredo.Contains(address))
        {
            // RFC 4380 §4: the server stands plain, the client with its bits inverted.
            return Of(new IPAddress(bytes.AsSpan(4, 4)))
                ?? Of(new IPAddress([(byte)(bytes[12] ^ 0xFF), (byte)(bytes[13] ^ 0xFF), (byte)(bytes[14] ^ 0xFF), (byte)(bytes[15] ^ 0xFF)]));
        }

        return Protocols.Contains(address) ? "protocol" : Global.Contains(address) ? null : "reserved";
    }
}
