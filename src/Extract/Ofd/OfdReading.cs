namespace Gouji.Extract.Ofd;

/// <summary>One reading of one document: what it counts, and what it refuses.</summary>
internal sealed class OfdReading
{
    /// <summary>A page with more glyphs or rules is no page.</summary>
    private const int MostOnAPage = 500_000;

    /// <summary>A document with more objects is none.</summary>
    private const int MostObjects = 4_000_000;

    /// <summary>Drawings that are used again this often multiply.</summary>
    private const int MostUnits = 20_000;

    private readonly Dictionary<(string Font, bool IsStroked), int> _styles = [];
    private int _objects;
    private int _units;

    /// <summary>Glyphs whose character is not known.</summary>
    public int Doubtful { get; set; }

    /// <summary>Glyphs of watermarks: text that leans, or is large and lets the paper through.</summary>
    public int Watermark { get; set; }

    /// <summary>Glyphs that are not printed: outside of the page or its clipping, or of an object that is not to be seen.</summary>
    public int Hidden { get; set; }

    /// <summary>Pages whose only text is invisible: recognised from a picture.</summary>
    public int RecognisedPages { get; set; }

    /// <summary>Stamps, links and remarks put on the pages.</summary>
    public int Annotations { get; set; }

    /// <summary>A number for a font and the way it is painted, counted as they come.</summary>
    public int StyleOf(string font, bool isStroked)
    {
        if (!_styles.TryGetValue((font, isStroked), out var style))
        {
            _styles.Add((font, isStroked), style = _styles.Count + 1);
        }

        return style;
    }

    /// <summary>Counts one more glyph, rule or object, and refuses a page or document of too many.</summary>
    public void Count(int onThePage)
    {
        if (onThePage > MostOnAPage)
        {
            throw Unreadable.TooLarge($"一页上的文字或线条超过{MostOnAPage}个", $"a page has more than {MostOnAPage} glyphs or rules");
        }

        if (++_objects > MostObjects)
        {
            throw Unreadable.TooLarge($"文字和图形超过{MostObjects}个", $"it has more than {MostObjects} glyphs and drawings");
        }
    }

    /// <summary>Counts one more use of a drawing, and refuses a document of too many.</summary>
    public void CountUnit()
    {
        if (++_units > MostUnits)
        {
            throw Unreadable.TooLarge($"重复使用的图形超过{MostUnits}次", $"it uses drawings again more than {MostUnits} times");
        }
    }
}
