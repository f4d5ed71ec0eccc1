namespace Gouji.Extract.Geometry;

/// <summary>Tells which strokes and filled boxes are rules.</summary>
internal static class RuleShape
{
    /// <summary>A filled box no thicker than this is a rule.</summary>
    private const double Thick = 3.6;

    /// <summary>Shorter pieces are dots; a dotted border is made of them.</summary>
    private const double Short = 0.2;

    /// <summary>The rule that a stroke draws; null where it is slanted or a dot. A short stroke with a wide pen is a rule across its direction.</summary>
    public static Rule? OfStroke(double x1, double y1, double x2, double y2, double penWidth)
    {
        var (width, height) = (Math.Abs(x2 - x1), Math.Abs(y2 - y1));
        if (Math.Min(width, height) > Math.Max(1, Math.Max(width, height) * 0.01))
        {
            return null;
        }

        var isFlat = width >= height;
        var half = penWidth / 2;
        return penWidth > Thick
            ? OfBox(isFlat
                ? new Box(Math.Min(x1, x2), ((y1 + y2) / 2) - half, Math.Max(x1, x2), ((y1 + y2) / 2) + half)
                : new Box(((x1 + x2) / 2) - half, Math.Min(y1, y2), ((x1 + x2) / 2) + half, Math.Max(y1, y2)))
            : Math.Max(width, height) < Short ? null
            : isFlat ? new Rule(true, (y1 + y2) / 2, Math.Min(x1, x2), Math.Max(x1, x2)) : new Rule(false, (x1 + x2) / 2, Math.Min(y1, y2), Math.Max(y1, y2));
    }

    /// <summary>The rule that a filled box is; null where it is none.</summary>
    public static Rule? OfBox(Box box)
    {
        if (Math.Min(box.Width, box.Height) > Thick || Math.Max(box.Width, box.Height) < Short)
        {
            return null;
        }

        return box.Width >= box.Height
            ? new Rule(true, (box.Bottom + box.Top) / 2, box.Left, box.Right)
            : new Rule(false, (box.Left + box.Right) / 2, box.Bottom, box.Top);
    }
}
