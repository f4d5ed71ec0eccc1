using System.Diagnostics.CodeAnalysis;
using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Gouji.Extract.Html;

/// <summary>
/// Parses a page with AngleSharp's tokenizer and tree builder into a tree of its blocks and tables. Tags within lines of text
/// (<c>font</c>, <c>b</c>, <c>span</c>, whatever is not known) are dropped on their way to the builder unless they hide text: reading
/// does not need them, unclosed they would nest without end, and the builder's care for them costs the square of their number.
/// </summary>
[SuppressMessage("Performance", "CA1812", Justification = "Created in Parse.")]
internal sealed class PageParser : IDomConstructionElementFactory<PageDocument, PageElement>
{
    private const int CancellationInterval = 1024;

    private readonly int _capacity;
    private readonly int _maximumDepth;
    private readonly CancellationToken _cancellationToken;

    // For each hidden element that is open in a line of text: how many elements of its name are open within it, itself included.
    private readonly List<(PageElement Element, string Name, int Count)> _hidden = [];
    private PageDocument _document = null!;
    private int _drawings;
    private bool _drawingText;
    private int _tokens;

    private PageParser(int capacity, int maximumDepth, CancellationToken cancellationToken)
    {
        _capacity = capacity;
        _maximumDepth = maximumDepth;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether a drawing with text in it was left out.</summary>
    public bool DrawingWithText { get; private set; }

    /// <summary>
    /// Whether the page ends within a table, before the end of its body: then rows are missing. Browsers show what there is, and so do pages
    /// whose authors forgot to close a table, but those go on to the end of the body.
    /// </summary>
    public bool IsCutShort { get; private set; }

    /// <summary>How many pictures there are, decoration included.</summary>
    public int Pictures { get; private set; }

    /// <summary>Parses the decoded text of a page, whose lines end in <c>\n</c> alone.</summary>
    public static (PageDocument Document, bool DrawingWithText, int Pictures, bool IsCutShort) Parse(string html, int maximumDepth, CancellationToken cancellationToken)
    {
        // No requesters, no scripting engine, no styling: nothing but this factory.
        var parser = new PageParser(html.Length / 2, maximumDepth, cancellationToken);
        using var context = new BrowsingContext(new Configuration([parser]));
        var options = new HtmlParserOptions
        {
            // A page is read as shown where scripts may run: noscript is raw text that nobody sees. Nothing runs; there is no engine.
            IsScripting = true,
            SkipComments = true,
            MaximumDepth = int.MaxValue,
            ShouldEmitAttribute = PageAttributes.IsNeeded,
        };
        var document = new HtmlParser(options, context).ParseDocument<PageDocument, PageElement>(
            new TextSource(new StringTextSource(html)), parser.Consume);
        document.Builder?.Dispose();
        return (document, parser.DrawingWithText, parser.Pictures, parser.IsCutShort);
    }

    public PageDocument CreateDocument(TextSource source, IBrowsingContext? context = null) =>
        _document = new PageDocument(source, _capacity, _maximumDepth);

    public PageElement Create(PageDocument document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None) =>
        new(document, PageTag.Of(localName.Memory.Span), document.Position);

    public PageElement CreateNoScript(PageDocument document, bool scripting) => Create(document, "noscript");

    public PageElement CreateUnknown(PageDocument document, StringOrMemory tagName) => Create(document, tagName);

    public IConstructableNode CreateDocumentType(PageDocument document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) =>
        new PageDoctype();

    public IConstructableMathElement CreateMath(PageDocument document, StringOrMemory name = default) =>
        new PageForeign(document, PageTag.Of(name.Memory.Span), document.Position);

    public IConstructableSvgElement CreateSvg(PageDocument document, StringOrMemory name = default) =>
        new PageForeign(document, PageTag.Of(name.Memory.Span), document.Position);

    public IConstructableMetaElement CreateMeta(PageDocument document) => new PageMeta(document, PageTag.Of("meta"), document.Position);

    public IConstructableScriptElement CreateScript(PageDocument document, bool parserInserted, bool started) =>
        new PageScript(document, PageTag.Of("script"), document.Position);

    public IConstructableFrameElement CreateFrame(PageDocument document) => new PageFrame(document, PageTag.Of("frame"), document.Position);

    public IConstructableTemplateElement CreateTemplate(PageDocument document) =>
        new PageTemplate(document, PageTag.Of("template"), document.Position);

    public IConstructableFormElement CreateForm(PageDocument document) => new PageForm(document, PageTag.Of("form"), document.Position);

    private TokenConsumptionResult Consume(ref StructHtmlToken token, TokenConsumer next)
    {
        if (++_tokens % CancellationInterval == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        _document.Position = token.Position.Index;
        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                Start(ref token, next);
                break;
            case HtmlTokenType.EndTag:
                End(ref token, next);
                break;
            case HtmlTokenType.Character when _drawings > 0:
                DrawingWithText |= _drawingText && !token.Data.Memory.Span.IsWhiteSpace();
                break;
            default:
                next(ref token);
                break;
        }

        return TokenConsumptionResult.Continue;
    }

    private void Start(ref StructHtmlToken token, TokenConsumer next)
    {
        var name = token.Name.Memory.Span;
        var tag = PageTag.Of(name);
        if (tag.Role == TagRole.Drawing)
        {
            _drawings += token.IsSelfClosing ? 0 : 1;
            return;
        }

        if (_drawings > 0)
        {
            // HTML 13.2.6.5: a block ends a drawing that nobody closed. What a drawing has of its own is not read.
            if (IsPartOfDrawing(tag))
            {
                _drawingText |= name is "text";
                return;
            }

            _drawings = 0;
        }

        IsCutShort |= tag.Role == TagRole.Table;
        switch (tag.Role)
        {
            case TagRole.Inline or TagRole.InlineUnread:
                StartInline(ref token, name, tag, next);
                return;
            case TagRole.Template:
                token.Name = "div";
                token.AddAttribute("hidden", StringOrMemory.Empty);
                break;
            case TagRole.Preformatted when tag.Name is "pre" or "listing":
                // For these two the builder fetches the next token past us.
                token.Name = "div";
                token.AddAttribute(PageAttributes.Role, StringOrMemory.Empty);
                break;
            default:
                break;
        }

        next(ref token);
    }

    private static bool IsPartOfDrawing(PageTag tag) =>
        tag.Role is TagRole.Inline or TagRole.InlineUnread or TagRole.Unread or TagRole.Title;

    private void StartInline(ref StructHtmlToken token, ReadOnlySpan<char> name, PageTag tag, TokenConsumer next)
    {
        Pictures += name is "img" ? 1 : 0;
        if (_hidden.Count > 0)
        {
            Sweep();
            for (var i = _hidden.Count - 1; i >= 0; i--)
            {
                if (name.SequenceEqual(_hidden[i].Name))
                {
                    _hidden[i] = _hidden[i] with { Count = _hidden[i].Count + 1 };
                    return;
                }
            }
        }

        if (tag.Role == TagRole.Inline && PageAttributes.HidingOf(ref token) == Hiding.None)
        {
            return;
        }

        var written = name.ToString();
        token.Name = "span";
        if (tag.Role == TagRole.InlineUnread)
        {
            token.AddAttribute("hidden", StringOrMemory.Empty);
        }

        var before = _document.OpenHidden.Count;
        next(ref token);
        if (_document.OpenHidden.Count > before)
        {
            _hidden.Add((_document.OpenHidden[^1], written, 1));
        }
    }

    private void End(ref StructHtmlToken token, TokenConsumer next)
    {
        var name = token.Name.Memory.Span;
        var tag = PageTag.Of(name);
        if (tag.Role == TagRole.Drawing)
        {
            _drawings = Math.Max(0, _drawings - 1);
            _drawingText = false;
            return;
        }

        if (_drawings > 0)
        {
            if (IsPartOfDrawing(tag))
            {
                _drawingText &= name is not "text";
                return;
            }

            _drawings = 0;
        }

        if (tag.Role is TagRole.Inline or TagRole.InlineUnread)
        {
            EndInline(ref token, name, next);
            return;
        }

        IsCutShort &= !(tag.Role == TagRole.Table || tag.Name is "body" or "html");
        if (tag.Role == TagRole.Template || tag.Name is "pre" or "listing")
        {
            token.Name = "div";
        }

        next(ref token);
    }

    private void EndInline(ref StructHtmlToken token, ReadOnlySpan<char> name, TokenConsumer next)
    {
        if (_hidden.Count == 0)
        {
            return;
        }

        Sweep();
        for (var i = _hidden.Count - 1; i >= 0; i--)
        {
            if (name.SequenceEqual(_hidden[i].Name))
            {
                _hidden[i] = _hidden[i] with { Count = _hidden[i].Count - 1 };
                if (_hidden[i].Count <= 0)
                {
                    token.Name = "span";
                    next(ref token);
                    Sweep();
                }

                return;
            }
        }
    }

    // Forgets the hidden elements that the builder has closed, be it because their block ended.
    private void Sweep() => _hidden.RemoveAll(hidden => !_document.OpenHidden.Contains(hidden.Element));
}
