namespace Gouji.Extract.Doc;

/// <summary>
/// The texts that stand beside the main one and where they belong: foot- and endnotes ([MS-DOC] 2.3.2, 2.3.5) at their references, text
/// boxes (2.3.6) at the characters to which their drawings are anchored.
/// </summary>
internal sealed class Companions
{
    private readonly Dictionary<int, CompanionText> _boxes = [];

    private Companions(CompanionText[] notes) => Notes = notes;

    /// <summary>Notes in order of their references.</summary>
    public CompanionText[] Notes { get; }

    /// <summary>Text boxes that no character of the main text anchors: those within groups of drawings.</summary>
    public List<CompanionText> Loose { get; } = [];

    public static Companions Read(WordFile file)
    {
        var notes = new List<CompanionText>();
        ReadNotes(notes, file, "footnote", TableKind.FootnoteReferences, TableKind.FootnoteTexts, file.Texts.FootnotesAt, file.Texts.Footnotes);
        ReadNotes(notes, file, "endnote", TableKind.EndnoteReferences, TableKind.EndnoteTexts, file.Texts.EndnotesAt, file.Texts.Endnotes);
        var companions = new Companions([.. notes.OrderBy(static note => note.Anchor)]);
        companions.ReadBoxes(file);
        return companions;
    }

    /// <summary>The text box whose drawing is anchored to a character.</summary>
    public bool TryGetBox(int anchor, out CompanionText box) => _boxes.TryGetValue(anchor, out box);

    private static void ReadNotes(List<CompanionText> notes, WordFile file, string part, TableKind references, TableKind texts, long at, int length)
    {
        var anchors = file.Plc(references, 2);
        var begins = file.Plc(texts, 0);
        for (var i = 0; i + 1 < Math.Min(anchors.Length, begins.Length); i++)
        {
            if (begins[i + 1] <= length)
            {
                notes.Add(new CompanionText(anchors[i], (int)at + begins[i], (int)at + begins[i + 1], part, i + 1));
            }
        }
    }

    private void ReadBoxes(WordFile file)
    {
        // 2.8.37 and 2.9.253: an anchor and the shape that it holds. 2.8.32 and 2.9.106: a text and the shape in which it stands.
        const int AnchorBytes = 26;
        const int TextBytes = 22;
        const int ShapeInText = 14;
        var shapes = new Dictionary<int, int>();
        var anchors = file.Plc(TableKind.Drawings, AnchorBytes);
        var drawings = file.Table(TableKind.Drawings);
        for (var i = 0; i + 1 < anchors.Length; i++)
        {
            shapes.TryAdd(drawings.I32((anchors.Length * 4L) + (i * (long)AnchorBytes)), anchors[i]);
        }

        var begins = file.Plc(TableKind.TextBoxTexts, TextBytes);
        var texts = file.Table(TableKind.TextBoxTexts);
        for (var i = 0; i + 1 < begins.Length; i++)
        {
            if (begins[i + 1] > file.Texts.TextBoxes)
            {
                break;
            }

            var at = (int)file.Texts.TextBoxesAt;
            var shape = texts.I32((begins.Length * 4L) + (i * (long)TextBytes) + ShapeInText);
            var isAnchored = shapes.TryGetValue(shape, out var anchor);
            var box = new CompanionText(isAnchored ? anchor : -1, at + begins[i], at + begins[i + 1], "text box", i + 1);
            if (!isAnchored || !_boxes.TryAdd(anchor, box))
            {
                Loose.Add(box);
            }
        }
    }
}

/// <summary>A text beside the main one.</summary>
/// <param name="Anchor">Character of the main text at which it belongs; -1 where there is none.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last one.</param>
/// <param name="Part">What it is.</param>
/// <param name="Number">1-based number among its like.</param>
internal readonly record struct CompanionText(int Anchor, int Start, int End, string Part, int Number);
