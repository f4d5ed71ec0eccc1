using System.Globalization;
using System.Text;

namespace Gouji.Ingest.Network;

/// <summary>
/// One Allow or Disallow. In its pattern <c>*</c> stands for anything and a final <c>$</c> for the end; all else is compared by octets,
/// percent-encoded in one way (RFC 9309 §2.2.2).
/// </summary>
internal sealed class RobotsRule
{
    private readonly string[] _pieces;
    private readonly bool _toTheEnd;

    /// <summary>Creates a rule from a pattern whose characters are octets.</summary>
    public RobotsRule(bool allow, string pattern)
    {
        Allow = allow;
        var canonical = Canonical(pattern);
        Length = canonical.Length;
        _toTheEnd = canonical.EndsWith('$');
        _pieces = (_toTheEnd ? canonical[..^1] : canonical).Split('*');
    }

    public bool Allow { get; }

    /// <summary>The octets of the pattern: the longer rule is the more specific one.</summary>
    public int Length { get; }

    /// <summary>Whether the pattern matches a path in its canonical form. Each piece is taken where it first fits, the last where it must.</summary>
    public bool Matches(string path)
    {
        if (!path.StartsWith(_pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var position = _pieces[0].Length;
        if (_pieces.Length == 1)
        {
            return !_toTheEnd || position == path.Length;
        }

        for (var i = 1; i < _pieces.Length - 1; i++)
        {
            var found = path.IndexOf(_pieces[i], position, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            position = found + _pieces[i].Length;
        }

        var last = _pieces[^1];
        return _toTheEnd
            ? path.Length - last.Length >= position && path.EndsWith(last, StringComparison.Ordinal)
            : path.IndexOf(last, position, StringComparison.Ordinal) >= 0;
    }

    /// <summary>
    /// The one spelling of a path: octets beyond ASCII encoded, encoded unreserved characters plain, hexadecimal digits in upper case.
    /// </summary>
    /// <param name="path">A path or pattern; a character up to U+00FF is an octet.</param>
    public static string Canonical(string path)
    {
        var canonical = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                var octet = (char)byte.Parse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                if (char.IsAsciiLetterOrDigit(octet) || octet is '-' or '.' or '_' or '~')
                {
                    canonical.Append(octet);
                }
                else
                {
                    canonical.Append('%').Append(char.ToUpperInvariant(path[i + 1])).Append(char.ToUpperInvariant(path[i + 2]));
                }

                i += 2;
            }
            else if (path[i] is > ' ' and < '\x7F' and not '%')
            {
                canonical.Append(path[i]);
            }
            else
            {
                canonical.Append(CultureInfo.InvariantCulture, $"%{(int)path[i]:X2}");
            }
        }

        return canonical.ToString();
    }
}
