namespace Gouji.Extract.Html;

/// <summary>Reads the few properties of a style attribute that decide what is shown. Style sheets are not read.</summary>
internal static class InlineStyle
{
    /// <summary>Whether the style hides its element.</summary>
    public static Hiding HidingOf(ReadOnlySpan<char> style)
    {
        var hiding = Hiding.None;
        while (TryNext(ref style, out var name, out var value))
        {
            var found = Hiding.None;
            if (name.Equals("display", StringComparison.OrdinalIgnoreCase))
            {
                found = Is(value, "none") ? Hiding.Gone : Hiding.None;
            }
            else if (name.Equals("mso-hide", StringComparison.OrdinalIgnoreCase))
            {
                found = Is(value, "all") ? Hiding.Gone : Hiding.None;
            }
            else if (name.Equals("visibility", StringComparison.OrdinalIgnoreCase))
            {
                found = Is(value, "hidden") ? Hiding.Unseen : Is(value, "collapse") ? Hiding.Gone : Hiding.None;
            }

            hiding = (Hiding)Math.Max((int)hiding, (int)found);
        }

        return hiding;
    }

    /// <summary>The list-style-type; empty where the style says nothing about it.</summary>
    public static string ListType(ReadOnlySpan<char> style)
    {
        while (TryNext(ref style, out var name, out var value))
        {
            if (name.Equals("list-style-type", StringComparison.OrdinalIgnoreCase) || name.Equals("list-style", StringComparison.OrdinalIgnoreCase))
            {
                var end = value.IndexOfAny(' ', '!');
                return (end < 0 ? value : value[..end]).ToString().ToLowerInvariant();
            }
        }

        return "";
    }

    private static bool Is(ReadOnlySpan<char> value, string word)
    {
        var end = value.IndexOf('!'); // !important
        return (end < 0 ? value : value[..end]).Trim().Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    private static bool TryNext(ref ReadOnlySpan<char> style, out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        while (!style.IsEmpty)
        {
            var end = style.IndexOf(';');
            var declaration = end < 0 ? style : style[..end];
            style = end < 0 ? [] : style[(end + 1)..];
            var colon = declaration.IndexOf(':');
            if (colon > 0)
            {
                name = declaration[..colon].Trim();
                value = declaration[(colon + 1)..].Trim();
                return true;
            }
        }

        name = value = [];
        return false;
    }
}
