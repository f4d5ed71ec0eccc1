namespace Gouji.Extract.Geometry;

/// <summary>
/// One printed character as it stands on the page. Left, Right and Baseline are points in the glyph's own frame: the page turned so that
/// the glyph's text runs to the right and y upwards. For upright text that is the page itself, origin bottom left.
/// </summary>
internal sealed class Glyph(string text, double left, double right, double baseline, double size)
{
    /// <summary>The character or characters it stands for; never white space, never empty.</summary>
    public string Text { get; } = text;

    /// <summary>Where it begins.</summary>
    public double Left { get; } = left;

    /// <summary>Where the next glyph of its run would begin.</summary>
    public double Right { get; } = right;

    /// <summary>The line it stands on.</summary>
    public double Baseline { get; } = baseline;

    /// <summary>Size of its font as printed.</summary>
    public double Size { get; } = size;

    /// <summary>How its text runs on the page.</summary>
    public Direction Direction { get; set; }

    /// <summary>Whether the file has a space between it and the glyph drawn before it.</summary>
    public bool AfterSpace { get; init; }

    /// <summary>Whether the file itself marks it as no part of the text: header, footer, watermark.</summary>
    public bool IsArtifact { get; init; }

    /// <summary>Whether it may be another character: it was recognised in a picture, and not surely.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Number of the font and the way it is painted; only equality means something.</summary>
    public int Style { get; init; }

    /// <summary>1-based line of the page as a person would count it.</summary>
    public int Line { get; set; }

    /// <summary>1-based glyph in the line.</summary>
    public int Character { get; set; }

    /// <summary>The middle in its own frame, where a Chinese character has its middle.</summary>
    public double Middle => Baseline + (Size * 0.35);

    /// <summary>The room it takes, in its own frame.</summary>
    public Box Box => new(Left, Baseline - (Size * 0.2), Right, Baseline + (Size * 0.85));

    /// <summary>The middle on the page.</summary>
    public (double X, double Y) Centre => Turn.ToPage(Direction, (Left + Right) / 2, Middle);

    /// <summary>The text without what leaves no mark on paper; empty where nothing is left.</summary>
    public static string Printed(string text)
    {
        foreach (var character in text)
        {
            if (IsNothing(character))
            {
                return string.Concat(text.Where(static c => !IsNothing(c)));
            }
        }

        return text;
    }

    /// <summary>Whether the file does not tell the character: a replacement sign, or a code of private use that only its font knows.</summary>
    public static bool IsUnknown(string text) => text[0] is '\uFFFD' or (>= '\uE000' and <= '\uF8FF');

    private static bool IsNothing(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || character is '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or '\u2060';
}
