namespace Gouji.Extract.Doc;

/// <summary>What of the properties of a paragraph matters: its place in tables, lists and headings ([MS-DOC] 2.6.2).</summary>
internal struct ParagraphState
{
    /// <summary>Style (istd).</summary>
    public int Style;

    /// <summary>Whether the paragraph stands in a table.</summary>
    public bool InTable;

    /// <summary>Whether its mark ends a row.</summary>
    public bool EndsRow;

    /// <summary>Whether its mark ends a cell of a nested table.</summary>
    public bool EndsInnerCell;

    /// <summary>Whether its mark ends a row of a nested table.</summary>
    public bool EndsInnerRow;

    /// <summary>1-based number of the list; null leaves it to the style, 0 takes it away.</summary>
    public int? List;

    /// <summary>0-based level of the list; null leaves it to the style.</summary>
    public int? ListLevel;

    /// <summary>0-based outline level, 9 for body text; null leaves it to the style.</summary>
    public int? OutlineLevel;

    private int _depth;

    /// <summary>How many tables the paragraph stands in, one within the other (2.4.3).</summary>
    public readonly int Depth => _depth > 0 ? _depth : InTable ? 1 : 0;

    /// <summary>Takes a change of properties, if it is one that matters.</summary>
    public void Take(in SprmReader change)
    {
        switch (change.Code)
        {
            case SprmCode.ParagraphStyle:
                Style = change.Word & 0xFFF;
                break;
            case SprmCode.InTable:
                InTable = change.Byte != 0;
                break;
            case SprmCode.RowEnd:
                EndsRow = change.Byte != 0;
                break;
            case SprmCode.InnerCellEnd:
                EndsInnerCell = change.Byte != 0;
                break;
            case SprmCode.InnerRowEnd:
                EndsInnerRow = change.Byte != 0;
                break;
            case SprmCode.TableDepth:
                _depth = Math.Max(0, change.Long);
                break;
            case SprmCode.TableDepthChange:
                _depth = (int)Math.Clamp((long)_depth + change.Long, 0, int.MaxValue);
                break;
            case SprmCode.List:
                List = change.Word;
                break;
            case SprmCode.ListLevel:
                ListLevel = change.Byte;
                break;
            case SprmCode.OutlineLevel:
                OutlineLevel = change.Byte;
                break;
        }
    }
}
