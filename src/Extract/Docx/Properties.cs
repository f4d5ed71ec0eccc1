namespace Gouji.Extract.Docx;

/// <summary>What of a paragraph's own properties (<c>w:pPr</c>) matters for its text.</summary>
internal struct ParagraphProperties
{
    /// <summary>Style; null for the default one.</summary>
    public string? Style;

    /// <summary>Numbering instance; 0 takes the numbering of the style away, null leaves it to the style.</summary>
    public int? NumberingId;

    /// <summary>0-based level of the numbering; null where it is not given.</summary>
    public int? NumberingLevel;

    /// <summary>0-based outline level, 9 for body text; null leaves it to the style.</summary>
    public int? OutlineLevel;

    /// <summary>Hidden text by the properties of the paragraph mark; in a style, of its runs.</summary>
    public bool? Hidden;

    /// <summary>The paragraph mark is deleted, hidden or parts two styles in one line: the next paragraph goes on in the same line.</summary>
    public MarkKind Mark;

    /// <summary>Reads the properties; the reader stands on <c>w:pPr</c> and moves to its end.</summary>
    public static ParagraphProperties Read(PartXml xml)
    {
        var properties = default(ParagraphProperties);
        if (xml.Reader.IsEmptyElement)
        {
            return properties;
        }

        var depth = xml.Reader.Depth;
        while (xml.NextElement(depth))
        {
            properties.Take(xml);
        }

        return properties;
    }

    /// <summary>Takes the current element, if it is one that matters.</summary>
    public void Take(PartXml xml)
    {
        switch (xml.Reader.LocalName)
        {
            case "pStyle":
                Style = xml.Value();
                break;
            case "ilvl":
                NumberingLevel = xml.Number();
                break;
            case "numId":
                NumberingId = xml.Number();
                break;
            case "outlineLvl":
                OutlineLevel = xml.Number();
                break;
            case "vanish":
                Hidden = xml.IsOn();
                Mark = Hidden == true && Mark == MarkKind.Kept ? MarkKind.Hidden : Mark;
                break;
            case "specVanish":
                Mark = xml.IsOn() && Mark != MarkKind.Deleted ? MarkKind.StyleSeparator : Mark;
                break;
            case "del" or "moveFrom":
                Mark = MarkKind.Deleted;
                break;

            // The properties before a tracked change repeat the same names; the section's know others of the same name.
            case "pPrChange" or "rPrChange" or "numberingChange" or "sectPr":
                xml.Skip();
                break;
        }
    }
}

/// <summary>What became of a paragraph mark (¶).</summary>
internal enum MarkKind
{
    /// <summary>It ends the paragraph.</summary>
    Kept,

    /// <summary>Deleted or moved away by a tracked change (ISO/IEC 29500-1 17.13.5.15): the next paragraph takes the text over.</summary>
    Deleted,

    /// <summary>Hidden (17.3.2.41).</summary>
    Hidden,

    /// <summary>A style separator (17.3.2.36): a heading with text of another style in its line.</summary>
    StyleSeparator,
}

/// <summary>What of the properties of a run (<c>w:rPr</c>) matters.</summary>
internal readonly record struct RunProperties(string? Style, bool? Hidden)
{
    public static RunProperties Read(PartXml xml)
    {
        string? style = null;
        bool? hidden = null;
        if (!xml.Reader.IsEmptyElement)
        {
            var depth = xml.Reader.Depth;
            while (xml.NextElement(depth))
            {
                switch (xml.Reader.LocalName)
                {
                    case "rStyle":
                        style = xml.Value();
                        break;
                    case "vanish":
                        hidden = xml.IsOn();
                        break;
                    case "rPrChange":
                        xml.Skip();
                        break;
                }
            }
        }

        return new RunProperties(style, hidden);
    }
}

/// <summary>What of the properties of a row (<c>w:trPr</c>) matters.</summary>
internal readonly record struct RowProperties(int GridBefore, bool Deleted)
{
    public static RowProperties Read(PartXml xml)
    {
        var before = 0;
        var deleted = false;
        if (!xml.Reader.IsEmptyElement)
        {
            var depth = xml.Reader.Depth;
            while (xml.NextElement(depth))
            {
                switch (xml.Reader.LocalName)
                {
                    case "gridBefore":
                        before = Math.Max(0, xml.Number() ?? 0);
                        break;
                    case "del":
                        deleted = true;
                        break;
                    case "trPrChange":
                        xml.Skip();
                        break;
                }
            }
        }

        return new RowProperties(before, deleted);
    }
}

/// <summary>How a cell joins its neighbours (<c>w:vMerge</c>, <c>w:hMerge</c>; ISO/IEC 29500-1 17.4.84, 29500-4 14.3.1).</summary>
internal enum MergeKind
{
    None,
    Restart,
    Continue,
}

/// <summary>What of the properties of a cell (<c>w:tcPr</c>) matters.</summary>
internal readonly record struct CellProperties(int Span, MergeKind Vertical, MergeKind Horizontal, bool Deleted)
{
    public static CellProperties Read(PartXml xml)
    {
        var properties = new CellProperties(1, MergeKind.None, MergeKind.None, false);
        if (xml.Reader.IsEmptyElement)
        {
            return properties;
        }

        var depth = xml.Reader.Depth;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "gridSpan":
                    properties = properties with { Span = Math.Max(1, xml.Number() ?? 1) };
                    break;
                case "vMerge":
                    properties = properties with { Vertical = Merge(xml.Value()) };
                    break;
                case "hMerge":
                    properties = properties with { Horizontal = Merge(xml.Value()) };
                    break;
                case "cellDel":
                    properties = properties with { Deleted = true };
                    break;

                // A tracked merge (17.13.5.4) counts as made.
                case "cellMerge":
                    properties = xml.Attribute("vMerge") switch
                    {
                        "cont" => properties with { Vertical = MergeKind.Continue },
                        "rest" => properties with { Vertical = MergeKind.Restart },
                        _ => properties,
                    };
                    break;
                case "tcPrChange":
                    xml.Skip();
                    break;
            }
        }

        return properties;
    }

    private static MergeKind Merge(string? value) => value == "restart" ? MergeKind.Restart : MergeKind.Continue;
}
