using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Text;
using Gouji.Model;

namespace Gouji.Extract.Html;

/// <summary>The root of the page's tree. It holds the text of all its nodes in one buffer, and refuses a tree that grows too deep.</summary>
internal sealed class PageDocument(TextSource source, int capacity, int maximumDepth) : PageParent(null), IConstructableDocument
{
    private readonly List<PageElement> _openTables = [];
    private readonly List<PageElement> _openHidden = [];
    private char[] _text = new char[Math.Max(256, capacity)];
    private int _length;

    /// <summary>Where in the file the token stands that the tree builder is consuming.</summary>
    public int Position { get; set; }

    /// <summary>The decoded text of all text nodes, character references resolved.</summary>
    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    /// <summary>The hidden elements in lines of text that are open, outermost first.</summary>
    public IReadOnlyList<PageElement> OpenHidden => _openHidden;

    /// <summary>The html element; null before it is met.</summary>
    public PageElement? Root { get; private set; }

    public override StringOrMemory NodeName => "#document";

    public TextSource Source => source;

    public IDisposable? Builder { get; set; }

    public QuirksMode QuirksMode { get; set; }

    public bool IsLoading => false;

    IConstructableElement IConstructableDocument.DocumentElement => Root!;

    IConstructableElement IConstructableDocument.Head => Child(Root, "head")!;

    /// <summary>The body element; null in a page of frames.</summary>
    public PageElement? Body => Child(Root, "body");

    /// <summary>The head element.</summary>
    public PageElement? Head => Child(Root, "head");

    public override void AddNode(IConstructableNode node)
    {
        if (Root is null || node is not PageElement element)
        {
            Root = node as PageElement ?? Root;
            base.AddNode(node);
            return;
        }

        // A block between the rows of a table belongs before that table (HTML 13.2.6.1, foster parenting). The builder looks for the
        // table among AngleSharp's own elements, does not find ours, and ends up here.
        var table = _openTables.Count > 0 ? _openTables[^1] : null;
        if (table?.Parent is not { } parent)
        {
            (Body ?? Root).AddNode(element);
            return;
        }

        var index = parent.Children.Count - 1;
        while (index > 0 && !ReferenceEquals(parent.Children[index], table))
        {
            index--;
        }

        parent.InsertNode(Math.Max(0, index), element);
    }

    /// <summary>Takes note of an element that enters the tree.</summary>
    /// <exception cref="UnreadableDocumentException">The tree grows deeper than allowed.</exception>
    public void Admit(PageParent parent)
    {
        if (parent.Depth > maximumDepth)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.TooLarge,
                new Message(
                    $"网页元素嵌套超过{maximumDepth}层，文件可能已损坏；请在浏览器中打开后另存为网页再试。",
                    $"Elements are nested more than {maximumDepth} deep; the file may be damaged. Open it in a browser and save it again."));
        }

        if (parent is not PageElement element)
        {
            return;
        }

        if (element.Role == TagRole.Table)
        {
            _openTables.Add(element);
        }
        else if (element is { Role: TagRole.Inline, Hiding: not Hiding.None })
        {
            _openHidden.Add(element);
        }
    }

    /// <summary>Takes note of an element that the builder has closed.</summary>
    public void Close(PageElement element)
    {
        if (element.Role == TagRole.Table)
        {
            _openTables.Remove(element);
        }
        else if (element.Role == TagRole.Inline)
        {
            _openHidden.Remove(element);
        }
    }

    /// <summary>Puts text into the buffer.</summary>
    public PageText CreateText(ReadOnlySpan<char> text)
    {
        if (text.Length > _text.Length - _length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length));
        }

        text.CopyTo(_text.AsSpan(_length));
        var node = new PageText(_length, text.Length, Position);
        _length += text.Length;
        return node;
    }

    /// <summary>The characters of a text node.</summary>
    public ReadOnlySpan<char> TextOf(PageText text) => _text.AsSpan(text.Start, text.Length);

    public void PerformMicrotaskCheckpoint()
    {
    }

    public void ProvideStableState()
    {
    }

    public void TrackError(Exception exception)
    {
    }

    public Task WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;

    public Task FinishLoadingAsync() => Task.CompletedTask;

    public void ApplyManifest()
    {
    }

    public void Clear() => ClearChildren();

    private static PageElement? Child(PageElement? parent, string name)
    {
        foreach (var child in parent?.Children ?? [])
        {
            if (child is PageElement element && element.Tag.Name == name)
            {
                return element;
            }
        }

        return null;
    }
}
