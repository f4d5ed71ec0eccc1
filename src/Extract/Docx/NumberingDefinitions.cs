namespace Gouji.Extract.Docx;

/// <summary>How one level of a list is labelled (<c>w:lvl</c>, ISO/IEC 29500-1 17.9.6).</summary>
internal sealed record ListLevel
{
    /// <summary>First number; 0 where the file does not say (17.9.25).</summary>
    public int Start { get; set; }

    public string Format { get; set; } = "decimal";

    /// <summary>The label, with <c>%1</c> to <c>%9</c> for the numbers of the levels.</summary>
    public string Text { get; set; } = "";

    /// <summary>What stands between label and text: <c>tab</c>, <c>space</c> or <c>nothing</c>.</summary>
    public string Suffix { get; set; } = "tab";

    /// <summary>1-based level at which this one begins anew; 0 for never, null for every level above.</summary>
    public int? Restart { get; set; }

    /// <summary>All numbers of the label in decimal (<c>w:isLgl</c>).</summary>
    public bool Legal { get; set; }

    /// <summary>Paragraph style that stands for this level; null where there is none.</summary>
    public string? Style { get; set; }
}

/// <summary>A kind of list (<c>w:abstractNum</c>). Lists of one kind count on together.</summary>
internal sealed class ListKind
{
    public const int LevelCount = 9;

    public ListLevel?[] Levels { get; } = new ListLevel?[LevelCount];

    /// <summary>Numbering style that holds the definition instead.</summary>
    public string? DefinedByStyle { get; set; }
}

/// <summary>A list (<c>w:num</c>): a kind, with levels of its own or other first numbers.</summary>
internal sealed class ListInstance(int kind)
{
    public int Kind { get; } = kind;

    public ListLevel?[] Levels { get; } = new ListLevel?[ListKind.LevelCount];

    public int?[] Starts { get; } = new int?[ListKind.LevelCount];
}

/// <summary>The lists of a document (<c>numbering.xml</c>).</summary>
internal sealed class NumberingDefinitions
{
    private readonly Dictionary<int, ListKind> _kinds = [];
    private readonly Dictionary<string, int> _kindOfStyle = [];
    private readonly Dictionary<int, ListInstance> _instances = [];

    private NumberingDefinitions()
    {
    }

    public static NumberingDefinitions Empty { get; } = new();

    public static NumberingDefinitions Read(PartXml xml)
    {
        var definitions = new NumberingDefinitions();
        while (xml.NextElement(-1))
        {
            switch (xml.Reader.LocalName)
            {
                case "abstractNum" when xml.IsWord:
                    definitions.ReadKind(xml);
                    break;
                case "num" when xml.IsWord:
                    definitions.ReadInstance(xml);
                    break;
                case "numPicBullet":
                    xml.Skip();
                    break;
            }
        }

        return definitions;
    }

    /// <summary>The list, and the kind that labels it; false where the file does not define it.</summary>
    public bool TryGet(int id, out ListInstance instance, out ListKind kind)
    {
        kind = null!;
        if (!_instances.TryGetValue(id, out instance!) || !_kinds.TryGetValue(instance.Kind, out kind!))
        {
            return false;
        }

        // 17.9.21: a kind without levels refers to the kind that bears the link of the same numbering style.
        if (kind.DefinedByStyle is { } style && _kindOfStyle.TryGetValue(style, out var other) && _kinds.TryGetValue(other, out var linked))
        {
            kind = linked;
        }

        return true;
    }

    private static ListLevel ReadLevel(PartXml xml)
    {
        var level = new ListLevel();
        if (xml.Reader.IsEmptyElement)
        {
            return level;
        }

        var depth = xml.Reader.Depth;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "start":
                    level.Start = xml.Number() ?? 0;
                    break;
                case "numFmt":
                    level.Format = xml.Value() ?? level.Format;
                    break;
                case "lvlText":
                    level.Text = xml.Value() ?? "";
                    break;
                case "suff":
                    level.Suffix = xml.Value() ?? level.Suffix;
                    break;
                case "lvlRestart":
                    level.Restart = xml.Number();
                    break;
                case "isLgl":
                    level.Legal = xml.IsOn();
                    break;
                case "pStyle":
                    level.Style = xml.Value();
                    break;
                case "pPr" or "rPr":
                    xml.Skip();
                    break;
            }
        }

        return level;
    }

    private static int? LevelIndex(PartXml xml) => xml.Number("ilvl") is { } index and >= 0 and < ListKind.LevelCount ? index : null;

    private void ReadKind(PartXml xml)
    {
        var id = xml.Number("abstractNumId");
        if (id is null || xml.Reader.IsEmptyElement)
        {
            xml.Skip();
            return;
        }

        var kind = new ListKind();
        _kinds.TryAdd(id.Value, kind);
        var depth = xml.Reader.Depth;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "lvl" when LevelIndex(xml) is { } index:
                    kind.Levels[index] = ReadLevel(xml);
                    break;
                case "numStyleLink":
                    kind.DefinedByStyle = xml.Value();
                    break;
                case "styleLink" when xml.Value() is { } style:
                    _kindOfStyle.TryAdd(style, id.Value);
                    break;
            }
        }
    }

    private void ReadInstance(PartXml xml)
    {
        var id = xml.Number("numId");
        if (id is null || xml.Reader.IsEmptyElement)
        {
            xml.Skip();
            return;
        }

        ListInstance? instance = null;
        int? level = null;
        var depth = xml.Reader.Depth;
        while (xml.NextElement(depth))
        {
            switch (xml.Reader.LocalName)
            {
                case "abstractNumId" when xml.Number() is { } kind:
                    instance = new ListInstance(kind);
                    _instances.TryAdd(id.Value, instance);
                    break;
                case "lvlOverride":
                    level = LevelIndex(xml);
                    break;
                case "startOverride" when instance is not null && level is { } index:
                    instance.Starts[index] = xml.Number() ?? 0;
                    break;
                case "lvl" when instance is not null && LevelIndex(xml) is { } index:
                    instance.Levels[index] = ReadLevel(xml);
                    break;
            }
        }
    }
}
