using System.Globalization;
using Gouji.Extract.Tables;
using Gouji.Model;

namespace Gouji.Extract.Html;

/// <summary>
/// Reads the tree of a page into paragraphs and tables in reading order. It walks the tree by recursion: the parser has refused every
/// tree deeper than <see cref="MaximumDepth"/>.
/// </summary>
internal sealed class PageReader
{
    /// <summary>The deepest tree that is walked, whatever the limits say: what browsers build, and half of what a stack of 512 KB holds.</summary>
    public const int MaximumDepth = 512;

    private readonly PageDocument _document;
    private readonly SourceText _source;
    private readonly ReadingLimits _limits;
    private readonly bool _keepFrame;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Block> _blocks = [];
    private readonly List<PageElement> _nested = [];
    private readonly InlineText _text = new();
    private bool _inCell;
    private bool _preformatted;
    private int _contentDepth;
    private ParagraphKind _kind;
    private int _level;
    private ListState? _list;
    private int _listLevel;
    private int _leftOut;

    private PageReader(PageDocument document, SourceText source, ReadingLimits limits, bool keepFrame, CancellationToken cancellationToken)
    {
        _document = document;
        _source = source;
        _limits = limits;
        _keepFrame = keepFrame;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads the body. Left out is the number of characters in the frame of the page that were not read.</summary>
    public static List<Block> Read(
        PageDocument document, SourceText source, ReadingLimits limits, CancellationToken cancellationToken, out int leftOut)
    {
        leftOut = 0;
        if (document.Body is not { } body)
        {
            return [];
        }

        var reader = new PageReader(document, source, limits, keepFrame: false, cancellationToken);
        reader.Visit(body);
        reader.EndBlock();
        leftOut = reader._leftOut;
        if (reader._blocks.Count > 0 || leftOut == 0)
        {
            return reader._blocks;
        }

        // A page that is all frame: then the frame is the content.
        leftOut = 0;
        reader = new PageReader(document, source, limits, keepFrame: true, cancellationToken);
        reader.Visit(body);
        reader.EndBlock();
        return reader._blocks;
    }

    private void Visit(PageElement parent)
    {
        for (var i = 0; i < parent.Children.Count; i++)
        {
            if (parent.Children[i] is PageElement element)
            {
                VisitElement(element);
            }
            else if (parent.Children[i] is PageText text)
            {
                var characters = _document.TextOf(text);
                if (_preformatted)
                {
                    // HTML 13.1.2.5: a line feed right after the start tag is not part of the text.
                    var first = i == 0 && parent.Role == TagRole.Preformatted && characters.StartsWith('\n');
                    _text.AppendPreformatted(first ? characters[1..] : characters, text.Source);
                }
                else
                {
                    _text.Append(characters, text.Source);
                }
            }
        }
    }

    private void VisitElement(PageElement element)
    {
        if (element.Hiding != Hiding.None)
        {
            return;
        }

        switch (element.Role)
        {
            case TagRole.Inline:
                Visit(element);
                break;
            case TagRole.Unread or TagRole.Title:
                break;
            case TagRole.LineBreak:
                _text.Break();
                break;
            case TagRole.Table:
                EndBlock();
                ReadTable(element);
                break;
            case TagRole.Aside or TagRole.Banner when IsFrame(element):
                _leftOut += CellContent.Of(_document, element).Characters;
                break;
            case TagRole.Section:
                _contentDepth++;
                VisitBlock(element);
                _contentDepth--;
                break;
            case TagRole.Heading:
                VisitAs(element, ParagraphKind.Heading, element.Tag.HeadingLevel);
                break;
            case TagRole.List or TagRole.OrderedList:
                VisitList(element);
                break;
            case TagRole.ListItem:
                VisitListItem(element);
                break;
            case TagRole.Preformatted:
                var outer = _preformatted;
                EndBlock();
                _preformatted = true;
                Visit(element);
                _preformatted = outer;
                EndBlock();
                break;
            default:
                VisitBlock(element);
                break;
        }
    }

    private void VisitBlock(PageElement element)
    {
        EndBlock();
        Visit(element);
        EndBlock();
    }

    private void VisitAs(PageElement element, ParagraphKind kind, int level)
    {
        EndBlock();
        var (outerKind, outerLevel) = (_kind, _level);
        (_kind, _level) = (kind, level);
        Visit(element);
        EndBlock();
        (_kind, _level) = (outerKind, outerLevel);
    }

    private void VisitList(PageElement element)
    {
        EndBlock();
        var outer = _list;
        _list = new ListState(element);
        _listLevel++;
        Visit(element);
        _listLevel--;
        _list = outer;
        EndBlock();
    }

    private void VisitListItem(PageElement element)
    {
        EndBlock();
        var mark = _text.BeginLabel(_list?.NextLabel(element) ?? "");
        var (outerKind, outerLevel) = (_kind, _level);
        (_kind, _level) = (ParagraphKind.ListItem, Math.Max(1, _listLevel));
        Visit(element);
        EndBlock();
        _text.EndLabel(mark);
        (_kind, _level) = (outerKind, outerLevel);
    }

    // Whether the element frames the page and holds no table. Within a section, header and footer belong to the content.
    private bool IsFrame(PageElement element) =>
        !_keepFrame
        && (element.Role == TagRole.Aside || _contentDepth == 0)
        && !CellContent.Of(_document, element).HoldsTable;

    private void ReadTable(PageElement table)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var shape = TableShape.Of(_document, table);
        if (!shape.IsLayout)
        {
            if (_inCell)
            {
                _nested.Add(table);
            }
            else
            {
                ReadData(table, shape);
            }

            return;
        }

        _contentDepth++;
        foreach (var row in shape.Rows)
        {
            foreach (var cell in row.Cells)
            {
                if (cell.Hiding == Hiding.None)
                {
                    VisitBlock(cell);
                }
            }
        }

        _contentDepth--;
    }

