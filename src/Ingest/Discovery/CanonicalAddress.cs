using System.Text;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Discovery;

/// <summary>
/// One address for all that lead to the same document: without fragment, session and what only defeats caches, the host in lower case,
/// escapes resolved where RFC 3986 §6.2.2 lets them be. Order of the query, double slashes and other escapes stay as they are, for
/// servers tell them apart; <c>%D4%A4</c> stays the GBK that it is.
/// </summary>
public static partial class CanonicalAddress
{
    /// <summary>The canonical form of an http or https address. Of a canonical form it is that form itself.</summary>
    public static Uri Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var text = new StringBuilder(address.Scheme).Append("://")
            .Append(address.HostNameType == UriHostNameType.Dns ? address.IdnHost.ToLowerInvariant() : address.Host);
        if (!address.IsDefaultPort)
        {
            text.Append(':').Append(address.Port);
        }

        text.Append(Session().Replace(Unescaped(address.AbsolutePath), ""));
        var separator = '?';
        foreach (var parameter in address.Query.Length > 1 ? Session().Replace(Unescaped(address.Query[1..]), "").Split('&') : [])
        {
            if (parameter.Length > 0 && !IsVolatile(parameter))
            {
                text.Append(separator).Append(parameter);
                separator = '&';
            }
        }

        return new Uri(text.ToString());
    }

    private static bool IsVolatile(string parameter)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = equals < 0 ? (parameter, "") : (parameter[..equals], parameter[(equals + 1)..]);
        return name.ToLowerInvariant() switch
        {
            "jsessionid" or "phpsessid" or "sessionid" or "session_id" or "_t" or "_" or "timestamp" or "random" or "rnd" or "rand" or "nocache" => true,
            var utm when utm.StartsWith("utm_", StringComparison.Ordinal) || utm.StartsWith("aspsessionid", StringComparison.Ordinal) => true,

            // These names also mean sites, types and versions: only what looks like a session or a moment is dropped.
            "sid" or "session" => Token().IsMatch(value),
            "t" or "ts" or "time" or "r" or "v" or "date" => Moment().IsMatch(value),
            _ => false,
        };
    }

    // Escapes of unreserved characters are resolved, the digits of others written in capitals.
    private static string Unescaped(string text)
    {
        var percent = text.IndexOf('%', StringComparison.Ordinal);
        if (percent < 0)
        {
            return text;
        }

        var result = new StringBuilder(text, 0, percent, text.Length);
        for (var i = percent; i < text.Length; i++)
        {
            if (text[i] != '%' || i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                result.Append(text[i]);
                continue;
            }

            var character = (char)Convert.ToByte(text.Substring(i + 1, 2), 16);
            _ = char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~'
                ? result.Append(character)
                : result.Append('%').Append(char.ToUpperInvariant(text[i + 1])).Append(char.ToUpperInvariant(text[i + 2]));
            i += 2;
        }

        return result.ToString();
    }

    [GeneratedRegex(";jsessionid=[^/;&]*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Session();

    [GeneratedRegex("^[0-9A-Za-z]{16,64}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex("^(1[0-9]{9}([0-9]{3})?|0?\\.[0-9]{6,})$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Moment();
}
