using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Gouji.Extract.Html;

/// <summary>What an element means for reading: which begin a block, which belong to a table, which are never shown.</summary>
internal enum TagRole
{
    /// <summary>Part of the line of text around it: its tags are dropped before the tree is built.</summary>
    Inline,

    /// <summary>A control or medium in the line whose content is never printed (<c>select</c>, <c>video</c>).</summary>
    InlineUnread,

    /// <summary>Never shown: <c>script</c>, <c>style</c>, <c>noscript</c> and their like.</summary>
    Unread,

    /// <summary>Holds blocks and has no meaning of its own: <c>html</c>, <c>body</c>, <c>div</c>, <c>p</c>.</summary>
    Block,

    /// <summary>A sectioning element, within which <c>header</c> and <c>footer</c> are content.</summary>
    Section,

    /// <summary><c>h1</c> to <c>h6</c>.</summary>
    Heading,

    /// <summary>White space is kept.</summary>
    Preformatted,

    /// <summary><c>ul</c>, <c>menu</c>, <c>dir</c>.</summary>
    List,

    /// <summary><c>ol</c>.</summary>
    OrderedList,

    /// <summary><c>li</c>.</summary>
    ListItem,

    /// <summary><c>br</c>.</summary>
    LineBreak,

    /// <summary><c>table</c>.</summary>
    Table,

    /// <summary><c>thead</c>.</summary>
    TableHead,

    /// <summary><c>tbody</c>.</summary>
    TableBody,

    /// <summary><c>tfoot</c>.</summary>
    TableFoot,

    /// <summary><c>tr</c>.</summary>
    Row,

    /// <summary><c>td</c>.</summary>
    Cell,

    /// <summary><c>th</c>.</summary>
    HeaderCell,

    /// <summary><c>caption</c>.</summary>
    Caption,

    /// <summary><c>title</c>.</summary>
    Title,

    /// <summary><c>nav</c> and <c>aside</c>: beside the content of the page.</summary>
    Aside,

    /// <summary><c>header</c> and <c>footer</c>: of the page, or of the section that holds them.</summary>
    Banner,

    /// <summary><c>template</c>: not shown, and read as a hidden <c>div</c> so that the tree builder needs no mode for it.</summary>
    Template,

    /// <summary><c>svg</c>: a drawing; left out up to its end.</summary>
    Drawing,
}

/// <summary>The elements that the reader tells apart. Every other element is part of the line of text around it.</summary>
/// <param name="Name">Lower-case name.</param>
/// <param name="Role">What it means for reading.</param>
/// <param name="Flags">What it means for AngleSharp's tree builder.</param>
internal sealed record PageTag(string Name, TagRole Role, NodeFlags Flags)
{
    private static readonly FrozenDictionary<string, PageTag> Known = Build();

    private static readonly FrozenDictionary<string, PageTag>.AlternateLookup<ReadOnlySpan<char>> ByName = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly PageTag Other = new("span", TagRole.Inline, NodeFlags.HtmlMember);

    /// <summary>1 to 6 for a heading, otherwise 0.</summary>
    public int HeadingLevel { get; } = Role == TagRole.Heading ? Name[1] - '0' : 0;

    /// <summary>The element of this name.</summary>
    public static PageTag Of(ReadOnlySpan<char> name) => ByName.TryGetValue(name, out var tag) ? tag : Other;

    private static FrozenDictionary<string, PageTag> Build()
    {
        (TagRole Role, string Names)[] roles =
        [
            (TagRole.InlineUnread, "select datalist video audio canvas"),
            (TagRole.Unread, "script style noscript iframe noembed noframes frameset frame head link meta base"),
            (TagRole.Block, "html body div p address blockquote center dialog dd details dl dt fieldset figcaption figure form hgroup hr legend search summary"),
            (TagRole.Section, "article main section"),
            (TagRole.Heading, "h1 h2 h3 h4 h5 h6"),
            (TagRole.Preformatted, "pre listing xmp plaintext textarea"),
            (TagRole.List, "ul menu dir"),
            (TagRole.OrderedList, "ol"),
            (TagRole.ListItem, "li"),
            (TagRole.LineBreak, "br"),
            (TagRole.Table, "table"),
            (TagRole.TableHead, "thead"),
            (TagRole.TableBody, "tbody"),
            (TagRole.TableFoot, "tfoot"),
            (TagRole.Row, "tr"),
            (TagRole.Cell, "td"),
            (TagRole.HeaderCell, "th"),
            (TagRole.Caption, "caption"),
            (TagRole.Title, "title"),
            (TagRole.Aside, "nav aside"),
            (TagRole.Banner, "header footer"),
            (TagRole.Template, "template"),
            (TagRole.Drawing, "svg"),
            (TagRole.Inline, "span"),
        ];

        // The flags decide which elements close which; AngleSharp's own elements know them.
        var document = new HtmlParser().ParseDocument("");
        var known = new Dictionary<string, PageTag>(StringComparer.Ordinal);
        foreach (var (role, names) in roles)
        {
            foreach (var name in names.Split(' '))
            {
                known.Add(name, new PageTag(name, role, document.CreateElement(name).Flags));
            }
        }

        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