    private void ReadData(PageElement table, TableShape shape)
    {
        var placement = TablePlacement.Of(shape, _limits);
        var (outerList, outerListLevel, outerPreformatted) = (_list, _listLevel, _preformatted);
        (_list, _listLevel, _preformatted, _inCell) = (null, 0, false, true);
        _contentDepth++;

        var caption = string.Join('\n', shape.Captions.Select(element => ReadCell(element, out _)).Where(text => text.Length > 0));
        var assembler = new TableAssembler(_limits);
        foreach (var row in placement.Rows)
        {
            assembler.BeginRow();
            foreach (var cell in row)
            {
                var text = ReadCell(cell.Element, out var position);
                assembler.Add(text, position, Math.Min(cell.ColumnSpan, placement.Columns - cell.Column), cell.RowSpan);
            }
        }

        if (placement.Widest > placement.Columns)
        {
            assembler.Note(new TableGuess(
                TableGuessKind.SpansMended,
                null,
                string.Create(CultureInfo.InvariantCulture, $"spans ask for {placement.Widest} columns, but cells begin in {placement.Columns} only")));
        }

        var block = assembler.Build(_source.At(table.Source), caption.Length > 0 ? caption : null);
        if (block is not null)
        {
            _blocks.Add(block);
        }
        else if (caption.Length > 0)
        {
            _blocks.Add(new Paragraph(caption) { Source = _source.At(table.Source) });
        }

        _contentDepth--;
        (_list, _listLevel, _preformatted, _inCell) = (outerList, outerListLevel, outerPreformatted, false);
        if (_nested.Count > 0)
        {
            var nested = _nested.ToArray();
            _nested.Clear();
            foreach (var inner in nested)
            {
                ReadTable(inner);
            }
        }
    }

    private string ReadCell(PageElement cell, out SourcePosition position)
    {
        if (cell.Hiding == Hiding.None)
        {
            Visit(cell);
        }

        var text = _text.Take(out var source);
        position = source >= 0 ? _source.AtVisible(source) : _source.At(cell.Source);
        return text;
    }

    // Ends the paragraph, or within a cell the line. The label of a list item waits for the text it belongs to.
    private void EndBlock()
    {
        if (_inCell || _text.IsBareLabel)
        {
            _text.EndLine();
            return;
        }

        var text = _text.Take(out var source);
        if (text.Length == 0)
        {
            return;
        }

        _blocks.Add(new Paragraph(text, _kind, _level) { Source = _source.AtVisible(Math.Max(0, source)) });
        if (_kind == ParagraphKind.ListItem)
        {
            // Further paragraphs of the item are its body.
            (_kind, _level) = (ParagraphKind.Body, 0);
        }
    }

    private sealed class ListState
    {
        private readonly PageElement _element;
        private int _next;

        public ListState(PageElement element)
        {
            _element = element;
            _next = element.Numbering?.Start ?? (element.Numbering?.Reversed == true ? Items(element) : 1);
        }

        public string NextLabel(PageElement item)
        {
            if (_element.Role != TagRole.OrderedList)
            {
                return "";
            }

            var number = item.Numbering?.Start ?? _next;
            _next = number + (_element.Numbering?.Reversed == true ? -1 : 1);
            return ListNumbering.Label(
                number, item.Numbering?.Style ?? _element.Numbering?.Style, item.Numbering?.Type ?? _element.Numbering?.Type);
        }

        private static int Items(PageElement element)
        {
            var items = 0;
            foreach (var child in element.Children)
            {
                items += child is PageElement { Role: TagRole.ListItem } ? 1 : 0;
            }

            return items;
        }
    }
}
