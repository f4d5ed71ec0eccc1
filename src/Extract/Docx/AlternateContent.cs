namespace Gouji.Extract.Docx;

/// <summary>
/// Chooses among the versions of one content (ISO/IEC 29500-3, 7.6): the first choice all of whose namespaces are understood, or else the
/// fallback, never both. A text box stands in both, in the new and in the old drawing language.
/// </summary>
internal sealed class AlternateContent
{
    private const string Namespace = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    // What makes up shapes, groups and canvases around text. Private namespaces of other programs are not among them.
    private static readonly string[] Understood =
    [
        "http://schemas.microsoft.com/office/word/", "http://schemas.microsoft.com/office/drawing/",
        "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/", "urn:schemas-microsoft-com:",
    ];

    // For each open element, whether one of its versions has been taken.
    private readonly Stack<bool> _taken = [];

    public static bool IsOf(PartXml xml) => xml.Reader.NamespaceURI == Namespace;

    public void Open(string name, PartXml xml)
    {
        if (name == "AlternateContent")
        {
            if (!xml.Reader.IsEmptyElement)
            {
                _taken.Push(false);
            }

            return;
        }

        if (_taken.TryPeek(out var taken) && (taken || (name == "Choice" && !IsUnderstood(xml))))
        {
            xml.Skip();
        }
        else if (_taken.Count > 0)
        {
            _taken.Pop();
            _taken.Push(true);
        }
    }

    public void Close()
    {
        _taken.TryPop(out _);
    }

    private static bool IsUnderstood(PartXml xml)
    {
        foreach (var prefix in (xml.Reader.GetAttribute("Requires") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = xml.Reader.LookupNamespace(prefix);
            if (name is null || !Array.Exists(Understood, start => name.StartsWith(start, StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }
}
