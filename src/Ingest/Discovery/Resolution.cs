using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>Makes an address of what is written on a page, as a browser would (URL Standard §4.4).</summary>
/// <param name="Address">The address in canonical form; null where there is none.</param>
/// <param name="Reason">Why there is none.</param>
internal readonly partial record struct Resolution(Uri? Address, IgnoredReason Reason)
{
    /// <summary>Resolves a reference of a page.</summary>
    public static Resolution Of(string raw, Uri relativeTo, Encoding encoding)
    {
        var text = string.Concat(raw.Trim().Where(static c => !char.IsControl(c)));
        // Escaped twice, or in a script, where nothing resolves it: no parameter is called amp;name.
        text = text.Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase);
        if (text.Length == 0 || text[0] == '#' || text.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
        {
            return new Resolution(null, IgnoredReason.NoAddress);
        }

        if (Scheme().Match(text) is { Success: true } scheme && scheme.Groups["name"].Value.ToUpperInvariant() is not ("HTTP" or "HTTPS"))
        {
            return new Resolution(null, IgnoredReason.NotWeb);
        }

        try
        {
            return Uri.TryCreate(relativeTo, Escaped(text, encoding), out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0
                ? new Resolution(CanonicalAddress.Of(address), default)
                : new Resolution(null, IgnoredReason.Malformed);
        }
        catch (UriFormatException)
        {
            // An address that parses may still have a host that has no ASCII form.
            return new Resolution(null, IgnoredReason.Malformed);
        }
    }

    // Paths are escaped as UTF-8, queries in the encoding of the page; escapes that are there already stay as they are.
    private static string Escaped(string text, Encoding encoding)
    {
        var query = text.IndexOf('?', StringComparison.Ordinal);
        var path = (query < 0 ? text : text[..query]).Replace('\\', '/');
        var hostEnd = path.IndexOf("//", StringComparison.Ordinal) is >= 0 and var slashes && slashes <= 6 ? path.IndexOf('/', slashes + 2) : 0;
        var host = hostEnd < 0 ? path : path[..hostEnd];
        var result = new StringBuilder(host);
        Append(result, path[host.Length..], Charsets.Utf8);
        if (query >= 0)
        {
            Append(result, text[query..], encoding);
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, string text, Encoding encoding)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAscii(text[i]))
            {
                _ = text[i] is ' ' or '"' or '<' or '>' ? result.Append(CultureInfo.InvariantCulture, $"%{(int)text[i]:X2}") : result.Append(text[i]);
                continue;
            }

            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            foreach (var b in encoding.GetBytes(text.Substring(i, length)))
            {
                result.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }

            i += length - 1;
        }
    }

    [GeneratedRegex("^(?<name>[A-Za-z][A-Za-z0-9+.\\-]*):", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Scheme();
}
