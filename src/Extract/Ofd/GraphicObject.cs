using Gouji.Extract.Docx;
using Gouji.Extract.Geometry;

namespace Gouji.Extract.Ofd;

/// <summary>What all objects on a page have (CT_GraphicUnit, GB/T 33190 8.5): a place, a map of their own space, and clips.</summary>
internal sealed class GraphicObject
{
    /// <summary>A clip that is not an area cuts nothing off.</summary>
    private static readonly Box Everything = new(double.MinValue, double.MinValue, double.MaxValue, double.MaxValue);

    private readonly Matrix _place;

    public GraphicObject(PartXml xml, GraphicState around, OfdResources resources)
    {
        Boundary = OfdValues.Box(OfdValues.Attribute(xml, "Boundary"));
        _place = Ofd.Matrix.Shift(Boundary?.X ?? 0, Boundary?.Y ?? 0).Then(around.Matrix);
        OwnMatrix = OfdValues.Matrix(OfdValues.Attribute(xml, "CTM"));
        var draw = new DrawParam(null, OfdValues.Number(xml, "LineWidth"), null, null)
            .Over(resources.DrawParamOf(OfdValues.Attribute(xml, "DrawParam"))).Over(around.Draw);
        State = around with
        {
            Matrix = (OwnMatrix ?? Ofd.Matrix.Identity).Then(_place),
            Draw = draw,
            IsHidden = around.IsHidden || OfdValues.Flag(xml, "Visible") == false,
            Opacity = around.Opacity * Math.Clamp(OfdValues.Number(xml, "Alpha") ?? 255, 0, 255) / 255,
        };
    }

    /// <summary>Where it stands in its surroundings.</summary>
    public (double X, double Y, double Width, double Height)? Boundary { get; }

    /// <summary>The map of its own space; null where it has none.</summary>
    public Matrix? OwnMatrix { get; }

    /// <summary>What the object draws with.</summary>
    public GraphicState State { get; private set; }

    /// <summary>The room of the object on the page; null where it says none.</summary>
    public Box? Room(GraphicState around) => Boundary is { } box ? around.Matrix.Box(box.X, box.Y, box.Width, box.Height) : null;

    /// <summary>Takes a child that says how the object is painted or clipped; false where it is another child.</summary>
    public bool Take(PartXml xml)
    {
        switch (xml.Reader.LocalName)
        {
            case "FillColor":
                State = State with { Draw = State.Draw with { Fill = OfdValues.Paint(xml) } };
                xml.Skip();
                return true;
            case "StrokeColor":
                State = State with { Draw = State.Draw with { Stroke = OfdValues.Paint(xml) } };
                xml.Skip();
                return true;
            case "Clips":
                ReadClips(xml);
                return true;
            case "Actions" or "Border":
                xml.Skip();
                return true;
            default:
                return false;
        }
    }

    /// <summary>What all clips let through is seen, and of one clip what any of its areas does (GB/T 33190 8.4).</summary>
    private void ReadClips(PartXml xml)
    {
        if (xml.Reader.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Reader.Depth;
        var clip = State.Clip;
        while (xml.NextElement(depth))
        {
            if (xml.Reader.LocalName == "Clip" && !xml.Reader.IsEmptyElement && ReadClip(xml) is { } box)
            {
                clip = clip.Cut(box);
            }
        }

        State = State with { Clip = clip };
    }

    private Box? ReadClip(PartXml xml)
    {
        var depth = xml.Reader.Depth;
        var matrix = Ofd.Matrix.Identity;
        Box? clip = null;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "Area":
                    matrix = OfdValues.Matrix(OfdValues.Attribute(xml, "CTM")) ?? Ofd.Matrix.Identity;
                    break;
                case "Path":
                    var area = ReadArea(xml, matrix);
                    clip = clip?.Join(area) ?? area;
                    break;
                case "Text":
                    clip = Everything;
                    xml.Skip();
                    break;
            }
        }

        return clip;
    }

    /// <summary>
    /// Writers disagree whether an area lies in the space of the object before or behind its own map; text is lost only where neither
    /// shows it.
    /// </summary>
    private Box ReadArea(PartXml xml, in Matrix area)
    {
        var box = OfdValues.Box(OfdValues.Attribute(xml, "Boundary"));
        var own = (OfdValues.Matrix(OfdValues.Attribute(xml, "CTM")) ?? Ofd.Matrix.Identity)
            .Then(Ofd.Matrix.Shift(box?.X ?? 0, box?.Y ?? 0)).Then(area);
        var (before, behind) = (new PathPen(), new PathPen());
        if (!xml.Reader.IsEmptyElement)
        {
            var depth = xml.Reader.Depth;
            while (xml.NextElement(depth))
            {
                if (xml.Reader.LocalName == "AbbreviatedData")
                {
                    var data = OfdValues.Text(xml);
                    AbbreviatedPath.Draw(data, own.Then(State.Matrix), before, static () => { });
                    AbbreviatedPath.Draw(data, own.Then(_place), behind, static () => { });
                }
            }
        }

        return before.Bounds is { } inside && behind.Bounds is { } outside ? inside.Join(outside) : Everything;
    }
}
