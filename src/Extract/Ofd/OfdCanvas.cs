using Gouji.Extract.Docx;
using Gouji.Extract.Geometry;

namespace Gouji.Extract.Ofd;

/// <summary>
/// Draws the objects of a page (GB/T 33190 7.7 and 8 to 13) and keeps what a table is made of: glyphs and rules. Blocks of a page have no
/// space of their own, so their objects are those of the page.
/// </summary>
internal sealed class OfdCanvas(Sheet sheet, OfdPackage package, OfdResources resources, OfdReading reading)
{
    /// <summary>Drawings within drawings go no deeper; none that a program makes comes near.</summary>
    private const int DeepestUnit = 12;

    private readonly PathPen _pen = new();
    private readonly Stack<string> _units = new();

    public GlyphPrinter Printer { get; } = new(sheet, reading);

    /// <summary>Draws what stands within the current element, the content of a page or of a composite object.</summary>
    public void Draw(PartXml xml, GraphicState around)
    {
        if (xml.Reader.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Reader.Depth;
        var state = around;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "Layer":
                    state = OfLayer(xml, around);
                    break;
                case "PageBlock" when OfdValues.Flag(xml, "Visible") == false:
                    xml.Skip();
                    break;
                case "TextObject":
                    new TextRun(xml, state, resources).Draw(Printer);
                    break;
                case "PathObject":
                    DrawPath(xml, state);
                    break;
                case "ImageObject":
                    DrawPicture(xml, state);
                    break;
                case "CompositeObject":
                    DrawComposite(xml, state);
                    break;
                case "PageBlock":
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }
    }

    private GraphicState OfLayer(PartXml xml, GraphicState around) => around with
    {
        Draw = resources.DrawParamOf(OfdValues.Attribute(xml, "DrawParam")).Over(around.Draw),
        IsFurniture = around.IsFurniture || OfdValues.Attribute(xml, "Type") is "Background",
        IsHidden = around.IsHidden || OfdValues.Flag(xml, "Visible") == false,
    };

    private void DrawPath(PartXml xml, GraphicState around)
    {
        var path = new GraphicObject(xml, around, resources);
        var (isStroked, isFilled) = (OfdValues.Flag(xml, "Stroke") ?? true, OfdValues.Flag(xml, "Fill") ?? false);
        var data = "";
        if (!xml.Reader.IsEmptyElement)
        {
            var depth = xml.Reader.Depth;
            while (xml.NextElement(depth))
            {
                if (xml.Reader.LocalName == "AbbreviatedData")
                {
                    data = OfdValues.Text(xml);
                }
                else if (!path.Take(xml))
                {
                    xml.Skip();
                }
            }
        }

        var state = path.State;
        if (state.IsHidden || state.Opacity <= 0)
        {
            return;
        }

        AbbreviatedPath.Draw(data, state.Matrix, _pen, () => reading.Count(_pen.Segments.Count));
        var clip = path.Room(around) is { } room ? state.Clip.Cut(Widened(room)) : state.Clip;
        var fill = state.Draw.Fill ?? Paint.Black;
        if (isFilled && fill.Opacity > 0)
        {
            Fill(clip, fill.IsWhite);
        }

        if (isStroked && (state.Draw.Stroke ?? Paint.Black).Opacity > 0)
        {
            Stroke(clip, (state.Draw.LineWidth ?? DrawParam.UsualWidth) * state.Matrix.Scale);
        }

        _pen.Clear();
    }

    // The line itself is wider than its path, and writers round the room of a line to nothing.
    private static Box Widened(Box box) => new(box.Left - 2, box.Bottom - 2, box.Right + 2, box.Top + 2);

    private void Fill(Box clip, bool isWhite)
    {
        foreach (var box in _pen.Boxes)
        {
            if (RuleShape.OfBox(box) is { } rule)
            {
                Keep(rule, clip);
            }
            else if (!isWhite)
            {
                sheet.AddShade(box);
            }
        }
    }

    private void Stroke(Box clip, double width)
    {
        foreach (var (from, to) in _pen.Segments)
        {
            if (RuleShape.OfStroke(from.X, from.Y, to.X, to.Y, width) is { } rule)
            {
                Keep(rule, clip);
            }
        }
    }

    private void Keep(in Rule rule, Box clip)
    {
        if (rule.Within(clip) is { } seen)
        {
            reading.Count(sheet.Rules.Count);
            sheet.Rules.Add(seen);
        }
    }

    private void DrawPicture(PartXml xml, GraphicState around)
    {
        var picture = new GraphicObject(xml, around, resources);
        xml.Skip();
        reading.Count(0);
        if (picture.State.IsHidden || picture.State.Opacity <= 0)
        {
            return;
        }

        // A picture is one unit wide and high in its own space; without a map it fills its room.
        var box = picture.OwnMatrix is not null ? picture.State.Matrix.Box(0, 0, 1, 1) : picture.Room(around);
        if (box is not { } seen || !double.IsFinite(seen.Width + seen.Height))
        {
            return;
        }

        sheet.AddPicture(seen.Cut(sheet.Bounds));
        if (RuleShape.OfBox(seen) is { } rule)
        {
            Keep(rule, picture.State.Clip);
        }
    }

    private void DrawComposite(PartXml xml, GraphicState around)
    {
        var composite = new GraphicObject(xml, around, resources);
        var id = OfdValues.Attribute(xml, "ResourceID");
        if (!xml.Reader.IsEmptyElement)
        {
            var depth = xml.Reader.Depth;
            while (xml.NextElement(depth))
            {
                if (!composite.Take(xml))
                {
                    xml.Skip();
                }
            }
        }

        // A drawing that stands within itself is drawn once.
        if (id is null || resources.Unit(id) is not { } unit || _units.Count == DeepestUnit || _units.Contains(id))
        {
            return;
        }

        reading.CountUnit();
        _units.Push(id);
        package.ReadAgain(unit, xml.Part, inner =>
        {
            while (inner.NextElement(-1))
            {
                if (inner.Reader.LocalName == "Content")
                {
                    Draw(inner, composite.State);
                }
                else if (inner.Reader.Depth > 0)
                {
                    inner.Skip();
                }
            }

            return true;
        });
        _units.Pop();
    }
}
