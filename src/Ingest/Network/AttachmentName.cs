using System.Text;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Network;

/// <summary>
/// The name that a server gives a document: Content-Disposition (RFC 6266, RFC 8187) in all the ways that servers write it, else the
/// address itself.
/// </summary>
internal static partial class AttachmentName
{
    /// <summary>The name of a document, fit for a file system; null where neither the header nor the address has one.</summary>
    /// <param name="disposition">Content-Disposition, one character a byte; null where there is none.</param>
    /// <param name="address">The address that answered.</param>
    public static string? Of(string? disposition, Uri address)
    {
        var parameters = Parameters(HeaderText.Recover(disposition ?? ""));
        return Usable(Extended(parameters.GetValueOrDefault("filename*"))) ?? Usable(Plain(parameters.GetValueOrDefault("filename"))) ?? OfAddress(address);
    }

    /// <summary>
    /// The last segment of the path; where that is a script (<c>down.jsp</c>), a name in the query that has the ending of a document.
    /// </summary>
    private static string? OfAddress(Uri address)
    {
        var segment = HeaderText.Decode(HeaderText.PercentDecode(address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..]));
        if (!DocumentEnding().IsMatch(segment))
        {
            foreach (var pair in address.Query.TrimStart('?').Split('&'))
            {
                var value = HeaderText.Decode(HeaderText.PercentDecode(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]));
                if (DocumentEnding().IsMatch(value) && Usable(value) is { } named)
                {
                    return named;
                }
            }
        }

        return Usable(segment);
    }

    private static string? Usable(string? name)
    {
        var clean = name is null ? null : FileNames.Sanitise(name);

        // A server that cannot write a name writes question marks.
        return clean is null || !Path.GetFileNameWithoutExtension(clean).AsSpan().ContainsAnyExcept('_', '?', ' ') ? null : clean;
    }

    /// <summary><c>charset'language'percent-encoded</c>; null where it is not so, and the plain parameter counts.</summary>
    private static string? Extended(string? value)
    {
        var parts = value?.Split('\'', 3);
        if (parts is not { Length: 3 } || HeaderText.Charset(parts[0]) is not { } charset)
        {
            return null;
        }

        var octets = HeaderText.PercentDecode(parts[2].Trim('"'));

        // Servers name UTF-8 and write GBK, and the reverse: the bytes know better. Other charsets are believed.
        return charset.CodePage is 65001 or 54936 ? HeaderText.Decode(octets) : charset.GetString(octets);
    }

    private static string? Plain(string? value)
    {
        if (value is null)
        {
            return null;
        }

        if (value.Contains("=?", StringComparison.Ordinal))
        {
            value = EncodedWord().Replace(WordGap().Replace(value, "?==?"), static word => Word(word) ?? word.Value);
        }

        return PercentEncoded().IsMatch(value) ? HeaderText.Decode(HeaderText.PercentDecode(value)) : value;
    }

    /// <summary>One encoded word of RFC 2047, in B or Q.</summary>
    private static string? Word(Match word)
    {
        var text = word.Groups["text"].Value;
        byte[] octets;
        if (word.Groups["coding"].Value is "Q" or "q")
        {
            octets = HeaderText.PercentDecode(text.Replace("%", "%25", StringComparison.Ordinal).Replace('_', ' ').Replace('=', '%'));
        }
        else
        {
            octets = new byte[text.Length];
            if (!Convert.TryFromBase64String(text, octets, out var length))
            {
                return null;
            }

            octets = octets[..length];
        }

        return HeaderText.Charset(word.Groups["charset"].Value) is { CodePage: not (65001 or 54936) } charset ? charset.GetString(octets) : HeaderText.Decode(octets);
    }

    private static Dictionary<string, string> Parameters(string disposition)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var rest = disposition.AsSpan();
        while (!rest.IsEmpty)
        {
            var stop = rest.IndexOfAny(';', '=');
            if (stop < 0)
            {
                break;
            }

            var name = rest[..stop].Trim().ToString();
            var isParameter = rest[stop] == '=';
            rest = rest[(stop + 1)..];
            if (isParameter)
            {
                parameters.TryAdd(name, Value(ref rest));
            }
        }

        return parameters;
    }

    private static string Value(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        if (rest.IsEmpty || rest[0] != '"')
        {
            var end = rest.IndexOf(';');
            var token = (end < 0 ? rest : rest[..end]).Trim().ToString();
            rest = end < 0 ? [] : rest[(end + 1)..];
            return token;
        }

        var value = new StringBuilder();
        var i = 1;
        for (; i < rest.Length && rest[i] != '"'; i++)
        {
            // A backslash quotes a quote or itself; before anything else it is part of a Windows path.
            i += rest[i] == '\\' && i + 1 < rest.Length && rest[i + 1] is '"' or '\\' ? 1 : 0;
            value.Append(rest[i]);
        }

        rest = rest[Math.Min(i + 1, rest.Length)..];
        var next = rest.IndexOf(';');
        rest = next < 0 ? [] : rest[(next + 1)..];
        return value.ToString();
    }

    [GeneratedRegex(@"=\?(?<charset>[^?*\s]+)(\*[^?]*)?\?(?<coding>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex WordGap();

    [GeneratedRegex("%[89A-Fa-f][0-9A-Fa-f]|%20", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PercentEncoded();

    [GeneratedRegex(@"\.(pdf|ofd|docx?|wps|rtf|odt|xlsx?|et|ods|csv|txt|zip|rar|7z|gz|tar|tgz|mht|pptx?|png|jpe?g|tiff?)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DocumentEnding();
}
