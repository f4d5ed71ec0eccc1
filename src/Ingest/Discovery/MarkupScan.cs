using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Gouji.Ingest.Discovery;

/// <summary>One pass over the tags of a page that gathers what points elsewhere, with the texts around it.</summary>
internal sealed class MarkupScan
{
    private const int LongestText = 200_000;
    private const int LongestTitle = 1000;

    // Calls may nest, but text is gathered for each of them.
    private const int MostOpen = 8;

    private static readonly string[] MetaNames =
        ["articletitle", "article:title", "sitename", "og:site_name", "pubdate", "publishdate", "article:published_time", "firstpublishedtime", "publishtime", "createdate"];

    private readonly List<Reference> _references = [];
    private readonly List<string> _scripts = [];
    private readonly Dictionary<string, string> _metas = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _title = new();
    private readonly StringBuilder _heading = new();
    private readonly RowTexts _rows = new();
    private readonly List<OpenLink> _open = [];
    private FoundBy _by;
    private bool _inHeading;
    private bool _headingRead;
    private bool _inNextGroup;

    /// <summary>What points elsewhere, in the order of the page.</summary>
    public IReadOnlyList<Reference> References => _references;

    /// <summary>The texts of its scripts.</summary>
    public IReadOnlyList<string> Scripts => _scripts;

    /// <summary>The href of the first base element; empty where there is none.</summary>
    public string BaseAddress { get; private set; } = "";

    /// <summary>The text of the title element.</summary>
    public string Title => Words.Collapsed(_title.ToString());

    /// <summary>The text of the first h1 element that has one.</summary>
    public string Heading => Words.Collapsed(_heading.ToString());

    /// <summary>The text shown, a line a block.</summary>
    public string Text => _text.ToString();

