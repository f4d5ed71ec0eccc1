namespace Gouji.Extract.Scans;

/// <summary>A box of pixels counted from the top left; Right and Bottom lie behind the last pixel.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    /// <summary>Whether it holds a pixel.</summary>
    public bool IsEmpty => Right <= Left || Bottom <= Top;

    /// <summary>The box with that many pixels more on every side, as far as the picture goes.</summary>
    public PixelBox Grown(int by, int width, int height) =>
        new(Math.Max(0, Left - by), Math.Max(0, Top - by), Math.Min(width, Right + by), Math.Min(height, Bottom + by));
}
