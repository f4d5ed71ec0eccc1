namespace Gouji.Extract.Ofd;

/// <summary>An affine map of row vectors (GB/T 33190 8.5): x' = A x + C y + E, y' = B x + D y + F.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>How much lengths grow, on average of both axes.</summary>
    public double Scale => Math.Sqrt(Math.Abs((A * D) - (B * C)));

    public static Matrix Shift(double x, double y) => new(1, 0, 0, 1, x, y);

    /// <summary>From millimetres, y downwards from the top of the page, to points, y upwards from its bottom.</summary>
    public static Matrix OfPage(double heightInPoints) => new(OfdValues.Points, 0, 0, -OfdValues.Points, 0, heightInPoints);

    /// <summary>This map, and the other one behind it.</summary>
    public Matrix Then(in Matrix next) => new(
        (A * next.A) + (B * next.C),
        (A * next.B) + (B * next.D),
        (C * next.A) + (D * next.C),
        (C * next.B) + (D * next.D),
        (E * next.A) + (F * next.C) + next.E,
        (E * next.B) + (F * next.D) + next.F);

    public (double X, double Y) Point(double x, double y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>A way without its place.</summary>
    public (double X, double Y) Way(double x, double y) => ((A * x) + (C * y), (B * x) + (D * y));

    /// <summary>The upright box around the mapped rectangle.</summary>
    public Geometry.Box Box(double x, double y, double width, double height)
    {
        var (a, b, c, d) = (Point(x, y), Point(x + width, y), Point(x + width, y + height), Point(x, y + height));
        return new Geometry.Box(
            Math.Min(Math.Min(a.X, b.X), Math.Min(c.X, d.X)),
            Math.Min(Math.Min(a.Y, b.Y), Math.Min(c.Y, d.Y)),
            Math.Max(Math.Max(a.X, b.X), Math.Max(c.X, d.X)),
            Math.Max(Math.Max(a.Y, b.Y), Math.Max(c.Y, d.Y)));
    }
}
