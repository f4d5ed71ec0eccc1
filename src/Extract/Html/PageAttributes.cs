using AngleSharp.Html.Parser.Tokens.Struct;

namespace Gouji.Extract.Html;

/// <summary>The attributes that reading needs; the tokenizer drops all others.</summary>
internal static class PageAttributes
{
    /// <summary>A name of our own that no page can write, for elements that the builder is given under another name.</summary>
    public const string Role = "preformatted role";

    public static bool IsNeeded(ref StructHtmlToken token, ReadOnlyMemory<char> attributeName) =>
        attributeName.Span is "colspan" or "rowspan" or "style" or "hidden" or "start" or "type" or "value" or "reversed";

    /// <summary>Whether the attributes of a tag hide its element.</summary>
    public static Hiding HidingOf(ref StructHtmlToken token)
    {
        var hiding = Hiding.None;
        var attributes = token.Attributes;
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            var found = attribute.Name.Memory.Span switch
            {
                "hidden" => Hiding.Gone,
                "style" => InlineStyle.HidingOf(attribute.Value.Memory.Span),
                _ => Hiding.None,
            };
            hiding = (Hiding)Math.Max((int)hiding, (int)found);
        }

        return hiding;
    }
}
