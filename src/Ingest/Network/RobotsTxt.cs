using System.Globalization;
using System.Text;

namespace Gouji.Ingest.Network;

/// <summary>
/// The rules that a site sets for robots (RFC 9309), as they concern one product. The longest pattern that matches decides; where an
/// Allow and a Disallow are equally long, Allow does. Crawl-delay is read as an extension.
/// </summary>
public sealed class RobotsTxt
{
    /// <summary>The most bytes that are read (RFC 9309 §2.5 asks for at least this many).</summary>
    public const int MaximumBytes = 500 * 1024;

    private readonly List<RobotsRule> _rules;

    private RobotsTxt(List<RobotsRule> rules, TimeSpan crawlDelay)
    {
        _rules = rules;
        CrawlDelay = crawlDelay;
    }

    /// <summary>No rules: everything is allowed.</summary>
    public static RobotsTxt AllowAll { get; } = new([], TimeSpan.Zero);

    /// <summary>The time asked for between two requests; zero where none is asked for.</summary>
    public TimeSpan CrawlDelay { get; }

    /// <summary>Reads the rules for a product; a line that says nothing known is passed over.</summary>
    /// <param name="bytes">The file. Bytes beyond <see cref="MaximumBytes"/> are not read.</param>
    /// <param name="userAgent">The user agent, of which the product token in front counts.</param>
    public static RobotsTxt Parse(ReadOnlySpan<byte> bytes, string userAgent)
    {
        ArgumentNullException.ThrowIfNull(userAgent);
        var product = ProductToken(userAgent);
        var ours = new Group();
        var everyone = new Group();
        var named = false;
        var (inOurs, inEveryone, collecting) = (false, false, false);
        var delay = "";

        // Latin-1 keeps the bytes apart, so that paths in GBK and in UTF-8 are matched by the bytes that a request carries. Only CR and LF end
        // a line: what Unicode counts as ends, such as U+0085, are bytes amid characters here.
        var text = Encoding.Latin1.GetString(Readable(bytes)).AsSpan();
        foreach (var line in text.SplitAny('\r', '\n'))
        {
            if (Directive(text[line]) is not (var name, var value))
            {
                continue;
            }

            if (name is "user-agent")
            {
                (inOurs, inEveryone, delay) = collecting ? (inOurs, inEveryone, delay) : (false, false, "");
                collecting = true;
                inOurs |= ProductToken(value) is { Length: > 0 } token && token.Equals(product, StringComparison.OrdinalIgnoreCase);
                inEveryone |= value == "*";
                named |= inOurs;

                // An extension does not end the list of user agents (RFC 9309 §2.2.4), so it holds for those that follow it too.
                (name, value) = ("crawl-delay", delay);
            }
            else
            {
                delay = name is "crawl-delay" ? value : delay;
                collecting &= name is not ("allow" or "disallow");
            }

            if (inOurs)
            {
                ours.Add(name, value);
            }

            if (inEveryone)
            {
                everyone.Add(name, value);
            }
        }

        var group = named ? ours : everyone;
        return new RobotsTxt(group.Rules, group.CrawlDelay);
    }

    /// <summary>Whether an address of the site may be asked.</summary>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Allows(address.PathAndQuery);
    }

    /// <summary>Whether a path with its query may be asked.</summary>
    internal bool Allows(string pathAndQuery)
    {
        var path = RobotsRule.Canonical(pathAndQuery);
        if (path == "/robots.txt")
        {
            return true;
        }

        RobotsRule? decisive = null;
        foreach (var rule in _rules)
        {
            if ((decisive is null || rule.Length > decisive.Length || (rule.Length == decisive.Length && rule.Allow)) && rule.Matches(path))
            {
                decisive = rule;
            }
        }

        return decisive?.Allow ?? true;
    }

    /// <summary>The product token in front of a user agent: letters, hyphens and underscores (RFC 9309 §2.2.1).</summary>
    private static string ProductToken(string userAgent)
    {
        var end = 0;
        while (end < userAgent.Length && (char.IsAsciiLetter(userAgent[end]) || userAgent[end] is '-' or '_'))
        {
            end++;
        }

        return userAgent[..end];
    }

    /// <summary>The whole lines within the limit, without a byte order mark, in UTF-8 where they came in UTF-16.</summary>
    private static ReadOnlySpan<byte> Readable(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= MaximumBytes)
        {
            // The line that is cut may say more, or less, than it seems to.
            bytes = bytes[..MaximumBytes];
            bytes = bytes[..(bytes.LastIndexOfAny((byte)'\r', (byte)'\n') + 1)];
        }

        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (bytes.StartsWith(encoding.Preamble))
            {
                return Encoding.UTF8.GetBytes(encoding.GetString(bytes[encoding.Preamble.Length..]));
            }
        }

        return bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
    }

    private static (string Name, string Value)? Directive(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        line = comment < 0 ? line : line[..comment];
        var colon = line.IndexOf(':');
        return colon < 0 ? null : (line[..colon].Trim(" \t").ToString().ToLowerInvariant(), line[(colon + 1)..].Trim(" \t").ToString());
    }

    private sealed class Group
    {
        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan CrawlDelay { get; private set; }

        public void Add(string name, string value)
        {
            if (name is "allow" or "disallow")
            {
                // An empty pattern matches nothing.
                if (value.Length > 0)
                {
                    Rules.Add(new RobotsRule(name == "allow", value));
                }
            }
            else if (name is "crawl-delay"
                && decimal.TryParse(Number(value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            {
                var delay = TimeSpan.FromSeconds((double)decimal.Min(seconds, 86_400));
                CrawlDelay = delay > CrawlDelay ? delay : CrawlDelay;
            }
        }

        // Some write a comma for the point, or the unit behind.
        private static string Number(string value) =>
            string.Concat(value.TakeWhile(static one => char.IsAsciiDigit(one) || one is '.' or ',')).Replace(',', '.');
    }
}
