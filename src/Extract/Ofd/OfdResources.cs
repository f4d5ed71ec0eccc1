using System.Text;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Ofd;

/// <summary>
/// What the pages of a document refer to by number (GB/T 33190 7.9): names of fonts, parameters of drawing, and drawings that are used
/// again. Numbers are unique in a document, so the resources of a page stand beside those of the document.
/// </summary>
internal sealed class OfdResources(OfdPackage package)
{
    /// <summary>Parameters that are relative to one another further than this go in a circle.</summary>
    private const int MostRelatives = 32;

    private readonly HashSet<string> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _fonts = [];
    private readonly Dictionary<string, DrawParam> _drawParams = [];
    private readonly Dictionary<string, byte[]> _units = [];

    /// <summary>Takes in a part of resources; one that is missing holds nothing that the text would need.</summary>
    public void Load(string part)
    {
        if (_parts.Add(part) && package.Contains(part))
        {
            package.Read(part, xml =>
            {
                while (xml.NextElement(-1))
                {
                    Take(xml);
                }

                return true;
            });
        }
    }

    /// <summary>The name of a font, or its number where no resource tells it.</summary>
    public string FontName(string? id) => id is null ? "" : _fonts.GetValueOrDefault(id, id);

    /// <summary>The drawing that a composite object shows; null where there is none.</summary>
    public byte[]? Unit(string? id) => id is null ? null : _units.GetValueOrDefault(id);

    /// <summary>The parameters with all that they inherit.</summary>
    public DrawParam DrawParamOf(string? id)
    {
        var result = DrawParam.None;
        for (var step = 0; step < MostRelatives && id is not null && _drawParams.TryGetValue(id, out var next); step++)
        {
            (result, id) = (result.Over(next), next.Relative);
        }

        return result;
    }

    private void Take(PartXml xml)
    {
        if (OfdValues.Attribute(xml, "ID") is not { } id)
        {
            return;
        }

        switch (xml.Reader.LocalName)
        {
            case "Font":
                _fonts.TryAdd(id, BaseName(OfdValues.Attribute(xml, "FontName") ?? OfdValues.Attribute(xml, "FamilyName") ?? id));
                xml.Skip();
                break;
            case "DrawParam":
                _drawParams.TryAdd(id, ReadDrawParam(xml));
                break;
            case "CompositeGraphicUnit" or "VectorG":
                _units.TryAdd(id, Keep(xml));
                break;
        }
    }

    // A font of which only the glyphs in use are kept has six letters and a plus before its name.
    private static string BaseName(string name) => name.IndexOf('+') == 6 ? name[7..] : name;

    private static DrawParam ReadDrawParam(PartXml xml)
    {
        var (relative, width) = (OfdValues.Attribute(xml, "Relative"), OfdValues.Number(xml, "LineWidth"));
        Paint? fill = null, stroke = null;
        if (!xml.Reader.IsEmptyElement)
        {
            var depth = xml.Reader.Depth;
            while (xml.NextElement(depth))
            {
                var name = xml.Reader.LocalName;
                (fill, stroke) = (name == "FillColor" ? OfdValues.Paint(xml) : fill, name == "StrokeColor" ? OfdValues.Paint(xml) : stroke);
                xml.Skip();
            }
        }

        return new DrawParam(relative, width, fill, stroke);
    }

    private static byte[] Keep(PartXml xml)
    {
        using var unit = xml.Reader.ReadSubtree();
        unit.Read();
        return Encoding.UTF8.GetBytes(unit.ReadOuterXml());
    }
}
