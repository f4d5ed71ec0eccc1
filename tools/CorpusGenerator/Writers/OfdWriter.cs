using System.Security;
using System.Security.Cryptography;
using System.Text;
using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>The national format of fixed pages (GB/T 33190-2016): characters at their places and the rules of tables, no word of what is a table.</summary>
internal static class OfdWriter
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private const string Namespace = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    /// <summary>Numbers up to this are those of fonts.</summary>
    private const int FirstObject = 100;

    public static byte[] Write(Document document) => Package.Write(Parts(document));

    private static IEnumerable<(string Name, string Content)> Parts(Document document)
    {
        var last = FirstObject;
        var pages = Typesetter.Set(document).Select(page => OfdPage.Objects(page, ref last)).ToList();
        var first = last + 1;
        var number = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Title)))[..32];
        yield return ("OFD.xml", Declaration
            + $"<ofd:OFD {Namespace} Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>{number}</ofd:DocID><ofd:Title>{SecurityElement.Escape(document.Title)}</ofd:Title></ofd:DocInfo>"
            + "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
        yield return ("Doc_0/Document.xml", Declaration
            + $"<ofd:Document {Namespace}><ofd:CommonData><ofd:MaxUnitID>{first + (2 * pages.Count)}</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            + "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
            + string.Concat(pages.Select((_, index) => $"<ofd:Page ID=\"{first + (2 * index)}\" BaseLoc=\"Pages/Page_{index}/Content.xml\"/>"))
            + "</ofd:Pages></ofd:Document>");
        yield return ("Doc_0/PublicRes.xml", Declaration
            + $"<ofd:Res {Namespace} BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"1\" FontName=\"宋体\" FamilyName=\"宋体\"/></ofd:Fonts></ofd:Res>");
        foreach (var (index, page) in pages.Index())
        {
            yield return ($"Doc_0/Pages/Page_{index}/Content.xml", Declaration
                + $"<ofd:Page {Namespace}><ofd:Content><ofd:Layer ID=\"{first + (2 * index) + 1}\" Type=\"Body\">{page}</ofd:Layer></ofd:Content></ofd:Page>");
        }
    }
}
