using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gouji.Ingest.Network;

/// <summary>Makes any name fit for every file system: one segment, no control characters, no reserved words, a bounded length.</summary>
internal static partial class FileNames
{
    /// <summary>The most bytes of a name in UTF-8.</summary>
    public const int MaximumBytes = 200;

    /// <summary>The name as it can be stored; null where nothing of it is left.</summary>
    public static string? Sanitise(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (rune.Value is '/' or '\\')
            {
                // What stands before a separator is a folder.
                kept.Clear();
            }
            else if (rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*')
            {
                kept.Append('_');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) && rune.Value != 0xFFFD)
            {
                kept.Append(rune);
            }
        }

        var plain = Trim(kept.ToString());
        if (plain.Length == 0)
        {
            return null;
        }

        plain = Shorten(plain);
        return Reserved().IsMatch(plain) ? Shorten($"_{plain}") : plain;
    }

    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaximumBytes)
        {
            return name;
        }

        var ending = Ending().Match(name).Value;
        var budget = MaximumBytes - ending.Length;
        var stem = new StringBuilder();
        foreach (var rune in name.AsSpan(0, name.Length - ending.Length).EnumerateRunes())
        {
            budget -= rune.Utf8SequenceLength;
            if (budget < 0)
            {
                break;
            }

            stem.Append(rune);
        }

        return Trim(stem.ToString()) + ending;
    }

    /// <summary>Windows drops spaces and dots at the end, and a dot in front hides a file.</summary>
    private static string Trim(string name)
    {
        var start = 0;
        var end = name.Length;
        while (end > start && (name[end - 1] == '.' || char.IsWhiteSpace(name[end - 1])))
        {
            end--;
        }

        while (start < end && (name[start] == '.' || char.IsWhiteSpace(name[start])))
        {
            start++;
        }

        return name[start..end];
    }

    [GeneratedRegex(@"^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();

    [GeneratedRegex(@"\.[A-Za-z0-9]{1,10}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Ending();
}
