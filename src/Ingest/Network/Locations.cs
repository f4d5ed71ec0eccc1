using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Network;

/// <summary>Where redirects lead to.</summary>
internal static partial class Locations
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

    /// <summary>
    /// Whether a site leads to its front page, or to a page for what it does not find, from an address that is neither: many do so in place of
    /// saying 404. A front page on another host may well be where a department moved.
    /// </summary>
    public static bool IsNowhere(Uri asked, Uri answered) =>
        NotFoundPage().IsMatch(answered.AbsolutePath) ? !NotFoundPage().IsMatch(asked.AbsolutePath)
        : IsFrontPage(answered) && answered.Query.Length == 0 && !(IsFrontPage(asked) && asked.Query.Length == 0)
            && Bare(asked).Equals(Bare(answered), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an address is that of the front page of its site, by its path.</summary>
    public static bool IsFrontPage(Uri address) => FrontPage().IsMatch(address.AbsolutePath);

    private static string Bare(Uri address) => address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;

    [GeneratedRegex(@"^/((index|default|home|main)\.[a-z]{2,6})?$", Options)]
    private static partial Regex FrontPage();

    [GeneratedRegex(@"(^|/)(404|not[-_]?found|page[-_]?not[-_]?found|err(or)?[-_/]?404)(\.[a-z]{2,5})?/?$", Options)]
    private static partial Regex NotFoundPage();

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
}
