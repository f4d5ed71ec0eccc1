using System.Xml;

namespace Gouji.Extract.Docx;

/// <summary>
/// The element names that are asked for while reading. A name that stands in the name table before reading begins is the very string of
/// the <c>switch</c>, so that comparing it ends at the reference. The table only makes reading faster: nothing depends on it.
/// </summary>
internal static class ElementNames
{
    private static readonly string[] Names =
    [
        "p", "pPr", "r", "rPr", "t", "tab", "br", "cr", "ptab", "sym", "noBreakHyphen", "tbl", "tr", "tc", "tblPr", "tblPrEx", "tblGrid",
        "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr", "customXmlPr", "smartTagPr", "rt", "del", "moveFrom", "instrText", "delText",
        "delInstrText", "fldChar", "txbxContent", "footnoteReference", "endnoteReference", "footnote", "endnote", "body", "altChunk",
        "object",
        "blip", "imagedata", "AlternateContent", "Choice", "Fallback", "pStyle", "rStyle", "numPr", "ilvl", "numId", "outlineLvl", "vanish", "specVanish",
        "pPrChange", "rPrChange", "tcPrChange", "trPrChange", "numberingChange", "gridSpan", "vMerge", "hMerge", "cellDel", "cellMerge",
        "gridBefore", "gridAfter", "val",
    ];

    public static void AddTo(NameTable names)
    {
        foreach (var name in Names)
        {
            names.Add(name);
        }
    }
}
