using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Gouji.Extract.Html;

/// <summary>
/// A node of the tree that AngleSharp's tree builder fills. It is a tree of our own because AngleSharp's text nodes do not know where
/// in the file they stand, and because reading needs few attributes and no events.
/// </summary>
internal abstract class PageNode : IConstructableNode
{
    public PageNode? Parent { get; set; }

    public abstract StringOrMemory NodeName { get; }

    public virtual NodeFlags Flags => NodeFlags.None;

    public virtual IReadOnlyList<PageNode> Children => [];

    IConstructableNode? IConstructableNode.Parent
    {
        get => Parent;
        set => Parent = (PageNode?)value;
    }

    IConstructableNodeList IConstructableNode.ChildNodes => new PageNodeList(this);

    public void RemoveFromParent() => Parent?.RemoveChild(this);

    public virtual void RemoveChild(IConstructableNode childNode)
    {
    }

    public virtual void RemoveNode(int idx, IConstructableNode childNode)
    {
    }

    public virtual void InsertNode(int idx, IConstructableNode childNode)
    {
    }

    public virtual void AddNode(IConstructableNode node)
    {
    }

    public virtual void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
    }

    public virtual void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
    }

    internal virtual void ClearChildren()
    {
    }
}

/// <summary>A run of text: a part of the document's text buffer, and where its token begins in the file.</summary>
internal sealed class PageText(int start, int length, int source) : PageNode
{
    /// <summary>0-based start in <see cref="PageDocument.Text"/>.</summary>
    public int Start { get; } = start;

    /// <summary>Number of characters.</summary>
    public int Length { get; } = length;

    /// <summary>0-based position of the token in the decoded file.</summary>
    public int Source { get; } = source;

    public override StringOrMemory NodeName => "#text";
}

/// <summary>The children of a node as the tree builder wants to see them.</summary>
internal sealed class PageNodeList(PageNode node) : IConstructableNodeList
{
    public int Length => node.Children.Count;

    public IConstructableNode this[int index] => node.Children[index];

    public void Clear() => node.ClearChildren();

    public IEnumerator<IConstructableNode> GetEnumerator() => node.Children.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The doctype, which reading does not need.</summary>
internal sealed class PageDoctype : PageNode
{
    public override StringOrMemory NodeName => "#doctype";
}

/// <summary>A node with children: an element or the document.</summary>
internal abstract class PageParent(PageDocument? document) : PageNode
{
    private List<PageNode>? _children;

    protected PageDocument Document => document ?? (PageDocument)this;

    /// <summary>1-based depth of the element in the tree; 0 for the document and for an element outside the tree.</summary>
    public int Depth { get; private set; }

    public override IReadOnlyList<PageNode> Children => _children ?? (IReadOnlyList<PageNode>)[];

    public override void RemoveChild(IConstructableNode childNode)
    {
        _children?.Remove((PageNode)childNode);
        childNode.Parent = null;
    }

    public override void RemoveNode(int idx, IConstructableNode childNode)
    {
        _children?.RemoveAt(idx);
        childNode.Parent = null;
    }

    public override void InsertNode(int idx, IConstructableNode childNode)
    {
        var child = (PageNode)childNode;
        child.Parent = this;
        if (child is PageParent parent)
        {
            parent.Depth = Depth + 1;
            Document.Admit(parent);
        }

        (_children ??= []).Insert(idx, child);
    }

    public override void AddNode(IConstructableNode node) => InsertNode(Children.Count, node);

    public override void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false) =>
        InsertText(Children.Count, text, emitWhiteSpaceOnly);

    // White space between two words may be all there is between them, so it is always kept, whatever the builder asks for.
    public override void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false) =>
        InsertNode(idx, Document.CreateText(text.Memory.Span));

    internal override void ClearChildren() => _children?.Clear();

    /// <summary>Comments are never read.</summary>
    public void AddComment(ref StructHtmlToken token)
    {
    }
}
