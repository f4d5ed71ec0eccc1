using Gouji.Extract.Geometry;

namespace Gouji.Extract.Scans;

/// <summary>A line of text cut out of the picture of a page, with what becomes of it.</summary>
internal sealed class ScanLine
{
    /// <summary>The page it stands on.</summary>
    public required Sheet Sheet { get; init; }

    /// <summary>Where it stands on the page.</summary>
    public required PixelBox Box { get; init; }

    /// <summary>Height of the page in pixels.</summary>
    public required int PageHeight { get; init; }

    /// <summary>The height of lines that is usual on the page, in pixels.</summary>
    public required int UsualHeight { get; init; }

    /// <summary>The file with its picture.</summary>
    public required string Picture { get; init; }

    /// <summary>How many pixels of the picture are one of the page.</summary>
    public required double Scale { get; init; }

    /// <summary>The marks of ink in it.</summary>
    public required FigureMarks Marks { get; init; }

    /// <summary>Number of the column of a table that it stands in, counted through the document; null outside of tables.</summary>
    public int? Column { get; init; }

    /// <summary>Number of the cell that it stands in, counted through the document; null outside of tables.</summary>
    public int? Cell { get; init; }

    /// <summary>The width of that cell in pixels; 0 outside of tables.</summary>
    public int CellWidth { get; init; }

    /// <summary>What it says; empty where nothing could be read.</summary>
    public string Text { get; set; } = "";

    /// <summary>For each character whether it is doubtful.</summary>
    public bool[] Doubts { get; set; } = [];
}
