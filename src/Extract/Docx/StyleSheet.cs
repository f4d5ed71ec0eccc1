using System.Globalization;

namespace Gouji.Extract.Docx;

/// <summary>What a style means for the text of a paragraph or run, its base styles taken into account.</summary>
/// <param name="HeadingLevel">1-based; 0 where the style is no heading.</param>
/// <param name="Hidden">Whether the text is hidden.</param>
/// <param name="NumberingId">Numbering instance; 0 where there is none.</param>
/// <param name="NumberingLevel">0-based; null where the numbering itself says which level belongs to the style.</param>
internal sealed record StyleMeaning(int HeadingLevel, bool Hidden, int NumberingId, int? NumberingLevel)
{
    public static StyleMeaning None { get; } = new(0, false, 0, null);
}

/// <summary>The styles of a document (<c>styles.xml</c>, ISO/IEC 29500-1 17.7).</summary>
internal sealed class StyleSheet
{
    private readonly Dictionary<string, Style> _styles = [];
    private readonly Dictionary<string, StyleMeaning> _meanings = [];

    private StyleSheet()
    {
    }

    public static StyleSheet Empty { get; } = new();

    public static StyleSheet Read(PartXml xml)
    {
        var sheet = new StyleSheet();
        while (xml.NextElement(-1))
        {
            switch (xml.Reader.LocalName)
            {
                case "style" when xml.IsWord:
                    sheet.ReadStyle(xml);
                    break;
                case "docDefaults" or "latentStyles":
                    xml.Skip();
                    break;
            }
        }

        return sheet;
    }

    /// <summary>The meaning of a style; that of no style where the document does not define it.</summary>
    public StyleMeaning this[string id]
    {
        get
        {
            if (!_styles.ContainsKey(id))
            {
                return StyleMeaning.None;
            }

            if (!_meanings.TryGetValue(id, out var meaning))
            {
                meaning = Resolve(id);
                _meanings.Add(id, meaning);
            }

            return meaning;
        }
    }

    // 17.7.4.17: names of the built-in headings are fixed in every language of the program.
    private static int? HeadingOutline(string? name)
    {
        const string Heading = "heading ";
        return name is not null
            && name.StartsWith(Heading, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(name.AsSpan(Heading.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            && level is >= 1 and <= 9
            ? level - 1
            : null;
    }

    private void ReadStyle(PartXml xml)
    {
        var id = xml.Attribute("styleId");
        if (id is null || xml.Reader.IsEmptyElement)
        {
            xml.Skip();
            return;
        }

        string? basedOn = null;
        int? named = null;
        var own = default(ParagraphProperties);
        var depth = xml.Reader.Depth;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "name":
                    named = HeadingOutline(xml.Value());
                    break;
                case "basedOn":
                    basedOn = xml.Value();
                    break;
                case "tblStylePr":
                    xml.Skip();
                    break;
                default:
                    own.Take(xml);
                    break;
            }
        }

        own.OutlineLevel ??= named;
        _styles.TryAdd(id, new Style(basedOn, own));
    }

    private StyleMeaning Resolve(string id)
    {
        int? outline = null, numberingId = null, numberingLevel = null;
        bool? hidden = null;
        var next = id;

        // As many steps as there are styles are enough; more would be a circle.
        for (var steps = _styles.Count; steps > 0 && next is not null && _styles.TryGetValue(next, out var style); steps--)
        {
            outline ??= style.Own.OutlineLevel;
            numberingId ??= style.Own.NumberingId;
            numberingLevel ??= style.Own.NumberingLevel;
            hidden ??= style.Own.Hidden;
            next = style.BasedOn;
        }

        return new StyleMeaning(outline is >= 0 and < 9 ? outline.Value + 1 : 0, hidden ?? false, numberingId ?? 0, numberingLevel);
    }

    private sealed record Style(string? BasedOn, ParagraphProperties Own);
}
