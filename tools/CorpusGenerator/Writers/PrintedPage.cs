namespace Gouji.CorpusGenerator.Writers;

/// <summary>What is printed on a page, in the order of printing; places in millimetres from the top left.</summary>
internal abstract record PrintedMark;

/// <summary>A line of text whose characters stand where a typesetter puts them; spaces take room.</summary>
/// <param name="Text">The text.</param>
/// <param name="X">Where it begins.</param>
/// <param name="Baseline">The line it stands on.</param>
/// <param name="Size">Size of the font.</param>
/// <param name="IsBold">Whether it is bold.</param>
internal sealed record PrintedLine(string Text, double X, double Baseline, double Size, bool IsBold) : PrintedMark
{
    /// <summary>How wide a text is: a Chinese character is as wide as high, others are half as wide.</summary>
    public static double WidthOf(string text, double size) => text.Sum(character => WidthOf(character, size));

    public static double WidthOf(char character, double size) => character < 0x2000 ? size / 2 : size;
}

/// <summary>The frame of a cell.</summary>
internal sealed record PrintedFrame(double X, double Y, double Width, double Height) : PrintedMark;

/// <summary>A single rule, as tables without a frame have them.</summary>
internal sealed record PrintedRule(double X, double Y, double ToX, double ToY, bool IsDashed = false) : PrintedMark;

/// <summary>One page of paper.</summary>
internal sealed class PrintedPage
{
    /// <summary>Width of A4 in portrait.</summary>
    public const double Width = 210;

    /// <summary>Height of A4 in portrait.</summary>
    public const double Height = 297;

    /// <summary>Whether the paper lies on its side in the file, and is turned where it is shown.</summary>
    public bool IsTurned { get; init; }

    public List<PrintedMark> Marks { get; } = [];
}
