using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gouji.Ingest.Network;

/// <summary>
/// The one spelling of a host, whatever way an address writes it: folded to ASCII and lower case, without brackets, zone and final dot.
/// </summary>
internal static class HostName
{
    /// <summary>The host of an address; null where it has none that can be spelt.</summary>
    public static string? Of(Uri address)
    {
        try
        {
            return Of(address.IdnHost);
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>A host in its one spelling; null where it cannot be spelt.</summary>
    public static string? Of(string host)
    {
        var folded = host.IsNormalized(NormalizationForm.FormKC) ? host : host.Normalize(NormalizationForm.FormKC);
        folded = folded.Replace('。', '.').ToLowerInvariant().Trim('[', ']');
        var zone = folded.IndexOf('%', StringComparison.Ordinal);
        folded = (zone < 0 ? folded : folded[..zone]).TrimEnd('.');
        return folded.Length is > 0 and <= 253 && Ascii.IsValid(folded) && !folded.Contains("..", StringComparison.Ordinal) && folded[0] != '.'
            ? folded
            : null;
    }

    /// <summary>
    /// The address that a host spells out, in each way that systems accept for IPv4: one to four parts, decimal, octal (0177) or
    /// hexadecimal (0x7f), of which the last fills the rest. Null where it is a name.
    /// </summary>
    public static IPAddress? Literal(string host)
    {
        if (host.Contains(':', StringComparison.Ordinal))
        {
            return IPAddress.TryParse(host, out var six) && six.AddressFamily == AddressFamily.InterNetworkV6 ? six : null;
        }

        var parts = host.Split('.');
        if (parts.Length > 4)
        {
            return null;
        }

        uint value = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            var bits = last ? 8 * (5 - parts.Length) : 8;
            if (Number(parts[i]) is not { } number || number >= 1UL << bits)
            {
                return null;
            }

            value = last ? (uint)(((ulong)value << bits) | number) : (value << 8) | (uint)number;
        }

        return new IPAddress([(byte)(value >> 24), (byte)((value >> 16) & 0xFF), (byte)((value >> 8) & 0xFF), (byte)(value & 0xFF)]);
    }

    /// <summary>Whether a host can only be meant as an address: no top-level domain is a number (WHATWG URL, "ends in a number").</summary>
    public static bool LooksNumeric(string host) => host.Contains(':', StringComparison.Ordinal) || LooksLikeNumber(host[(host.LastIndexOf('.') + 1)..]);

    private static bool LooksLikeNumber(string part) =>
        part.All(char.IsAsciiDigit) || (part.StartsWith("0x", StringComparison.Ordinal) && part.Skip(2).All(static digit => char.IsAsciiDigit(digit) || char.IsAsciiHexDigitLower(digit)));

    private static ulong? Number(string part)
    {
        if (part.Length is 0 or > 16 || !LooksLikeNumber(part))
        {
            return null;
        }

        if (part.StartsWith("0x", StringComparison.Ordinal))
        {
            return part.Length == 2 ? 0 : ulong.Parse(part.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        if (part.Length == 1 || part[0] != '0')
        {
            return ulong.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        ulong octal = 0;
        foreach (var digit in part)
        {
            if (digit is '8' or '9')
            {
                return null;
            }

            octal = (octal * 8) + (ulong)(digit - '0');
        }

        return octal;
    }
}
