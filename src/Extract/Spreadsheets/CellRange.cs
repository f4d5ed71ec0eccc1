namespace Gouji.Extract.Spreadsheets;

/// <summary>A rectangle of cells. Rows and columns are 1-based, the last ones included.</summary>
internal readonly record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    /// <summary>Reads <c>A1:D1</c>; false where it is no range of several cells.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        range = default;
        var colon = text.IndexOf(':');
        if (colon < 0
            || !CellName.TryParse(text[..colon], out var top, out var left)
            || !CellName.TryParse(text[(colon + 1)..], out var bottom, out var right))
        {
            return false;
        }

        range = new CellRange(top, left, bottom, right);
        return top <= bottom && left <= right;
    }
}
