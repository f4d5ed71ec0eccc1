using Gouji.Extract.Docx;
using Gouji.Extract.Geometry;

namespace Gouji.Extract.Ofd;

/// <summary>Reads the pages of a file, and what their templates and the annotations put on them.</summary>
internal sealed class OfdPages(OfdPackage package, OfdReading reading)
{
    private const int MostPages = 5_000;

    private readonly List<Sheet> _sheets = [];

    public List<Sheet> Read()
    {
        var roots = OfdDocument.Roots(package);
        if (roots.Count == 0)
        {
            throw Unreadable.Damaged("没有文档入口（DocRoot）", "it names no document (DocRoot)");
        }

        foreach (var root in roots)
        {
            ReadDocument(OfdDocument.Read(package, root));
        }

        return _sheets;
    }

    private void ReadDocument(OfdDocument document)
    {
        if (_sheets.Count + document.Pages.Count > MostPages)
        {
            throw Unreadable.TooLarge($"有{_sheets.Count + document.Pages.Count}页，超过{MostPages}页", $"it has {_sheets.Count + document.Pages.Count} pages, more than {MostPages}");
        }

        var resources = new OfdResources(package);
        foreach (var part in document.Resources)
        {
            resources.Load(part);
        }

        var pages = document.Pages.Select(part => ReadPage(document, part, resources)).ToList();
        var uses = pages.SelectMany(static page => page.Templates).GroupBy(static id => id).ToDictionary(static id => id.Key, static id => id.Count());
        foreach (var page in pages)
        {
            foreach (var id in page.Templates)
            {
                if (document.Templates.TryGetValue(id, out var part))
                {
                    DrawTemplate(page, part, isShared: uses[id] > 1);
                }
            }

            page.Canvas.Printer.Finish();
        }

        if (document.Annotations is { } annotations && package.Contains(annotations))
        {
            CountAnnotations(annotations);
        }
    }

    private DrawnPage ReadPage(OfdDocument document, string part, OfdResources resources) => package.Read(part, xml =>
    {
        var templates = new List<string>();
        var size = document.PageSize;
        DrawnPage? page = null;
        while (xml.NextElement(-1))
        {
            switch (xml.Reader.LocalName)
            {
                case "Template" when OfdValues.Attribute(xml, "TemplateID") is { } id && !templates.Contains(id):
                    templates.Add(id);
                    break;
                case "PageRes":
                    resources.Load(package.Resolve(part, OfdValues.Text(xml)));
                    break;
                case "PhysicalBox":
                    size = OfdDocument.SizeOf(OfdValues.Text(xml)) ?? size;
                    break;
                case "Content":
                    page ??= NewPage(size, templates, resources);
                    page.Canvas.Draw(xml, page.State);
                    break;
                case "Actions":
                    xml.Skip();
                    break;
            }
        }

        return page ?? NewPage(size, templates, resources);
    });

    private DrawnPage NewPage((double Width, double Height) size, List<string> templates, OfdResources resources)
    {
        var bounds = new Box(0, 0, size.Width * OfdValues.Points, size.Height * OfdValues.Points);
        var sheet = new Sheet(_sheets.Count + 1, bounds);
        _sheets.Add(sheet);
        return new DrawnPage(new OfdCanvas(sheet, package, resources, reading), new GraphicState(Matrix.OfPage(bounds.Top), bounds, DrawParam.None), templates, resources);
    }

    /// <summary>What several pages share belongs to the pages; a template of one page is its text.</summary>
    private void DrawTemplate(DrawnPage page, string part, bool isShared) => package.Read(part, xml =>
    {
        var state = page.State with { IsFurniture = isShared };
        while (xml.NextElement(-1))
        {
            switch (xml.Reader.LocalName)
            {
                case "PageRes":
                    page.Resources.Load(package.Resolve(part, OfdValues.Text(xml)));
                    break;
                case "Content":
                    page.Canvas.Draw(xml, state);
                    break;
            }
        }

        return true;
    });

    private void CountAnnotations(string part)
    {
        var files = package.Read(part, xml =>
        {
            var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            while (xml.NextElement(-1))
            {
                if (xml.Reader.LocalName == "FileLoc")
                {
                    files.Add(package.Resolve(part, OfdValues.Text(xml)));
                }
            }

            return files;
        });
        foreach (var file in files)
        {
            if (package.Contains(file))
            {
                reading.Annotations += package.Read(file, CountIn);
            }
        }
    }

    private static int CountIn(PartXml xml)
    {
        var count = 0;
        while (xml.NextElement(-1))
        {
            count += xml.Reader.LocalName == "Annot" && OfdValues.Flag(xml, "Visible") != false ? 1 : 0;
        }

        return count;
    }

    private sealed record DrawnPage(OfdCanvas Canvas, GraphicState State, List<string> Templates, OfdResources Resources);
}
