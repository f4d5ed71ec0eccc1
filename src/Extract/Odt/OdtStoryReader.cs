using System.Xml;
using Gouji.Extract.Docx;
using Gouji.Extract.Flow;
using Gouji.Model;

namespace Gouji.Extract.Odt;

/// <summary>
/// Reads the body of a text document in one pass (ODF 1.3 part 3, chapters 5 to 10). Elements that only wrap others (sections, links,
/// indexes, fields) need no case of their own: what they hold is read where it stands. What opens is closed by its depth in the file.
/// </summary>
internal sealed class OdtStoryReader(PartXml xml, OdtStyles styles, ReadingLimits limits)
{
    private const int LongestRunOfSpaces = 1000;

    private readonly Stack<Open> _open = [];
    private readonly Stack<FlowStory> _stories = [];
    private readonly Stack<OdtTable?> _tables = [];
    private readonly List<Block> _notes = [];
    private readonly OdtLists _lists = new(styles);
    private readonly FlowStory _body = FlowStory.OfBody();
    private readonly char[] _chunk = new char[256];
    private FlowStory _story = null!;
    private OdtTable? _table;
    private bool _inParagraph;
    private bool _hidden;
    private bool _spaceTaken;

    private enum Part
    {
        Paragraph,
        Span,
        List,
        Table,
        Row,
        Cell,
        Aside,
        Note,
    }

    /// <summary>What was met and not read.</summary>
    public LeftOut LeftOut { get; } = new();

    /// <summary>Reads the element office:text at which the part stands; its blocks.</summary>
    public List<Block> Read()
    {
        _story = _body;
        var reader = xml.Reader;
        var depth = reader.IsEmptyElement ? int.MaxValue : reader.Depth;
        while (depth < int.MaxValue && xml.Next() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var (element, empty) = (reader.Depth, reader.IsEmptyElement);
                    Begin(reader.LocalName);
                    if (empty)
                    {
                        CloseAt(element);
                    }

                    break;
                case XmlNodeType.EndElement:
                    CloseAt(reader.Depth);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when _inParagraph:
                    AppendNode();
                    break;
            }
        }

