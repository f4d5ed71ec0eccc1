using System.Xml;
using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>
/// Reads one story of a document in one pass: the body, or all foot- or endnotes. Elements that only wrap others (content controls, tracked
/// insertions, hyperlinks, custom XML, drawings) need no case of their own: what they hold is read where it stands.
/// </summary>
/// <param name="xml">The part.</param>
/// <param name="body">What its paragraphs are unless they say otherwise: body text, or notes.</param>
/// <param name="document">Styles, lists and notes of the document.</param>
/// <param name="limits">Limits of tables.</param>
/// <param name="ignoredFields">Fields that are known not to end.</param>
internal sealed partial class StoryReader(PartXml xml, ParagraphKind body, DocumentParts document, ReadingLimits limits, IReadOnlySet<int> ignoredFields)
{
    private readonly BlockCollector _blocks = new(limits, body);
    private readonly FieldTracker _fields = new(ignoredFields);
    private readonly AlternateContent _alternates = new();
    private ListCounters? _counters;
    private string? _note;
    private bool _hasBody;

    /// <summary>Fields that never came to a result or an end, so that what follows them may have been lost.</summary>
    public IReadOnlySet<int> UnfinishedFields => _fields.Unfinished;

    /// <summary>What was met and not read.</summary>
    public LeftOut LeftOut { get; } = new();

    /// <summary>The notes of a part of notes, by their id.</summary>
    public Dictionary<string, List<Block>> Notes { get; } = [];

