using Gouji.Model;

namespace Gouji.Extract.Text;

/// <summary>Knows XML in which office programs keep whole documents, so that its tags are not taken for a text without tables.</summary>
internal static class OtherMarkup
{
    // The names that tell stand in the root element, behind comments and declarations of namespaces.
    private const int Reach = 16_384;

    private static readonly (string Name, string Zh, string En)[] Known =
    [
        ("http://schemas.microsoft.com/office/word/2003/wordml", "Word 2003的XML文档；请用Word或WPS打开后另存为.docx", "a Word 2003 XML document; open it in Word or WPS and save it as .docx"),
        ("http://schemas.microsoft.com/office/2006/xmlPackage", "存为单个XML文件的Word文档；请用Word或WPS打开后另存为.docx", "a Word document in one XML file; open it in Word or WPS and save it as .docx"),
        ("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument电子表格（.fods）；请用表格软件打开后另存为.xlsx", "an OpenDocument spreadsheet (.fods); open it in a spreadsheet program and save it as .xlsx"),
    ];

    /// <summary>Refuses such a text by what it is.</summary>
    public static void Refuse(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Reach)).TrimStart();
        if (!head.StartsWith("<?xml") && !head.StartsWith("<office:document"))
        {
            return;
        }

        foreach (var (name, zh, en) in Known)
        {
            if (head.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                throw Unreadable(zh, en);
            }
        }

        throw Unreadable("XML文件，不是文档；请用生成它的软件打开后另存为.docx、.xlsx或PDF", "an XML file and no document; open it in the program that wrote it and save it as .docx, .xlsx or PDF");
    }

    private static UnreadableDocumentException Unreadable(string zh, string en) =>
        new(UnreadableReason.UnknownFormat, new Message($"按内容判断，这是{zh}。", $"By its content this is {en}."));
}
