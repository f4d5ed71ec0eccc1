namespace Gouji.Extract.Ofd;

/// <summary>Text with the places of its glyphs (GB/T 33190 11.3) in the space of its object.</summary>
/// <param name="Text">The characters.</param>
/// <param name="X">Where the first glyph stands; null where it goes on from the code before.</param>
/// <param name="Y">The line of the first glyph; null where it is that of the code before.</param>
/// <param name="DeltaX">The ways from glyph to glyph along x, as the file has them.</param>
/// <param name="DeltaY">The same along y.</param>
internal sealed record TextCode(string Text, double? X, double? Y, string? DeltaX, string? DeltaY)
{
    /// <summary>
    /// The text of an element: what an indented file has around it and its line breaks are not printed; spaces on the same line are.
    /// </summary>
    public static string Printed(string text)
    {
        if (text.AsSpan().IndexOfAny('\n', '\r') < 0)
        {
            return text;
        }

        var (start, end) = (text.Length - text.AsSpan().TrimStart().Length, text.AsSpan().TrimEnd().Length);
        if (start >= end)
        {
            return "";
        }

        start = text.AsSpan(0, start).IndexOfAny('\n', '\r') >= 0 ? start : 0;
        end = text.AsSpan(end).IndexOfAny('\n', '\r') >= 0 ? end : text.Length;
        return text[start..end].Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
    }
}
