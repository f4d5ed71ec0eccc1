using System.Xml;
using Gouji.Extract.Docx;
using Gouji.Extract.Odt;
using Gouji.Model;

namespace Gouji.Extract.Readers;

/// <summary>
/// Reads OpenDocument texts (ODF 1.0 to 1.3, ISO/IEC 26300): packages (.odt, .ott) and flat files (.fodt). One pass over the content, no
/// document tree; what is not printed (deleted and hidden text, comments, headers and footers) is left out.
/// </summary>
public sealed class OdtReader : IDocumentReader
{
    private const string Content = "content.xml";
    private const string Styles = "styles.xml";
    private const string ManifestPart = "META-INF/manifest.xml";

    /// <inheritdoc/>
    public string Format => "odt";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> bytes) => OdtRecognition.Recognises(bytes);

    /// <inheritdoc/>
    public DocumentContent Read(FetchedDocument document, ReadingLimits limits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(limits);
        if (document.Bytes.Length > limits.FileBytes)
        {
            throw Unreadable.TooLarge($"文件超过{limits.FileBytes}字节", $"the file has more than {limits.FileBytes} bytes");
        }

        var styles = new OdtStyles();
        var notes = new List<ReadingNote>();
        List<Block> blocks;
        if (OdtRecognition.IsFlat(document.Bytes.Span))
        {
            if (document.Bytes.Length > limits.TextBytes)
            {
                throw Unreadable.PartTooLarge(document.Name, limits.TextBytes);
            }

            using var stream = new MemoryStream(document.Bytes.ToArray(), writable: false);
            blocks = Read(stream, "office:document", xml => ReadBody(xml, styles, limits, notes), limits, cancellationToken);
        }
        else
        {
            var zip = ZipContainer.Open(document.Bytes);
            if (zip.OpenPart(ManifestPart, limits.TextBytes) is { } manifest && Read(manifest, ManifestPart, IsEncrypted, limits, cancellationToken))
            {
                throw Unreadable.Encrypted();
            }

            if (zip.OpenPart(Styles, limits.TextBytes) is { } named)
            {
                Read(named, Styles, xml => ReadStyles(xml, styles), limits, cancellationToken);
            }

            var content = zip.OpenPart(Content, limits.TextBytes)
                ?? throw Unreadable.Part(Content, "压缩包内没有此部件", "the container does not hold it");
            blocks = Read(content, Content, xml => ReadBody(xml, styles, limits, notes), limits, cancellationToken);
        }

        return new DocumentContent(Format, document.Sha256, blocks, notes);
    }

    private static T Read<T>(Stream stream, string part, Func<PartXml, T> read, ReadingLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            using var owned = stream;
            using var xml = new PartXml(owned, part, limits, cancellationToken);
            return read(xml);
        }
        catch (XmlException error)
        {
            throw Unreadable.Part(part, error);
        }
        catch (InvalidDataException error)
        {
            throw Unreadable.Part(part, "压缩数据有误", "its compressed data is not valid", error);
        }
    }

    // ODF 1.3 part 2, 3.4: an encrypted file of the package, or since 1.3 the package within it, says so in the manifest.
    private static bool IsEncrypted(PartXml xml)
    {
        while (xml.NextElement(-1))
        {
            if (xml.Reader.LocalName == "encryption-data")
            {
                return true;
            }
        }

        return false;
    }

    // Automatic styles of this part are those of headers and footers.
    private static bool ReadStyles(PartXml xml, OdtStyles styles)
    {
        while (xml.NextElement(-1))
        {
            if (xml.Reader.NamespaceURI == OdtNames.Office && xml.Reader.LocalName == "styles")
            {
                styles.Read(xml);
            }
        }

        return true;
    }

    private static List<Block> ReadBody(PartXml xml, OdtStyles styles, ReadingLimits limits, List<ReadingNote> notes)
    {
        List<Block>? blocks = null;
        while (xml.NextElement(-1))
        {
            if (xml.Reader.NamespaceURI != OdtNames.Office)
            {
                continue;
            }

            switch (xml.Reader.LocalName)
            {
                case "styles" or "automatic-styles":
                    styles.Read(xml);
                    break;
                case "master-styles" or "meta" or "settings" or "scripts":
                    xml.Skip();
                    break;
                case "text" when blocks is null:
                    var story = new OdtStoryReader(xml, styles, limits);
                    blocks = story.Read();
                    story.LeftOut.NoteIn(notes);
                    break;
            }
        }

        return blocks ?? throw Unreadable.Part(xml.Part, "没有正文（office:text）", "it has no body (office:text)");
    }
}
