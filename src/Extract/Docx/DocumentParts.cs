using System.Collections.Frozen;
using System.Xml;
using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>
/// The parts of a Word document, found the way OPC says (ECMA-376 part 2, 6.5): from relationship to relationship, not by their names.
/// Styles, lists and notes are read when they are first asked for.
/// </summary>
internal sealed class DocumentParts
{
    private const string UsualMainPart = "word/document.xml";
    private const string ContentTypes = "[Content_Types].xml";

    private readonly ZipContainer _zip;
    private readonly ReadingLimits _limits;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, string> _related;
    private StyleSheet? _styles;
    private NumberingDefinitions? _numbering;

    public DocumentParts(ZipContainer zip, ReadingLimits limits, CancellationToken cancellationToken)
    {
        _zip = zip;
        _limits = limits;
        _cancellationToken = cancellationToken;
        MainPart = FindMainPart();
        var slash = MainPart.LastIndexOf('/') + 1;
        _related = Relationships($"{MainPart[..slash]}_rels/{MainPart[slash..]}.rels", MainPart[..slash]);
        Footnotes = new NotesPart(() => ReadNotes("footnotes"));
        Endnotes = new NotesPart(() => ReadNotes("endnotes"));
    }

    public string MainPart { get; }

    public StyleSheet Styles => _styles ??= Related("styles") is { } part ? Read(part, StyleSheet.Read) : StyleSheet.Empty;

    public NumberingDefinitions Numbering =>
        _numbering ??= Related("numbering") is { } part ? Read(part, NumberingDefinitions.Read) : NumberingDefinitions.Empty;

    public NotesPart Footnotes { get; }

    public NotesPart Endnotes { get; }

    /// <summary>Reads a part of XML; every way in which it can be damaged ends in one named failure.</summary>
    public T Read<T>(string part, Func<PartXml, T> read)
    {
        try
        {
            using var stream = _zip.OpenPart(part, _limits.TextBytes) ?? throw Unreadable.NotWord($"缺少部件{part}", $"the part {part} is missing");
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

    private Dictionary<string, List<Block>> ReadNotes(string kind) =>
        Related(kind) is { } part
            ? Read(part, xml =>
            {
                var story = new StoryReader(xml, ParagraphKind.Footnote, this, _limits, FrozenSet<int>.Empty);
                story.Read();
                return story.Notes;
            })
            : [];

    // Without relationships, the part of the usual name beside the main part.
    private string? Related(string kind)
    {
        if (_related.TryGetValue(kind, out var part) && _zip.Contains(part))
        {
            return part;
        }

        part = $"{MainPart[..(MainPart.LastIndexOf('/') + 1)]}{kind}.xml";
        return _zip.Contains(part) ? part : null;
    }

    private string FindMainPart()
    {
        if (Relationships("_rels/.rels", "").TryGetValue("officeDocument", out var part) && _zip.Contains(part))
        {
            return part;
        }

        part = _zip.Contains(ContentTypes) ? Read(ContentTypes, MainPartByContentType) : null;
        if (part is not null && _zip.Contains(part))
        {
            return part;
        }

        return _zip.Contains(UsualMainPart)
            ? UsualMainPart
            : throw Unreadable.NotWord("压缩包内没有Word正文", "the container holds no Word main part");
    }

    private static string? MainPartByContentType(PartXml xml)
    {
        string? part = null;
        while (xml.NextElement(-1))
        {
            if (xml.Reader.LocalName == "Override" && WordContentType.IsMain(xml.Reader.GetAttribute("ContentType")))
            {
                part ??= xml.Reader.GetAttribute("PartName")?.TrimStart('/');
            }
        }

        return part;
    }

    // The last step of a relationship type is the same in transitional and strict documents: …/relationships/styles.
    private Dictionary<string, string> Relationships(string part, string folder)
    {
        if (!_zip.Contains(part))
        {
            return [];
        }

        return Read(part, xml =>
        {
            var targets = new Dictionary<string, string>();
            while (xml.NextElement(-1))
            {
                if (xml.Reader.LocalName == "Relationship"
                    && xml.Reader.GetAttribute("TargetMode") != "External"
                    && xml.Reader.GetAttribute("Type") is { } type
                    && xml.Reader.GetAttribute("Target") is { } target)
                {
                    targets.TryAdd(type[(type.LastIndexOf('/') + 1)..], Resolve(folder, Uri.UnescapeDataString(target)));
                }
            }

            return targets;
        });
    }

    /// <summary>The name of the part that a relationship of a part in a folder leads to.</summary>
    internal static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                steps.RemoveRange(Math.Max(0, steps.Count - 1), Math.Min(1, steps.Count));
            }
            else if (step != ".")
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
