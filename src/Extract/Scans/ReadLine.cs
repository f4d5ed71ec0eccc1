namespace Gouji.Extract.Scans;

/// <summary>What the engine reads in the picture of a line.</summary>
/// <param name="Words">From left to right.</param>
internal sealed record ReadLine(IReadOnlyList<ReadWord> Words)
{
    public static ReadLine Nothing { get; } = new([]);

    /// <summary>The words without spaces: where there is one, the picture says.</summary>
    public string Text { get; } = string.Concat(Words.Select(static word => word.Text));

    /// <summary>The lowest confidence of its words, 0 to 100; 0 where it has none.</summary>
    public double Confidence { get; } = Words.Count == 0 ? 0 : Words.Min(static word => word.Confidence);
}

/// <summary>A word as the engine parts them.</summary>
/// <param name="Text">Its characters, without white space.</param>
/// <param name="Confidence">0 to 100, as the engine gives it.</param>
/// <param name="Box">Where it stands in the picture of its line.</param>
internal readonly record struct ReadWord(string Text, double Confidence, PixelBox Box);
