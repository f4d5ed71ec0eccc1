using Gouji.Extract.Geometry;

namespace Gouji.Extract.Ofd;

/// <summary>What the glyphs of one text object have in common, on the page.</summary>
internal sealed record GlyphLook
{
    /// <summary>The way along the glyph for one unit of its object.</summary>
    public required (double X, double Y) Across { get; init; }

    /// <summary>The way to its top for one unit of its object.</summary>
    public required (double X, double Y) Up { get; init; }

    /// <summary>Length of <see cref="Across"/>.</summary>
    public required double Width { get; init; }

    /// <summary>Size of the font in points.</summary>
    public required double Size { get; init; }

    public required Box Clip { get; init; }

    public required int Style { get; init; }

    public required bool IsHidden { get; init; }

    /// <summary>Whether it is drawn without a mark on the paper, as text recognised from a picture is.</summary>
    public required bool IsInvisible { get; init; }

    public required bool IsWatermark { get; init; }

    public required bool IsFurniture { get; init; }
}
