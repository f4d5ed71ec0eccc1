using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Gouji.Extract.Html;

/// <summary>How an element is hidden.</summary>
internal enum Hiding
{
    /// <summary>It is shown.</summary>
    None,

    /// <summary>Its text is not seen, but it takes its room: a cell stays in its grid (<c>visibility: hidden</c>).</summary>
    Unseen,

    /// <summary>It is not there (<c>display: none</c>, <c>hidden</c>, <c>mso-hide: all</c>).</summary>
    Gone,
}

/// <summary>An element of the page with the few attributes that reading needs.</summary>
internal class PageElement(PageDocument document, PageTag tag, int source) : PageParent(document), IConstructableElement
{
    private TagRole? _role;

    /// <summary>What it means for reading.</summary>
    public TagRole Role => _role ?? tag.Role;

    /// <summary>The element as written.</summary>
    public PageTag Tag => tag;

    /// <summary>0-based position of the start tag in the decoded file, or of what implied it.</summary>
    public int Source => source;

    /// <summary>Whether it is shown.</summary>
    public Hiding Hiding { get; private set; }

    /// <summary>Columns a cell covers, 1 to 1000.</summary>
    public int ColumnSpan { get; private set; } = 1;

    /// <summary>Rows a cell covers, 0 to 65534; 0 lasts to the end of the row group.</summary>
    public int RowSpan { get; private set; } = 1;

    /// <summary>How its list counts.</summary>
    public ListNumbering? Numbering { get; private set; }

    public override StringOrMemory NodeName => tag.Name;

    public override NodeFlags Flags => tag.Flags;

    public StringOrMemory NamespaceUri => "http://www.w3.org/1999/xhtml";

    public StringOrMemory LocalName => tag.Name;

    public StringOrMemory Prefix => default;

    public IConstructableNamedNodeMap Attributes => NoAttributes.Instance;

    public ISourceReference? SourceReference
    {
        get => null;
        set { }
    }

    public void SetAttributes(StructAttributes tagAttributes)
    {
        for (var i = 0; i < tagAttributes.Count; i++)
        {
            var attribute = tagAttributes[i];
            SetOwnAttribute(attribute.Name, attribute.Value);
        }
    }

    public void SetOwnAttribute(StringOrMemory name, StringOrMemory value)
    {
        var text = value.Memory.Span;
        switch (name.Memory.Span)
        {
            case PageAttributes.Role:
                _role = TagRole.Preformatted;
                break;
            case "hidden":
                Hiding = Hiding.Gone;
                break;
            case "style":
                Hiding = (Hiding)Math.Max((int)Hiding, (int)InlineStyle.HidingOf(text));
                if (InlineStyle.ListType(text) is { Length: > 0 } type)
                {
                    (Numbering ??= new ListNumbering()).Style = type;
                }

                break;
            case "colspan":
                ColumnSpan = HtmlInteger.Span(text, 1, 1000);
                break;
            case "rowspan":
                RowSpan = HtmlInteger.Span(text, 0, 65534);
                break;
            case "type" when Role is TagRole.OrderedList or TagRole.ListItem:
                (Numbering ??= new ListNumbering()).Type = text.Trim().ToString();
                break;
            case "start" when Role is TagRole.OrderedList && HtmlInteger.TryParse(text, out var start):
                (Numbering ??= new ListNumbering()).Start = start;
                break;
            case "value" when Role is TagRole.ListItem && HtmlInteger.TryParse(text, out var start):
                (Numbering ??= new ListNumbering()).Start = start;
                break;
            case "reversed" when Role is TagRole.OrderedList:
                (Numbering ??= new ListNumbering()).Reversed = true;
                break;
            default:
                break;
        }
    }

    public void SetAttribute(string? namespaceUri, StringOrMemory name, StringOrMemory value) => SetOwnAttribute(name, value);

    public StringOrMemory GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) => default;

    // The builder asks only to keep the first html and body tag's attributes: reading needs none of either.
    public bool HasAttribute(StringOrMemory name) => true;

    /// <summary>The tree builder has closed the element.</summary>
    public void SetupElement() => Document.Close(this);

    public IConstructableNode ShallowCopy() => new PageElement(Document, tag, source);

    private sealed class NoAttributes : IConstructableNamedNodeMap
    {
        public static readonly NoAttributes Instance = new();

        public int Length => 0;

        public IConstructableAttr? this[StringOrMemory name] => null;

        public bool SameAs(IConstructableNamedNodeMap? attributes) => true;
    }
}

// The tree builder tells these kinds of element by their interfaces.
internal sealed class PageForm(PageDocument document, PageTag tag, int source) : PageElement(document, tag, source), IConstructableFormElement;

internal sealed class PageFrame(PageDocument document, PageTag tag, int source) : PageElement(document, tag, source), IConstructableFrameElement;

internal sealed class PageForeign(PageDocument document, PageTag tag, int source)
    : PageElement(document, tag, source), IConstructableMathElement, IConstructableSvgElement;

internal sealed class PageMeta(PageDocument document, PageTag tag, int source) : PageElement(document, tag, source), IConstructableMetaElement
{
    // The charset is settled before the page is parsed.
    public void Handle()
    {
    }
}

internal sealed class PageTemplate(PageDocument document, PageTag tag, int source)
    : PageElement(document, tag, source), IConstructableTemplateElement
{
    public void PopulateFragment()
    {
    }
}

internal sealed class PageScript(PageDocument document, PageTag tag, int source) : PageElement(document, tag, source), IConstructableScriptElement
{
    // Scripts never run.
    public bool Prepare(IConstructableDocument document) => false;

    public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;
}
