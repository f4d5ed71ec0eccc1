namespace Gouji.Extract.Geometry;

/// <summary>The way text runs on a page, in quarter turns against the clock.</summary>
internal enum Direction
{
    /// <summary>To the right: upright text.</summary>
    Right,

    /// <summary>Upwards.</summary>
    Up,

    /// <summary>To the left: upside down.</summary>
    Left,

    /// <summary>Downwards.</summary>
    Down,
}

/// <summary>Turns points between the page and the frame of a text that runs some way on it.</summary>
internal static class Turn
{
    /// <summary>Text that leans further from the nearest quarter turn is a watermark.</summary>
    private const double Leaning = 0.1;

    /// <summary>The way a glyph runs; null where it leans.</summary>
    /// <param name="across">From where it begins to where the next one would.</param>
    /// <param name="up">From its line to its top.</param>
    /// <param name="width">Length of <paramref name="across"/>.</param>
    /// <param name="size">Length of <paramref name="up"/>.</param>
    public static Direction? Of((double X, double Y) across, (double X, double Y) up, double width, double size)
    {
        // A glyph without width still stands upright; one that is mirrored or slanted is judged by its line.
        var (x, y) = width > 0.01 ? (across.X / width, across.Y / width) : size > 0.01 ? (up.Y / size, -up.X / size) : (1, 0);
        return Math.Abs(y) < Leaning ? (x > 0 ? Direction.Right : Direction.Left)
            : Math.Abs(x) < Leaning ? (y > 0 ? Direction.Up : Direction.Down)
            : null;
    }

    public static (double X, double Y) ToPage(Direction direction, double x, double y) => direction switch
    {
        Direction.Up => (-y, x),
        Direction.Left => (-x, -y),
        Direction.Down => (y, -x),
        _ => (x, y),
    };

    public static (double X, double Y) ToFrame(Direction direction, double x, double y) => ToPage(Opposite(direction), x, y);

    public static Box ToPage(Direction direction, Box box) => Spanned(ToPage(direction, box.Left, box.Bottom), ToPage(direction, box.Right, box.Top));

    public static Box ToFrame(Direction direction, Box box) => ToPage(Opposite(direction), box);

    /// <summary>How a text runs once the page is turned so that <paramref name="upright"/> runs to the right.</summary>
    public static Direction Relative(Direction direction, Direction upright) => (Direction)(((int)direction - (int)upright + 4) % 4);

    private static Direction Opposite(Direction direction) => (Direction)((4 - (int)direction) % 4);

    private static Box Spanned((double X, double Y) a, (double X, double Y) b) =>
        new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.X, b.X), Math.Max(a.Y, b.Y));
}
