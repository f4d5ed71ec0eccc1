using System.Xml;
using Gouji.Extract.Docx;

namespace Gouji.Extract.Xlsx;

/// <summary>A sheet as the workbook names it.</summary>
/// <param name="Name">Name on its tab.</param>
/// <param name="Part">Part that holds it.</param>
/// <param name="Hidden">Whether its tab is hidden.</param>
/// <param name="HasCells">False for a chart or a dialogue.</param>
internal readonly record struct WorkbookSheet(string Name, string Part, bool Hidden, bool HasCells);

/// <summary>
/// The parts of a workbook, found from relationship to relationship (ECMA-376 part 2, 6.5; ISO/IEC 29500-1 12.3), by their usual names
/// where the relationships are lost.
/// </summary>
internal sealed class WorkbookParts
{
    private const string UsualMainPart = "xl/workbook.xml";
    private const string ContentTypes = "[Content_Types].xml";
    private const string NoRelation = "";

    private readonly ZipContainer _zip;
    private readonly ReadingLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private readonly string _folder;
    private readonly List<Relationship> _related;

    public WorkbookParts(ZipContainer zip, ReadingLimits limits, CancellationToken cancellationToken)
    {
        _zip = zip;
        _limits = limits;
        _cancellationToken = cancellationToken;
        var main = FindMainPart();
        var slash = main.LastIndexOf('/') + 1;
        _folder = main[..slash];
        _related = Relationships($"{_folder}_rels/{main[slash..]}.rels", _folder);
        Sheets = Read(main, ReadWorkbook);
    }

    public List<WorkbookSheet> Sheets { get; }

    /// <summary>Whether days count from 1904 (ISO/IEC 29500-1 18.17.4.1).</summary>
    public bool IsFrom1904 { get; private set; }

    /// <summary>Reads the part of a kind beside the workbook (styles, sharedStrings); <paramref name="without"/> where there is none.</summary>
    public T ReadRelated<T>(string kind, T without, Func<PartXml, T> read)
    {
        var part = _related.Find(relationship => relationship.Kind == kind).Target ?? $"{_folder}{kind}.xml";
        return _zip.Contains(part) ? Read(part, read) : without;
    }

    /// <summary>Reads a part of XML; every way in which it can be damaged ends in one named failure.</summary>
    public T Read<T>(string part, Func<PartXml, T> read)
    {
        try
        {
            using var stream = _zip.OpenPart(part, _limits.TextBytes) ?? throw Unreadable.Part(part, "文件中没有这个部件", "the file does not hold it");
            using var xml = new PartXml(stream, part, _limits, _cancellationToken);
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

    private string FindMainPart()
    {
        var part = Relationships("_rels/.rels", "").Find(static relationship => relationship.Kind == "officeDocument").Target;
        if (part is not null && _zip.Contains(part))
        {
            return part;
        }

        part = _zip.Contains(ContentTypes) ? Read(ContentTypes, MainPartByContentType) : null;
        return part is not null && _zip.Contains(part) ? part : UsualMainPart;
    }

    private static string? MainPartByContentType(PartXml xml)
    {
        string? part = null;
        while (xml.NextElement(-1))
        {
            if (xml.Reader.LocalName == "Override"
                && xml.Reader.GetAttribute("ContentType") is { } type
                && type.EndsWith(".main+xml", StringComparison.OrdinalIgnoreCase)
                && (type.Contains("sheet", StringComparison.OrdinalIgnoreCase) || type.Contains("excel", StringComparison.OrdinalIgnoreCase)))
            {
                part ??= xml.Reader.GetAttribute("PartName")?.TrimStart('/');
            }
        }

        return part;
    }

    private List<WorkbookSheet> ReadWorkbook(PartXml xml)
    {
        var sheets = new List<WorkbookSheet>();
        while (xml.NextElement(-1))
        {
            switch (xml.Reader.LocalName)
            {
                case "workbookPr":
                    IsFrom1904 = xml.Reader.GetAttribute("date1904") is "1" or "true";
                    break;
                case "sheet":
                    sheets.Add(ReadSheet(xml.Reader, sheets.Count + 1));
                    break;
                default:
                    break;
            }
        }

        return sheets;
    }

    private WorkbookSheet ReadSheet(XmlReader reader, int number)
    {
        var id = NoRelation;
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            // The attribute r:id, whose namespace differs between transitional and strict files.
            if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0)
            {
                id = reader.Value;
            }
        }

        reader.MoveToElement();
        var relationship = _related.Find(relationship => relationship.Id == id);
        return new WorkbookSheet(
            reader.GetAttribute("name") ?? "",
            relationship.Target ?? $"{_folder}worksheets/sheet{number}.xml",
            reader.GetAttribute("state") is "hidden" or "veryHidden",
            relationship.Kind is null or "worksheet");
    }

    // The last step of a relationship type is the same in transitional and strict documents: …/relationships/worksheet.
    private List<Relationship> Relationships(string part, string folder)
    {
        if (!_zip.Contains(part))
        {
            return [];
        }

        return Read(part, xml =>
        {
            var relationships = new List<Relationship>();
            while (xml.NextElement(-1))
            {
                if (xml.Reader.LocalName == "Relationship"
                    && xml.Reader.GetAttribute("TargetMode") != "External"
                    && xml.Reader.GetAttribute("Type") is { } type
                    && xml.Reader.GetAttribute("Target") is { } target)
                {
                    relationships.Add(new Relationship(
                        xml.Reader.GetAttribute("Id"), type[(type.LastIndexOf('/') + 1)..], DocumentParts.Resolve(folder, Uri.UnescapeDataString(target))));
                }
            }

            return relationships;
        });
    }

    private readonly record struct Relationship(string? Id, string? Kind, string? Target);
}
