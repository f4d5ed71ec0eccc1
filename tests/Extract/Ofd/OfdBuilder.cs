using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Gouji.Extract.Readers;
using Gouji.Model;

namespace Gouji.Extract.Tests.Ofd;

/// <summary>
/// Writes small OFD files from raw XML, so that a test shows the very markup it is about: pages of 210 × 297 mm whose objects are written
/// with the prefix <c>ofd:</c>.
/// </summary>
internal sealed class OfdBuilder
{
    private readonly List<string> _pages = [];
    private readonly List<(string Name, byte[] Content)> _parts = [];
    private string _common = "";
    private string _resources = "<ofd:Fonts><ofd:Font ID=\"1\" FontName=\"宋体\"/></ofd:Fonts>";
    private string _behind = "";

    public CompressionLevel Level { get; init; } = CompressionLevel.Optimal;

    /// <summary>What stands in the place of the prefix.</summary>
    public string Prefix { get; init; } = "ofd:";

    /// <summary>The declaration of the namespace.</summary>
    public string Namespace { get; init; } = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    /// <summary>The name of the first part.</summary>
    public string Entry { get; init; } = "OFD.xml";

    /// <summary>The main parts of the documents.</summary>
    public string[] Roots { get; init; } = ["Doc_0/Document.xml"];

    /// <summary>A line of text, each character one size wide, Latin half of it.</summary>
    public static string Show(double x, double baseline, string text, double size = 4, string attributes = "", string children = "")
    {
        var ways = string.Join(' ', text.Select(character => Mm(character < 0x2000 ? size / 2 : size)));
        return Object(x, baseline - size, text.Length * size, size * 1.25, size, attributes, $"{children}<ofd:TextCode X=\"0\" Y=\"{Mm(size)}\" DeltaX=\"{ways}\">{SecurityElement.Escape(text)}</ofd:TextCode>");
    }

    /// <summary>A text object with codes of its own.</summary>
    public static string Object(double x, double y, double width, double height, double size, string attributes, string codes) =>
        $"<ofd:TextObject ID=\"9\" Boundary=\"{Mm(x)} {Mm(y)} {Mm(width)} {Mm(height)}\" Font=\"1\" Size=\"{Mm(size)}\" {attributes}>{codes}</ofd:TextObject>";

    /// <summary>A path in the space of the page.</summary>
    public static string Path(string data, string attributes = "", string children = "") =>
        $"<ofd:PathObject ID=\"8\" Boundary=\"0 0 210 297\" {attributes}>{children}<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>";

    public static string Line(double x1, double y1, double x2, double y2) => Path($"M {Mm(x1)} {Mm(y1)} L {Mm(x2)} {Mm(y2)}");

    /// <summary>A table of stroked rules with a text a cell, the first row on top.</summary>
    public static string Table(double[] xs, double top, double height, params string[] rows) =>
        Rules(xs, [.. Enumerable.Range(0, rows.Length + 1).Select(row => top + (row * height))]) + Texts(xs, top, height, rows);

    public static string Rules(double[] xs, double[] ys) =>
        string.Concat(xs.Select(x => Line(x, ys[0], x, ys[^1]))) + string.Concat(ys.Select(y => Line(xs[0], y, xs[^1], y)));

    public static string Texts(double[] xs, double top, double height, params string[] rows) => string.Concat(rows.SelectMany((row, index) =>
        row.Split('|').Select((text, column) => text.Length == 0 ? "" : Show(xs[column] + 1, top + (height * index) + (height * 0.7), text))));

    public static DocumentContent Read(OfdBuilder builder, ReadingLimits? limits = null) => Read(builder.Build(), limits);

    public static DocumentContent Read(byte[] bytes, ReadingLimits? limits = null)
    {
        Assert.True(new OfdReader().Recognises(bytes));
        return new OfdReader().Read(new FetchedDocument("test", bytes, new string('0', 64)), limits ?? new ReadingLimits(), TestContext.Current.CancellationToken);
    }

    public static UnreadableDocumentException Fail(byte[] bytes, ReadingLimits? limits = null) =>
        Assert.Throws<UnreadableDocumentException>(() => Read(bytes, limits));

    /// <summary>Adds a page with one layer of objects.</summary>
    public OfdBuilder Page(string objects, string before = "") => RawPage($"{before}<ofd:Content><ofd:Layer ID=\"7\">{objects}</ofd:Layer></ofd:Content>");

    public OfdBuilder RawPage(string content)
    {
        _pages.Add(content);
        return this;
    }

    /// <summary>Adds to the data that pages have in common.</summary>
    public OfdBuilder Common(string xml)
    {
        _common += xml;
        return this;
    }

    public OfdBuilder Resources(string xml)
    {
        _resources += xml;
        return this;
    }

    /// <summary>Adds behind the pages.</summary>
    public OfdBuilder Behind(string xml)
    {
        _behind += xml;
        return this;
    }

    public OfdBuilder Part(string name, string content)
    {
        _parts.Add((name, Encoding.UTF8.GetBytes(content)));
        return this;
    }

    /// <summary>Adds a part of XML with the declarations.</summary>
    public OfdBuilder Xml(string name, string root, string content)
    {
        _parts.Add((name, Xml(root, content)));
        return this;
    }

    public byte[] Build()
    {
        var parts = new List<(string Name, byte[] Content)>(_parts);
        Add(Entry, "OFD", string.Concat(Roots.Select(static root => $"<ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>")));
        Add("Doc_0/Document.xml", "Document", "<ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            + $"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{_common}</ofd:CommonData><ofd:Pages>"
            + string.Concat(_pages.Select(static (_, index) => $"<ofd:Page ID=\"{index + 1}\" BaseLoc=\"Pages/Page_{index}/Content.xml\"/>")) + $"</ofd:Pages>{_behind}");
        Add("Doc_0/PublicRes.xml", "Res", _resources);
        for (var i = 0; i < _pages.Count; i++)
        {
            Add($"Doc_0/Pages/Page_{i}/Content.xml", "Page", _pages[i]);
        }

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name, Level).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();

        void Add(string name, string root, string content)
        {
            if (!parts.Exists(part => part.Name == name))
            {
                parts.Add((name, Xml(root, content)));
            }
        }
    }

    private byte[] Xml(string root, string content) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + $"<ofd:{root} NAMESPACE>{content}</ofd:{root}>".Replace("ofd:", Prefix, StringComparison.Ordinal).Replace("NAMESPACE", Namespace, StringComparison.Ordinal));

    private static string Mm(double value) => Math.Round(value, 4).ToString(CultureInfo.InvariantCulture);
}
