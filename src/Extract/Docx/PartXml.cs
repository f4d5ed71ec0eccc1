using System.Globalization;
using System.Xml;
using Gouji.Model;

namespace Gouji.Extract.Docx;

/// <summary>
/// Pulls the nodes of one XML part. Counts nesting and asks for cancellation, so that whoever pulls need not. Never resolves anything
/// outside of the part.
/// </summary>
internal sealed class PartXml : IDisposable
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const int NodesBetweenCancellationChecks = 0x1000;

    private readonly int _depth;
    private readonly CancellationToken _cancellationToken;
    private readonly IXmlLineInfo _lines;
    private readonly string _transitional;
    private readonly string _strict;
    private int _nodes;

    public PartXml(Stream stream, string part, ReadingLimits limits, CancellationToken cancellationToken)
    {
        Part = part;
        _depth = limits.Depth;
        _cancellationToken = cancellationToken;
        var names = new NameTable();
        ElementNames.AddTo(names);
        _transitional = names.Add(Transitional);
        _strict = names.Add(Strict);
        Reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = names,
            XmlResolver = null,
        });
        _lines = (IXmlLineInfo)Reader;
    }

    public XmlReader Reader { get; }

    /// <summary>Name of the part, the same string in every <see cref="SourcePosition"/>.</summary>
    public string Part { get; }

    /// <summary>Whether the current element is of WordprocessingML, transitional or strict (ISO/IEC 29500-1 annex A, 29500-4 annex A).</summary>
    public bool IsWord
    {
        get
        {
            var name = Reader.NamespaceURI;
            return ReferenceEquals(name, _transitional) || ReferenceEquals(name, _strict);
        }
    }

    public SourcePosition Here => new(Part, _lines.LineNumber, _lines.LinePosition);

    public bool Next()
    {
        if (!Reader.Read())
        {
            return false;
        }

        if ((++_nodes & (NodesBetweenCancellationChecks - 1)) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        if (Reader.Depth > _depth)
        {
            throw Unreadable.TooDeep(Part, _depth);
        }

        return true;
    }

    /// <summary>The next element within the element that stands at <paramref name="depth"/>; false at its end.</summary>
    public bool NextElement(int depth)
    {
        while (Next() && Reader.Depth > depth)
        {
            if (Reader.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves to the end of the current element, past all that it holds.</summary>
    public void Skip()
    {
        if (!Reader.IsEmptyElement)
        {
            SkipTo(Reader.Depth);
        }
    }

    /// <summary>Moves to the end of the enclosing element that stands at <paramref name="depth"/>.</summary>
    public void SkipTo(int depth)
    {
        while (Next() && Reader.Depth > depth)
        {
        }
    }

    /// <summary>An attribute of the namespace of the current element; null where there is none.</summary>
    public string? Attribute(string name) => Reader.GetAttribute(name, Reader.NamespaceURI);

    /// <summary>The attribute <c>val</c>; null where there is none.</summary>
    public string? Value() => Attribute("val");

    /// <summary>The attribute <c>val</c> as a number; null where there is none or it is no number.</summary>
    public int? Number() => Number("val");

    public int? Number(string name) =>
        int.TryParse(Attribute(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The attribute <c>val</c> as ST_OnOff (ISO/IEC 29500-1 17.17.4): on where it is left out.</summary>
    public bool IsOn() => Value() is not ("0" or "false" or "off");

    public void Dispose() => Reader.Dispose();
}
