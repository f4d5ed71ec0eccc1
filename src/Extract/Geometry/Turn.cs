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
