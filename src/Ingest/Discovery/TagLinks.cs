using System.Text.RegularExpressions;
using AngleSharp.Html.Parser.Tokens;

namespace Gouji.Ingest.Discovery;

/// <summary>Finds what a start tag points to.</summary>
internal static partial class TagLinks
{
    private static readonly string[] DataNames =
        ["data-href", "data-url", "data-src", "data-file", "data-link", "data-fileurl", "data-file-url", "data-path", "data-download"];

    /// <summary>Whether reading needs the attribute; all others are dropped as they are read.</summary>
    public static bool IsNeeded(ReadOnlySpan<char> name) =>
        name is "href" or "src" or "data" or "value" or "name" or "content" or "property" or "title" or "onclick" or "alt" or "http-equiv"
        || (name.StartsWith("data-") && Array.IndexOf(DataNames, name.ToString()) >= 0);

    /// <summary>Whether the text within the element is the text of the link.</summary>
    public static bool HasText(string name) => name is not ("area" or "iframe" or "frame" or "embed" or "object" or "param" or "meta" or "input" or "img");

    /// <summary>The value of an attribute; empty where the tag has none of that name.</summary>
    public static string Attribute(HtmlTagToken tag, string name)
    {
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name == name)
            {
                return attribute.Value ?? "";
            }
        }

        return "";
    }

    /// <summary>What the tag points to; null where it points nowhere.</summary>
    public static Reference? Of(HtmlTagToken tag, FoundBy by)
    {
        var title = TitleIn(Words.Collapsed(Attribute(tag, "title")));
        switch (tag.Name)
        {
            case "a" or "area":
                return OfAnchor(tag, by) with { Title = title };
            case "iframe" or "frame":
                return Embedded(tag, "src", FoundBy.Frame, title) ?? Embedded(tag, "data-src", FoundBy.Frame, title);
            case "embed":
                return Embedded(tag, "src", FoundBy.Embed, title);
            case "object":
                return Embedded(tag, "data", FoundBy.Object, title);
            case "param" when ParameterName().IsMatch(Attribute(tag, "name")):
                return Embedded(tag, "value", FoundBy.Object, title);
            case "option" when OptionAddress().IsMatch(Attribute(tag, "value").Trim()):
                return new Reference(Attribute(tag, "value"), FoundBy.Option);
            case "meta" when Attribute(tag, "http-equiv").Trim().Equals("refresh", StringComparison.OrdinalIgnoreCase)
                && RefreshAddress().Match(Attribute(tag, "content")) is { Success: true } refresh:
                return new Reference(refresh.Groups["address"].Value, FoundBy.Refresh) { IsNextPage = refresh.Groups["delay"].Value.TrimStart('0') is "" or "1" };
            case "param" or "option" or "meta" or "base" or "script":
                return null;
            default:
                return Called(tag, title);
        }
    }

    // Some lists put all they know into the attribute: 标题：… 作者：… 点击数：…
    private static string TitleIn(string attribute)
    {
        var start = TitleLabel().Match(attribute).Length;
        var end = OtherLabel().Match(attribute) is { Success: true } other && other.Index > start ? other.Index : attribute.Length;
        return attribute[start..end].Trim();
    }

    private static Reference OfAnchor(HtmlTagToken tag, FoundBy by)
    {
        var href = Attribute(tag, "href");
        if (ScriptTexts.AddressOfCall(href) is { } called)
        {
            return new Reference(called, FoundBy.OnClick);
        }

        return !LeadsNowhere(href) ? new Reference(href, by) : Called(tag, "") ?? new Reference(href, by) { IsCall = IsCall(href) || IsCall(Attribute(tag, "onclick")) };
    }

    // A call in onclick, or an address that a script looks up.
    private static Reference? Called(HtmlTagToken tag, string title)
    {
        var text = tag.Name is "input" or "button" ? Words.Collapsed(Attribute(tag, "value")) : "";
        foreach (var name in DataNames)
        {
            if (Attribute(tag, name).Trim() is { Length: > 0 } value && (name is not ("data-src" or "data-path") || tag.Name is "a") && OptionAddress().IsMatch(value))
            {
                return new Reference(value, FoundBy.DataAttribute) { Text = text, Title = title };
            }
        }

        return Attribute(tag, "onclick") is { Length: > 0 } onclick && ScriptTexts.AddressIn(onclick) is { } address
            ? new Reference(address, FoundBy.OnClick) { Text = text, Title = title }
            : null;
    }

    private static Reference? Embedded(HtmlTagToken tag, string attribute, FoundBy by, string title) =>
        Attribute(tag, attribute).Trim() is { Length: > 0 } address ? new Reference(address, by) { Title = title } : null;

    private static bool IsCall(string script) => Call().Matches(script).Any(static call => !call.Groups["name"].ValueSpan.Equals("void", StringComparison.OrdinalIgnoreCase));

    private static bool LeadsNowhere(string href) =>
        href.Trim() is var address && (address.Length == 0 || address.StartsWith('#') || address.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("^(文章)?标\\s?题\\s?[:：]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TitleLabel();

    [GeneratedRegex("\\s?(作\\s?者|来\\s?源|点击(数|率|次数)?|(发表|发布|更新|添加|录入)(时间|日期)|阅读(数|次数)?)\\s?[:：]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OtherLabel();

    [GeneratedRegex("^(src|movie|filename|url|file|data|href)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ParameterName();

    [GeneratedRegex("^(https?:)?//.+|^\\.{0,2}/.+|\\.[A-Za-z]{2,5}([?#].*)?$|^\\?.+=", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OptionAddress();

    [GeneratedRegex("(?<name>[A-Za-z_$][A-Za-z0-9_$.]*)\\s*\\(", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Call();

    [GeneratedRegex("^\\s*(?<delay>[0-9]{1,9})?(\\.[0-9]*)?\\s*([;,]\\s*(url\\s*=\\s*)?|url\\s*=\\s*)[\"']?(?<address>[^\"'\\s][^\"']*)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex RefreshAddress();
}
