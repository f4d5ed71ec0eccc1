using Gouji.Model;

namespace Gouji.Extract.Geometry;

/// <summary>A table as it stands on a page, or on several once they are joined: its column edges and its cells.</summary>
internal sealed class PlacedTable
{
    /// <summary>1-based page where it begins.</summary>
    public required int Page { get; init; }

    /// <summary>1-based page where it ends.</summary>
    public required int LastPage { get; set; }

    /// <summary>Edges of the columns in points, left to right, on the page where it begins.</summary>
    public required double[] Edges { get; set; }

    public required int Rows { get; set; }

    public required List<PlacedCell> Cells { get; set; }

    /// <summary>The room it takes on its page.</summary>
    public required Box Bounds { get; init; }

    /// <summary>Whether its text was recognised in a picture.</summary>
    public bool IsRecognised { get; set; }

    /// <summary>Where its text begins.</summary>
    public SourcePosition Source { get; init; }

    public List<TableGuess> Guesses { get; } = [];

    public int Columns => Edges.Length - 1;
}

/// <summary>A cell with its text.</summary>
internal sealed record PlacedCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, SourcePosition Source, PageBox Box)
{
    public bool IsAbsent { get; init; }

    /// <summary>Whether a character of it may be another one.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Whether the last line of its text takes the whole width of the cell, so that it may go on over the page.</summary>
    public bool IsFull { get; init; }
}
