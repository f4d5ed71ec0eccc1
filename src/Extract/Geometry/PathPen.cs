namespace Gouji.Extract.Geometry;

/// <summary>Collects the straight pieces of a path and the room each of its parts takes.</summary>
internal sealed class PathPen
{
    private readonly List<((double X, double Y) From, (double X, double Y) To)> _segments = [];
    private readonly List<Box> _boxes = [];
    private (double X, double Y) _start;
    private (double X, double Y) _at;
    private Box? _box;

    /// <summary>The straight pieces.</summary>
    public List<((double X, double Y) From, (double X, double Y) To)> Segments => _segments;

    /// <summary>The room of each part.</summary>
    public List<Box> Boxes
    {
        get
        {
            Begin();
            return _boxes;
        }
    }

    /// <summary>The room of the whole path; null where it is empty.</summary>
    public Box? Bounds
    {
        get
        {
            var boxes = Boxes;
            return boxes.Count == 0 ? null : boxes.Aggregate(static (a, b) => a.Join(b));
        }
    }

    /// <summary>Ends the part before and begins another.</summary>
    public void Begin()
    {
        if (_box is { } box)
        {
            _boxes.Add(box);
            _box = null;
        }
    }

    public void Move((double X, double Y) to)
    {
        Begin();
        _start = _at = to;
    }

    public void Line((double X, double Y) to)
    {
        _segments.Add((_at, to));
        Grow(to);
    }

    /// <summary>Curves draw no rule, but take room.</summary>
    public void Curve((double X, double Y) to) => Grow(to);

    public void Rectangle((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d)
    {
        Move(a);
        Line(b);
        Line(c);
        Line(d);
        Line(a);
        Begin();
    }

    public (double X, double Y)? Close()
    {
        if (_box is null)
        {
            return null;
        }

        Line(_start);
        Begin();
        return _start;
    }

    public void Clear()
    {
        _segments.Clear();
        _boxes.Clear();
        _box = null;
    }

    private void Grow((double X, double Y) to)
    {
        var piece = new Box(Math.Min(_at.X, to.X), Math.Min(_at.Y, to.Y), Math.Max(_at.X, to.X), Math.Max(_at.Y, to.Y));
        _box = _box is { } box ? box.Join(piece) : piece;
        _at = to;
    }
}
