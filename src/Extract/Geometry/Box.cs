using Gouji.Model;

namespace Gouji.Extract.Geometry;

/// <summary>A box on a page in points, y upwards.</summary>
internal readonly record struct Box(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Bottom && y <= Top;

    public Box Join(Box other) =>
        new(Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom), Math.Max(Right, other.Right), Math.Max(Top, other.Top));

    /// <summary>What both have in common; no point where they have nothing.</summary>
    public Box Cut(Box other) =>
        new(Math.Max(Left, other.Left), Math.Max(Bottom, other.Bottom), Math.Min(Right, other.Right), Math.Min(Top, other.Top));

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Bottom < other.Top && other.Bottom < Top;

    /// <summary>The box in hundredths of a point, as places print it.</summary>
    public PageBox ToPageBox() => new(Hundredths(Left), Hundredths(Bottom), Hundredths(Right), Hundredths(Top));

    private static decimal Hundredths(double value) => Math.Round((decimal)Math.Clamp(value, -1e6, 1e6), 2);
}