        _body.Finish();
        FlushNotes();
        return _body.Blocks;
    }

    private void Begin(string name)
    {
        switch (xml.Reader.NamespaceURI)
        {
            case OdtNames.Text:
                BeginText(name);
                break;
            case OdtNames.Table:
                BeginTable(name);
                break;
            case OdtNames.Draw:
                BeginDrawing(name);
                break;

            // Comments, forms and event handlers; titles and descriptions of drawings: none of them is printed.
            case OdtNames.Office or OdtNames.Svg or OdtNames.Style:
                xml.Skip();
                break;
        }
    }

    private void BeginText(string name)
    {
        switch (name)
        {
            case "p" or "h":
                BeginParagraph(name == "h");
                break;
            case "span":
                Push(Part.Span);
                _hidden = styles.Hides("text", xml.Attribute("style-name")) ?? _hidden;
                break;
            case "s":
                AppendSpaces(Math.Clamp(xml.Number("c") ?? 1, 1, LongestRunOfSpaces));
                break;
            case "tab":
                Put('\t');
                break;
            case "line-break":
                Put('\n');
                break;
            case "list":
                Push(Part.List);
                _lists.BeginList(
                    xml.Reader.GetAttribute("id", "http://www.w3.org/XML/1998/namespace"),
                    xml.Attribute("style-name"),
                    xml.Attribute("continue-numbering") == "true",
                    xml.Attribute("continue-list"));
                break;
            case "list-item" or "list-header":
                _lists.BeginItem(name == "list-item", xml.Attribute("start-value"));
                break;
            case "note":
                Push(Part.Note);
                Enter(FlowStory.OfNote());
                break;
            case "section" when xml.Attribute("display") == "none" || xml.Attribute("is-hidden") == "true":
                xml.Skip();
                break;
            case "hidden-text" or "hidden-paragraph" when xml.Attribute("is-hidden") == "true":
                xml.Skip();
                break;

            // What tracked changes took away; marks of notes, readings of characters, labels worked out here; choices of a form.
            case "tracked-changes" or "note-citation" or "ruby-text" or "number" or "script" or "label":
                xml.Skip();
                break;
            default:
                if (name.EndsWith("-source", StringComparison.Ordinal) || name.EndsWith("-decls", StringComparison.Ordinal))
                {
                    xml.Skip();
                }

                break;
        }
    }

    private void BeginTable(string name)
    {
        switch (name)
        {
            case "table":
                Push(Part.Table);
                EndOpenParagraph();
                _tables.Push(_table);
                _table = new OdtTable(limits, xml.Here);
                break;
            case "table-row" when _table is not null:
                Push(Part.Row);
                _table.BeginRow(xml);
                break;
            case "table-cell" or "covered-table-cell" when _table is not null:
                Push(Part.Cell);
                _table.BeginCell(xml, covered: name[0] == 'c');
                Enter(_table.Cell!);
                break;
        }
    }

    private void BeginDrawing(string name)
    {
        switch (name)
        {
            case "image":
                LeftOut.Pictures++;
                xml.Skip();
                break;
            case "object" or "object-ole":
                LeftOut.EmbeddedObjects++;
                xml.Skip();
                break;
            case "text-box" or "custom-shape" or "rect" or "ellipse" or "circle" or "line" or "polyline" or "polygon" or "path"
                or "regular-polygon" or "connector" or "caption" or "measure":
                if (_hidden)
                {
                    xml.Skip();
                    break;
                }

                Push(Part.Aside);
                Enter(FlowStory.OfBody());
                break;
        }
    }

    private void BeginParagraph(bool heading)
    {
        Push(Part.Paragraph);
        EndOpenParagraph();
        _inParagraph = true;
        _spaceTaken = true;
        _hidden = styles.Hides("paragraph", xml.Attribute("style-name")) ?? false;
        var label = _lists.Label();
        if (heading)
        {
            var level = Math.Max(1, xml.Number("outline-level") ?? 1);
            var counted = label ?? (xml.Attribute("is-list-header") == "true" ? "" : _lists.HeadingLabel(level));
            _story.Describe(ParagraphKind.Heading, level, counted);
        }
        else if (label is { Length: > 0 })
        {
            _story.Describe(ParagraphKind.ListItem, _lists.Depth, label);
        }
    }

    private void CloseAt(int depth)
    {
        while (_open.TryPeek(out var open) && open.Depth >= depth)
        {
            _open.Pop();
            Close(open);
        }
    }

    private void Close(Open open)
    {
        switch (open.Part)
        {
            case Part.Paragraph:
                if (_inParagraph)
                {
                    _story.EndParagraph();
                }

                _inParagraph = open.InParagraph;
                FlushNotes();
                break;
            case Part.List:
                _lists.EndList();
                break;
            case Part.Table:
                var blocks = _table!.End();
                _table = _tables.Pop();
                _story.AddAll(blocks);
                _inParagraph = open.InParagraph;
                FlushNotes();
                break;
            case Part.Row:
                _table!.EndRow();
                break;
            case Part.Cell:
                Leave(open);
                _table!.EndCell();
                break;
            case Part.Aside:
                var floating = Leave(open).Blocks;
                if (_inParagraph)
                {
                    _story.Float(floating);
                }
                else
                {
                    _story.AddAll(floating);
                }

                break;
            case Part.Note:
                _notes.AddRange(Leave(open).Blocks);
                FlushNotes();
                break;
        }

        _hidden = open.Hidden;
        _spaceTaken &= open.Part is Part.Span;
    }

    private void Push(Part part) => _open.Push(new Open(part, xml.Reader.Depth, _hidden, _inParagraph));

    // A text box may hold a table of its own, whose rows are no rows of the table around it.
    private void Enter(FlowStory story)
    {
        _stories.Push(_story);
        _story = story;
        _inParagraph = false;
        if (_open.Peek().Part != Part.Cell)
        {
            _tables.Push(_table);
            _table = null;
        }
        else
        {
            _tables.Push(_table);
        }
    }

    private FlowStory Leave(Open open)
    {
        var story = _story;
        story.Finish();
        _story = _stories.Pop();
        _table = _tables.Pop();
        _inParagraph = open.InParagraph;
        return story;
    }

    // A paragraph cannot hold another, nor a table; where a file says so, what was read so far stands for itself.
    private void EndOpenParagraph()
    {
        if (_inParagraph)
        {
            _story.EndParagraph();
            _inParagraph = false;
        }
    }

    private void FlushNotes()
    {
        if (_notes.Count > 0 && _stories.Count == 0 && _table is null && !_inParagraph)
        {
            _body.Blocks.AddRange(_notes);
            _notes.Clear();
        }
    }

    private void AppendNode()
    {
        if (_hidden)
        {
            return;
        }

        var at = xml.Here;
        while (xml.Reader.ReadValueChunk(_chunk, 0, _chunk.Length) is > 0 and var read)
        {
            Append(_chunk.AsSpan(0, read), at);
        }
    }

    // White space collapses to one space, and to none at the begin of a paragraph (6.1.2).
    private void Append(ReadOnlySpan<char> value, SourcePosition at)
    {
        var text = _story.Text;
        foreach (var c in value)
        {
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                if (!_spaceTaken)
                {
                    text.Append(' ');
                    _spaceTaken = true;
                }

                continue;
            }

            _story.MarkText(at);
            text.Append(c);
            _spaceTaken = false;
        }
    }

    private void AppendSpaces(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Put(' ');
        }
    }

    private void Put(char c)
    {
        if (_inParagraph && !_hidden)
        {
            _story.Text.Append(c);
            _spaceTaken = false;
        }
    }

    private readonly record struct Open(Part Part, int Depth, bool Hidden, bool InParagraph);
}
