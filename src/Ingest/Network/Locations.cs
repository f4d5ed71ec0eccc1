using System.Globalization;
using System.Text;

namespace Gouji.Ingest.Network;

/// <summary>Where redirects lead to.</summary>
internal static class Locations
{
    /// <summary>
    /// The address of a Location, relative to where it was given; null where it is none. Bytes beyond ASCII are percent-encoded as they
    /// came, so that a path in GBK stays in GBK.
    /// </summary>
    public static Uri? Resolve(Uri from, string? location)
    {
        if (string.IsNullOrWhiteSpace(location))
        {
            return null;
        }

        var encoded = new StringBuilder(location.Length);
        foreach (var octet in location.Trim())
        {
            if (octet is > ' ' and < '\x7F')
            {
                encoded.Append(octet);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{(int)octet:X2}");
            }
        }

        return Uri.TryCreate(from, encoded.ToString(), out var address) ? WithoutFragment(address) : null;
    }

    /// <summary>The address as it is asked: a fragment concerns only who reads.</summary>
    public static Uri WithoutFragment(Uri address) => address.Fragment.Length == 0 ? address : new Uri(address.AbsoluteUri[..^address.Fragment.Length]);
}
