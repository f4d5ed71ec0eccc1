namespace Gouji.Extract.Geometry;

/// <summary>A horizontal or vertical rule (表格线) in points.</summary>
/// <param name="IsHorizontal">Whether it runs along x.</param>
/// <param name="At">Its y if horizontal, its x if vertical.</param>
/// <param name="From">Where it begins along its run.</param>
/// <param name="To">Where it ends; never before <paramref name="From"/>.</param>
internal readonly record struct Rule(bool IsHorizontal, double At, double From, double To)
{
    /// <summary>Parallel rules nearer than this are one rule: double borders, and the two sides of neighbouring cells.</summary>
    public const double Near = 3.2;

    /// <summary>Whether two rules that stand at right angles touch or cross.</summary>
    public bool Meets(in Rule other) =>
        other.At >= From - Near && other.At <= To + Near && At >= other.From - Near && At <= other.To + Near;

    /// <summary>The part of it that a clipping lets through; null where it lets nothing through.</summary>
    public Rule? Within(Box clip)
    {
        var (low, high) = IsHorizontal ? (clip.Left, clip.Right) : (clip.Bottom, clip.Top);
        var (least, most) = IsHorizontal ? (clip.Bottom, clip.Top) : (clip.Left, clip.Right);
        var (from, to) = (Math.Max(From, low - 1), Math.Min(To, high + 1));
        return to > from && At >= least - 1 && At <= most + 1 ? this with { From = from, To = to } : null;
    }
}