    /// <summary>The content of the first of these meta elements that the page has; empty where it has none.</summary>
    public string Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_metas.TryGetValue(name, out var content))
            {
                return content;
            }
        }

        return "";
    }

    /// <summary>Reads markup to its end. Links in it are found as given, unless they are found some other way than by an anchor.</summary>
    public void Read(string markup, FoundBy by)
    {
        // The body of a list proxy is a data store itself.
        if (by == FoundBy.Anchor && ScriptTexts.IsDataStoreItself(markup))
        {
            (markup, by) = (ScriptTexts.WithoutSections(markup), FoundBy.Record);
            _scripts.Add(markup);
        }

        _by = by;
        var tokenizer = new HtmlTokenizer(new TextSource(new StringTextSource(markup)), HtmlEntityProvider.Resolver)
        {
            SkipComments = true,
            ShouldEmitAttribute = static (ref token, name) => TagLinks.IsNeeded(name.Span),
        };
        var raw = new StringBuilder();
        var rawName = "";
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            switch (token)
            {
                case HtmlTagToken { Type: HtmlTokenType.StartTag } start:
                    tokenizer.State = Start(start);
                    rawName = tokenizer.State == HtmlParseMode.PCData ? "" : start.Name;
                    break;
                case HtmlTagToken end:
                    if (rawName.Length > 0)
                    {
                        RawText(rawName, raw.ToString());
                        raw.Clear();
                        rawName = "";
                    }

                    End(end.Name);
                    break;
                case { Type: HtmlTokenType.Character } when rawName.Length > 0:
                    raw.Append(token.Data);
                    break;
                case { Type: HtmlTokenType.Character }:
                    Characters(token.Data);
                    break;
                default:
                    break;
            }
        }

        if (rawName.Length > 0)
        {
            RawText(rawName, raw.ToString());
        }

        CloseLinks(0);
        _rows.EndAll();
        _rows.Settle(_references);
    }

    private HtmlParseMode Start(HtmlTagToken tag)
    {
        var name = tag.Name;
        if (_rows.Start(name))
        {
            Line();
        }

        // A row ends a link that someone forgot to close; within a link that has no text yet, the row is its text.
        if (name is "a" || _open.Count >= MostOpen || (RowTexts.EndsLinks(name) && _open.Exists(static link => !Words.IsBlank(link.Text))))
        {
            CloseLinks(0);
        }

        switch (name)
        {
            case "base" when BaseAddress.Length == 0:
                BaseAddress = TagLinks.Attribute(tag, "href").Trim();
                break;
            case "meta":
                ReadMeta(tag);
                break;
            case "img" when _open.Count > 0:
                _open[^1].Alternative.Append(TagLinks.Attribute(tag, "alt"));
                break;
            case "h1" when !_headingRead:
                _inHeading = true;
                break;
            case "br":
                Line();
                break;
            case "nextgroup":
                _inNextGroup = true;
                break;
            default:
                break;
        }

        if (TagLinks.Of(tag, _by) is { } reference)
        {
            _rows.Note(_references.Count);
            _references.Add(_inNextGroup ? reference with { IsNextPage = true } : reference);
            if (TagLinks.HasText(name))
            {
                _open.Add(new OpenLink(name, _references.Count - 1));
            }
        }

        return name switch
        {
            "script" => HtmlParseMode.Script,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
            "title" or "textarea" => HtmlParseMode.RCData,
            _ => HtmlParseMode.PCData,
        };
    }

    private void End(string name)
    {
        if (_rows.End(name))
        {
            Line();
        }

        if (RowTexts.EndsLinks(name))
        {
            CloseLinks(0);
        }

        if (name is "nextgroup")
        {
            _inNextGroup = false;
        }

        if (name is "h1" && _inHeading)
        {
            _inHeading = false;
            _headingRead = Heading.Length > 0;
        }

        var open = _open.FindLastIndex(link => link.Name == name);
        if (open >= 0)
        {
            CloseLinks(open);
        }
    }

    private void RawText(string name, string text)
    {
        if (name is "title" && Title.Length == 0)
        {
            _title.Append(text);
        }
        else if (name is "script" && text.Length > 0)
        {
            _scripts.Add(text);
            foreach (var (reference, markup, by) in ScriptTexts.Of(text))
            {
                if (markup is not null && _by == FoundBy.Anchor)
                {
                    var within = new MarkupScan();
                    within.Read(markup, by);
                    _references.AddRange(within._references);
                }
                else if (reference is not null)
                {
                    _references.Add(reference);
                }
            }
        }
    }

    private void Characters(string text)
    {
        if (_open.Count > 0)
        {
            foreach (var link in _open)
            {
                link.Text.Append(text.AsSpan(0, Math.Min(text.Length, Math.Max(0, LongestTitle - link.Text.Length))));
            }
        }
        else
        {
            _rows.Append(text);
        }

        if (_inHeading)
        {
            _heading.Append(text);
        }

        if (text.Length > 0 && _text.Length < LongestText)
        {
            Space(text[0]);
            _text.Append(Words.Collapsed(text));
            Space(text[^1]);
        }
    }

    private void Space(char edge)
    {
        if (char.IsWhiteSpace(edge) && _text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
        {
            _text.Append(' ');
        }
    }

    private void Line()
    {
        if (_text.Length > 0 && _text[^1] != '\n' && _text.Length < LongestText)
        {
            _text.Append('\n');
        }

        if (_inHeading)
        {
            _heading.Append(' ');
        }
    }

    private void ReadMeta(HtmlTagToken tag)
    {
        var name = (TagLinks.Attribute(tag, "name") is { Length: > 0 } named ? named : TagLinks.Attribute(tag, "property")).Trim().ToLowerInvariant();
        var content = Words.Collapsed(TagLinks.Attribute(tag, "content"));
        if (content.Length > 0 && Array.IndexOf(MetaNames, name) >= 0)
        {
            _metas.TryAdd(name, content);
        }
    }

    // Closes the open links from the given one on: each gets its text.
    private void CloseLinks(int first)
    {
        for (var i = _open.Count - 1; i >= first; i--)
        {
            var link = _open[i];
            var text = Words.Collapsed(link.Text.ToString());
            text = text.Length > 0 ? text : Words.Collapsed(link.Alternative.ToString());
            _references[link.Index] = _references[link.Index] with { Text = text.Length > 0 ? text : _references[link.Index].Text };
        }

        if (_open.Count > first)
        {
            _open.RemoveRange(first, _open.Count - first);
        }
    }

    private sealed record OpenLink(string Name, int Index)
    {
        public StringBuilder Text { get; } = new();

        public StringBuilder Alternative { get; } = new();
    }
}
