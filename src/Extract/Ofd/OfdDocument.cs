using Gouji.Extract.Docx;

namespace Gouji.Extract.Ofd;

/// <summary>One document of a file (GB/T 33190 7.4 to 7.7): where its pages, templates and resources stand.</summary>
internal sealed class OfdDocument
{
    /// <summary>The size of a page of which nothing is said: A4 in millimetres.</summary>
    private static readonly (double Width, double Height) UsualPage = (210, 297);

    private readonly Dictionary<string, string> _templates = [];
    private readonly List<string> _pages = [];
    private readonly List<string> _resources = [];

    private OfdDocument()
    {
    }

    /// <summary>The size of a page that says none of its own, in millimetres.</summary>
    public (double Width, double Height) PageSize { get; private set; } = UsualPage;

    /// <summary>The parts of the pages in order.</summary>
    public IReadOnlyList<string> Pages => _pages;

    /// <summary>The part of every template by its number.</summary>
    public IReadOnlyDictionary<string, string> Templates => _templates;

    /// <summary>The parts of resources.</summary>
    public IReadOnlyList<string> Resources => _resources;

    /// <summary>The part that lists what is put on the pages; null where there is none.</summary>
    public string? Annotations { get; private set; }

    /// <summary>The main parts of the documents that a file holds.</summary>
    public static List<string> Roots(OfdPackage package)
    {
        return package.Read(OfdPackage.Entry, xml =>
        {
            var roots = new List<string>();
            while (xml.NextElement(-1))
            {
                if (xml.Reader.LocalName == "DocRoot")
                {
                    roots.Add(package.Resolve(OfdPackage.Entry, OfdValues.Text(xml)));
                }
            }

            return roots;
        });
    }

    public static OfdDocument Read(OfdPackage package, string part) => package.Read(part, xml =>
    {
        var document = new OfdDocument();
        while (xml.NextElement(-1))
        {
            document.Take(package, part, xml);
        }

        return document;
    });

    /// <summary>The size that an area gives to its page; null where it gives none.</summary>
    public static (double Width, double Height)? SizeOf(string physicalBox) =>
        OfdValues.Box(physicalBox) is { Width: > 0 and < 1e5, Height: > 0 and < 1e5 } box ? (box.Width, box.Height) : null;

    private void Take(OfdPackage package, string part, PartXml xml)
    {
        switch (xml.Reader.LocalName)
        {
            case "PhysicalBox":
                PageSize = SizeOf(OfdValues.Text(xml)) ?? PageSize;
                break;
            case "PublicRes" or "DocumentRes":
                _resources.Add(package.Resolve(part, OfdValues.Text(xml)));
                break;
            case "TemplatePage" when OfdValues.Attribute(xml, "ID") is { } id && OfdValues.Attribute(xml, "BaseLoc") is { } location:
                _templates.TryAdd(id, package.Resolve(part, location));
                break;
            case "Page" when OfdValues.Attribute(xml, "BaseLoc") is { } location:
                _pages.Add(PagePart(package, package.Resolve(part, location)));
                break;
            case "Annotations":
                Annotations = package.Resolve(part, OfdValues.Text(xml));
                break;
            case "Outlines" or "Actions" or "Bookmarks" or "Permissions" or "VPreferences":
                xml.Skip();
                break;
        }
    }

    // Some writers name the folder of the page.
    private static string PagePart(OfdPackage package, string part) =>
        !package.Contains(part) && package.Contains(part.TrimEnd('/') + "/Content.xml") ? part.TrimEnd('/') + "/Content.xml" : part;
}
