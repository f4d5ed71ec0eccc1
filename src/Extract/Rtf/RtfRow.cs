namespace Gouji.Extract.Rtf;

/// <summary>
/// The definition of a row (RTF 1.9.1, "Table Definitions"): where it begins and where each of its cells ends, in twips from the margin.
/// Edges rise from cell to cell.
/// </summary>
internal sealed class RtfRow
{
    private RtfCellDefinition _next;

    /// <summary>Left edge; always left of the first cell's right edge.</summary>
    public int Left
    {
        get;
        set => field = Cells.Count == 0 || value < Cells[0].Edge ? value : field;
    }

    public List<RtfCellDefinition> Cells { get; } = [];

    /// <summary>Notes how the next cell merges.</summary>
    public void Merge(ReadOnlySpan<char> word) => _next = word switch
    {
        "clmgf" => _next with { BeginsAcross = true },
        "clmrg" => _next with { GoesOnAcross = true },
        "clvmgf" => _next with { BeginsDown = true },
        _ => _next with { GoesOnDown = true },
    };

    /// <summary>Ends the next cell. One without width keeps its place all the same.</summary>
    public void AddCell(int edge)
    {
        var before = Cells.Count == 0 ? Left : Cells[^1].Edge;
        Cells.Add(_next with { Edge = (int)Math.Min(int.MaxValue, Math.Max(edge, (long)before + 1)) });
        _next = default;
    }
}

/// <summary>One cell of the definition of a row.</summary>
/// <param name="Edge">Right edge in twips.</param>
/// <param name="BeginsAcross">First of cells merged across.</param>
/// <param name="GoesOnAcross">Merged with the cell on its left.</param>
/// <param name="BeginsDown">First of cells merged down.</param>
/// <param name="GoesOnDown">Merged with the cell above.</param>
internal readonly record struct RtfCellDefinition(int Edge, bool BeginsAcross, bool GoesOnAcross, bool BeginsDown, bool GoesOnDown);
