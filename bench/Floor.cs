using System.IO.Compression;
using System.Xml;

namespace Gouji.Bench;

/// <summary>
/// What no reader of .docx on this platform can do without: inflate the parts that the reader uses and pull every node out of them.
/// Uses the framework alone, so that it stays where it is whatever becomes of the reader.
/// </summary>
internal static class Floor
{
    private static readonly string[] Parts = ["word/document.xml", "word/styles.xml", "word/numbering.xml"];

    /// <summary>Walks the parts; the number of their nodes, so that no walk is optimised away.</summary>
    public static int Walk(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx, writable: false));
        var nodes = 0;
        foreach (var part in Parts)
        {
            if (zip.GetEntry(part) is not { } entry)
            {
                continue;
            }

            using var stream = entry.Open();
            using var reader = XmlReader.Create(stream);
            while (reader.Read())
            {
                nodes++;
            }
        }

        return nodes;
    }
}
