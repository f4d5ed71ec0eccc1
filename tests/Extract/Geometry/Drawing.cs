using Gouji.Extract.Geometry;
using Gouji.Extract.Tests.Docx;
using Gouji.Model;

namespace Gouji.Extract.Tests.Geometry;

/// <summary>A page drawn by hand: text set in squares of its size (Latin half as wide) and rules, 600 × 800 points.</summary>
internal sealed class Drawing
{
    private int _style = 1;

    public Drawing(int page = 1) => Sheet = new Sheet(page, new Box(0, 0, 600, 800));

    public Sheet Sheet { get; }

    public Drawing Style(int style)
    {
        _style = style;
        return this;
    }

    public Drawing Text(double x, double y, string text, double size = 10, Direction direction = Direction.Right)
    {
        var (left, baseline) = Turn.ToFrame(direction, x, y);
        var afterSpace = false;
        foreach (var character in text)
        {
            var width = character < '\u2E80' && character != '…' ? size / 2 : size;
            if (character == ' ')
            {
                afterSpace = true;
            }
            else
            {
                Sheet.Glyphs.Add(new Glyph(character.ToString(), left, left + width, baseline, size) { Direction = direction, AfterSpace = afterSpace, Style = _style });
                afterSpace = false;
            }

            left += width;
        }

        return this;
    }

    /// <summary>Text that ends at an x, as figures do.</summary>
    public Drawing Right(double x, double y, string text) => Text(x - (text.Length * 5), y, text);

    public Drawing Across(double y, double from, double to)
    {
        Sheet.Rules.Add(new Rule(true, y, from, to));
        return this;
    }

    public Drawing Down(double x, double from, double to)
    {
        Sheet.Rules.Add(new Rule(false, x, from, to));
        return this;
    }

    /// <summary>A full grid with texts, the first row on top; rows 20 points high.</summary>
    public Drawing Table(double[] xs, double top, params string[] rows)
    {
        foreach (var x in xs)
        {
            Down(x, top - (20 * rows.Length), top);
        }

        for (var i = 0; i <= rows.Length; i++)
        {
            Across(top - (20 * i), xs[0], xs[^1]);
        }

        for (var i = 0; i < rows.Length; i++)
        {
            var texts = rows[i].Split('|');
            for (var column = 0; column < texts.Length; column++)
            {
                Text(xs[column] + 3, top - (20 * i) - 14, texts[column]);
            }
        }

        return this;
    }

    /// <summary>The blocks of pages, tables drawn in brackets.</summary>
    public static string[] Read(params Drawing[] pages) => Drawn.Blocks(new DocumentContent("pdf", "", Blocks(out _, pages), []));

    public static List<Block> Blocks(out List<ReadingNote> notes, params Drawing[] pages)
    {
        notes = [];
        return PageLayout.Read(Array.ConvertAll(pages, static page => page.Sheet), new ReadingLimits(), notes, TestContext.Current.CancellationToken);
    }
}
