namespace Gouji.Extract.Geometry;

/// <summary>What is printed on one page, whatever format it comes from: glyphs, rules and shaded boxes in points.</summary>
internal sealed class Sheet(int number, Box bounds)
{
    /// <summary>1-based page.</summary>
    public int Number { get; } = number;

    /// <summary>The page in the frame of its glyphs and rules.</summary>
    public Box Bounds { get; private set; } = bounds;

    /// <summary>How the frame is turned against the page as it is shown.</summary>
    public Direction Turned { get; private set; }

    /// <summary>The characters.</summary>
    public List<Glyph> Glyphs { get; private set; } = [];

    /// <summary>Rules of tables, underlines and frames.</summary>
    public List<Rule> Rules { get; private set; } = [];

    /// <summary>Boxes filled with a colour.</summary>
    public List<Box> Shades { get; private set; } = [];

    /// <summary>Whether a picture covers most of the page.</summary>
    public bool IsPicture { get; set; }

    /// <summary>Takes a picture; only whether it covers the page means something.</summary>
    public void AddPicture(Box box) => IsPicture |= box.Width * box.Height > Bounds.Width * Bounds.Height * 0.3;

    /// <summary>Takes a box filled with a colour; small ones are signs, and one that is half of the page is its ground.</summary>
    public void AddShade(Box box)
    {
        if (box.Width > 8 && box.Height > 6 && box.Height < Bounds.Height * 0.5)
        {
            Shades.Add(box);
        }
    }

    /// <summary>Whether its text was recognised in a picture.</summary>
    public bool IsRecognised { get; set; }

    /// <summary>
    /// Turns the page so that most of its text is upright: wide tables are often printed sideways on an upright page. The frames of the
    /// glyphs stay what they are, since each glyph knows its place in its own frame.
    /// </summary>
    public void MakeUpright()
    {
        Span<int> count = stackalloc int[4];
        foreach (var glyph in Glyphs)
        {
            count[(int)glyph.Direction]++;
        }

        var upright = Direction.Right;
        for (var direction = Direction.Up; direction <= Direction.Down; direction++)
        {
            if (count[(int)direction] > count[(int)upright])
            {
                upright = direction;
            }
        }

        if (upright == Direction.Right)
        {
            return;
        }

        Turned = upright;
        Bounds = Turn.ToFrame(upright, Bounds);
        foreach (var glyph in Glyphs)
        {
            glyph.Direction = Turn.Relative(glyph.Direction, upright);
        }

        Rules = Rules.ConvertAll(rule => TurnedRule(rule, upright));
        Shades = Shades.ConvertAll(shade => Turn.ToFrame(upright, shade));

        static Rule TurnedRule(Rule rule, Direction upright)
        {
            var box = Turn.ToFrame(upright, rule.IsHorizontal ? new Box(rule.From, rule.At, rule.To, rule.At) : new Box(rule.At, rule.From, rule.At, rule.To));
            return box.Height <= box.Width ? new Rule(true, box.Bottom, box.Left, box.Right) : new Rule(false, box.Left, box.Bottom, box.Top);
        }
    }
}