    /// <summary>Reads to the end; the blocks of the body.</summary>
    public List<Block> Read()
    {
        CheckRoot();
        var reader = xml.Reader;
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when xml.IsWord:
                    Open(reader.LocalName);
                    break;
                case XmlNodeType.Element:
                    OpenForeign(reader.LocalName);
                    break;
                case XmlNodeType.EndElement:
                    Close(reader.LocalName);
                    break;
            }
        }
        while (xml.Next());
        if (!_hasBody && body == ParagraphKind.Body)
        {
            throw Unreadable.Part(xml.Part, "没有正文（w:body）", "it has no body (w:body)");
        }

        _fields.Leave(0);
        return _blocks.TakeBlocks();
    }

    private void CheckRoot()
    {
        while (xml.Next() && xml.Reader.NodeType != XmlNodeType.Element)
        {
        }

        if (!xml.IsWord || xml.Reader.LocalName is not ("document" or "footnotes" or "endnotes"))
        {
            throw Unreadable.Part(xml.Part, $"根元素是{xml.Reader.Name}，不是Word正文", $"its root element {xml.Reader.Name} is not that of a Word document");
        }
    }

    private void Open(string name)
    {
        switch (name)
        {
            case "t":
                ReadText();
                break;
            case "r":
                _blocks.Scope.RunHidden = _blocks.Scope.Paragraph.StyleHidden;
                break;
            case "rPr":
                ReadRunProperties();
                break;
            case "p":
                _blocks.BeginParagraph(xml.Here);
                CloseIfEmpty(name);
                break;
            case "pPr":
                ReadParagraphProperties();
                break;
            case "tab" or "ptab":
                Put('\t');
                break;
            case "br" or "cr":
                Put('\n');
                break;
            case "noBreakHyphen":
                Put('-');
                break;
            case "sym":
                Put(SymbolFonts.Map(xml.Attribute("font"), xml.Attribute("char")));
                break;
            case "fldChar":
                _fields.Mark(xml.Attribute("fldCharType"));
                xml.Skip();
                break;
            case "tbl":
                _blocks.BeginTable(xml.Here);
                CloseIfEmpty(name);
                break;
            case "tr":
                _blocks.Scope.Table?.BeginRow();
                break;
            case "trPr":
                ReadRowProperties();
                break;
            case "tc":
                OpenCell();
                break;
            case "tcPr":
                ReadCellProperties();
                break;
            case "txbxContent":
                OpenTextBox();
                break;
            case "footnoteReference":
                Refer(document.Footnotes);
                break;
            case "endnoteReference":
                Refer(document.Endnotes);
                break;
            case "footnote" or "endnote":
                OpenNote();
                break;
            case "body":
                _hasBody = true;
                break;
            case "altChunk":
                LeftOut.ImportedParts++;
                break;
            case "object":
                LeftOut.EmbeddedObjects++;
                break;

            // Properties, instructions, what tracked changes took away, and the reading aid of a ruby.
            case "tblPr" or "tblPrEx" or "tblGrid" or "sdtPr" or "sdtEndPr" or "sectPr" or "customXmlPr" or "smartTagPr"
                or "del" or "moveFrom" or "instrText" or "delText" or "delInstrText" or "rt":
                xml.Skip();
                break;
        }
    }

    private void OpenForeign(string name)
    {
        switch (name)
        {
            case "AlternateContent" or "Choice" or "Fallback" when AlternateContent.IsOf(xml):
                _alternates.Open(name, xml);
                break;

            case "blip" or "imagedata":
                LeftOut.Pictures++;
                break;

            // Formulas (ISO/IEC 29500-1 22.1) have runs and texts of their own.
            case "t" when xml.Reader.NamespaceURI.EndsWith("/math", StringComparison.Ordinal):
                ReadText();
                break;
            case "r" when xml.Reader.NamespaceURI.EndsWith("/math", StringComparison.Ordinal):
                _blocks.Scope.RunHidden = _blocks.Scope.Paragraph.StyleHidden;
                break;
        }
    }

    private void CloseIfEmpty(string name)
    {
        if (xml.Reader.IsEmptyElement)
        {
            Close(name);
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "p" when xml.IsWord:
                _blocks.EndParagraph();
                break;
            case "tc" when xml.IsWord:
                CloseCell();
                break;
            case "tr" when xml.IsWord:
                _blocks.Scope.Table?.EndRow();
                break;
            case "tbl" when xml.IsWord:
                _blocks.EndTable();
                break;
            case "txbxContent" when xml.IsWord:
                _fields.Leave(_blocks.Scope.OuterFields);
                _blocks.EndTextBox();
                break;
            case "footnote" or "endnote" when xml.IsWord && _note is not null:
                _fields.Leave(0);
                Notes.TryAdd(_note, _blocks.TakeBlocks());
                _note = null;
                break;
            case "AlternateContent" when AlternateContent.IsOf(xml):
                _alternates.Close();
                break;
        }
    }

    private void ReadText()
    {
        var reader = xml.Reader;
        if (reader.IsEmptyElement)
        {
            return;
        }

        if (_blocks.Scope.RunHidden || _fields.InInstruction)
        {
            xml.Skip();
            return;
        }

        // Word drops white space at the ends unless told otherwise (17.3.3.31).
        var trims = reader.XmlSpace != XmlSpace.Preserve;
        var depth = reader.Depth;
        _blocks.NeedParagraph(xml.Here);
        var text = _blocks.Text;
        var start = text.Length;
        while (xml.Next() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                _blocks.MarkText(xml);
                text.AppendNode(reader);
            }
        }

        if (trims)
        {
            text.TrimSpace(start);
        }

        text.FlattenLines(start);
    }

    private void Put(char c)
    {
        if (!_blocks.Scope.RunHidden && !_fields.InInstruction)
        {
            _blocks.NeedParagraph(xml.Here);
            _blocks.Text.Append(c);
        }
    }

    private void CloseCell()
    {
        if (_blocks.Scope.Cell is { } cell)
        {
            _fields.Leave(cell.OuterFields);
            _blocks.EndCell();
        }
    }

    private void OpenTextBox()
    {
        if (_blocks.Scope.RunHidden || xml.Reader.IsEmptyElement)
        {
            xml.Skip();
            return;
        }

        _blocks.BeginTextBox();
        _blocks.Scope.OuterFields = _fields.Enter();
    }

    private void Refer(NotesPart notes)
    {
        if (xml.Attribute("id") is { } id && !_blocks.Scope.RunHidden && !_fields.InInstruction)
        {
            _blocks.AddNote(notes.Take(id));
        }
    }

    // Separators are notes too, by their type (17.11.23); they hold no text that is printed as such.
    private void OpenNote()
    {
        if (xml.Attribute("type") is null or "normal" && !xml.Reader.IsEmptyElement)
        {
            _note = xml.Attribute("id");
        }
        else
        {
            xml.Skip();
        }
    }
}
