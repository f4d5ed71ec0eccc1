using System.Globalization;
using Gouji.Extract.Geometry;

namespace Gouji.Extract.Scans;

/// <summary>Cuts the picture of a page into rules and lines of text, those of the cells of tables each by itself.</summary>
internal sealed class PageCutter(TemporaryFolder folder)
{
    /// <summary>The engine reads best where digits are about so many pixels high.</summary>
    private const double BestHeight = 40;

    private const double MostEnlarged = 3;

    private const int Margin = 12;

    /// <summary>Parts of a line outside of tables that stand further apart than so many heights are read by themselves.</summary>
    private const double PartGap = 1.6;

    /// <summary>No stroke of a title is longer than this many points.</summary>
    private const double LongestStroke = 50;

    private int _pictures;
    private int _columns;
    private int _cells;

    /// <summary>Puts the rules of a page on its sheet and gives its lines.</summary>
    public List<ScanLine> Cut(Sheet sheet, GrayImage image)
    {
        var map = InkMap.Of(image);
        var slope = SkewMeter.SlopeOf(map);
        if (slope != 0)
        {
            image = image.Levelled(slope);
            map = InkMap.Of(image);
        }

        var rules = RuleFinder.Find(map, InkMap.WithFaint(image));
        sheet.Rules.AddRange(OfTables(rules.ConvertAll(static rule => rule.Rule)));
        var tables = RuledTables.Rooms(sheet);
        var borders = rules.FindAll(rule => rule.Rule.To - rule.Rule.From > LongestStroke || tables.Exists(table => table.Cells.Exists(cell => Borders(rule.Rule, cell.Room))));
        var text = map.Without(borders.Select(rule => rule.Box.Grown(2, map.Width, map.Height)), RuleFinder.Edge / 2);
        var outside = text.Without(tables.Select(table => ToPixels(table.Bounds, map)), 0);
        var whole = new PixelBox(0, 0, map.Width, map.Height);
        var usual = LineCutter.UsualHeight(text, tables.SelectMany(static table => table.Cells).Select(cell => ToPixels(cell.Room, map)).Append(whole));
        var page = (Sheet: sheet, Image: image, Text: text, Usual: usual);
        var lines = new List<ScanLine>();
        foreach (var (_, cells) in tables)
        {
            foreach (var (shape, room) in cells)
            {
                _cells++;
                foreach (var line in LineCutter.Lines(text, ToPixels(room, map), usual))
                {
                    lines.Add(Line(page, line, _columns + shape.Column, (_cells, ToPixels(room, map).Width)));
                }
            }

            _columns += cells.Count == 0 ? 0 : cells.Max(static cell => cell.Shape.Column + cell.Shape.ColumnSpan);
        }

        foreach (var line in LineCutter.Lines(outside, whole, usual))
        {
            foreach (var part in LineCutter.Parts(outside, line, (int)(PartGap * Math.Max(line.Height, usual))))
            {
                lines.Add(Line(page with { Text = outside }, part, null, null));
            }
        }

        return lines;
    }

    private ScanLine Line((Sheet Sheet, GrayImage Image, InkMap Text, int Usual) page, PixelBox box, int? column, (int Number, int Width)? cell)
    {
        var scale = Math.Clamp(BestHeight / Math.Max(box.Height, page.Usual * 0.7), 1, MostEnlarged);
        var part = box.Grown(2, page.Image.Width, page.Image.Height);
        var picture = folder[string.Create(CultureInfo.InvariantCulture, $"line-{++_pictures}.pgm")];
        File.WriteAllBytes(picture, PgmFormat.Write(page.Image.Enlarged(part, scale, Margin)));
        return new ScanLine
        {
            Sheet = page.Sheet,
            Box = box,
            PageHeight = page.Image.Height,
            UsualHeight = page.Usual,
            Picture = picture,
            Scale = scale,
            Marks = FigureMarks.Of(page.Text, box, page.Usual),
            Column = column,
            Cell = cell?.Number,
            CellWidth = cell?.Width ?? 0,
        };
    }

    /// <summary>The rules that hang together over more room than a character takes.</summary>
    private static IEnumerable<Rule> OfTables(List<Rule> rules) =>
        RuleGroups.Of(RuleMerger.Merge(rules)).Where(static group => group.Exists(static rule => rule.IsHorizontal && rule.To - rule.From > LongestStroke)).SelectMany(static group => group);

    /// <summary>Whether a rule runs along a side of a cell; a stroke of a large character within it does not.</summary>
    private static bool Borders(in Rule rule, Box room) =>
        rule.IsHorizontal
            ? rule.From < room.Right && rule.To > room.Left && Math.Min(Math.Abs(rule.At - room.Top), Math.Abs(rule.At - room.Bottom)) < Rule.Near
            : rule.From < room.Top && rule.To > room.Bottom && Math.Min(Math.Abs(rule.At - room.Left), Math.Abs(rule.At - room.Right)) < Rule.Near;

    private static PixelBox ToPixels(Box box, InkMap map) => new(
        Math.Clamp(ScanScale.ToPixels(box.Left), 0, map.Width),
        Math.Clamp(map.Height - ScanScale.ToPixels(box.Top), 0, map.Height),
        Math.Clamp(ScanScale.ToPixels(box.Right), 0, map.Width),
        Math.Clamp(map.Height - ScanScale.ToPixels(box.Bottom), 0, map.Height));
}
