using System.Runtime.InteropServices;
using Gouji.Model;

namespace Gouji.Extract.Doc;

/// <summary>How one level of a list is labelled (LVL, [MS-DOC] 2.9.149 and 2.9.150).</summary>
/// <param name="Start">First number.</param>
/// <param name="Format">Format of the numbers, by its name in ISO/IEC 29500-1 17.18.59.</param>
/// <param name="Text">The label, with the characters 0 to 8 for the numbers of the levels.</param>
/// <param name="Follow">What stands between label and text: 0 a tab, 1 a space, 2 nothing.</param>
/// <param name="IsLegal">Whether all its numbers are decimal.</param>
/// <param name="RestartsAfter">The level begins anew after each item of a level below this one (0-based).</param>
internal sealed record ListLevel(int Start, string Format, string Text, int Follow, bool IsLegal, int RestartsAfter)
{
    public static ListLevel None { get; } = new(0, "none", "", 2, false, 0);
}

/// <summary>A kind of list (LSTF, 2.9.147) with its levels, one or nine, and the styles that stand for them.</summary>
internal sealed record ListDefinition(int Id, int[] Styles, ListLevel[] Levels);

/// <summary>A list (LFO, 2.9.131): a kind, with levels of its own or other first numbers.</summary>
internal sealed class ListOverride(ListDefinition definition)
{
    private readonly ListLevel?[] _levels = new ListLevel?[definition.Levels.Length];

    public ListDefinition Definition => definition;

    public int?[] Starts { get; } = new int?[definition.Levels.Length];

    public ListLevel LevelAt(int level) => _levels[level] ?? definition.Levels[level];

    public void SetLevel(int level, ListLevel own) => _levels[level] = own;

    public int StartOf(int level) => Starts[level] ?? LevelAt(level).Start;
}

/// <summary>The lists of a document (PlfLst and PlfLfo, [MS-DOC] 2.9.192 and 2.9.191).</summary>
internal sealed class ListDefinitions
{
    private const int DefinitionBytes = 28;
    private const int OverrideBytes = 16;

    // MSONFC ([MS-OSHARED] 2.2.1.3) counts up the values of ST_NumberFormat in their order.
    private static readonly string[] Formats =
    [
        "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText", "hex", "chicago",
        "ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth", "decimalHalfWidth", "japaneseLegal",
        "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth", "irohaFullWidth", "decimalZero", "bullet",
        "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen", "decimalEnclosedCircleChinese", "ideographEnclosedCircle",
        "ideographTraditional", "ideographZodiac", "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional",
        "taiwaneseCountingThousand", "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand",
    ];

    private readonly List<ListOverride?> _overrides = [];

    /// <summary>Whether the lists could not be read.</summary>
    public bool IsDamaged { get; private init; }

    /// <summary>The list of a 1-based number; false where the document does not define it.</summary>
    public bool TryGet(int number, out ListOverride list)
    {
        list = number > 0 && number <= _overrides.Count ? _overrides[number - 1]! : null!;
        return list is not null;
    }

    /// <summary>Reads the lists. Damage costs the labels of items, which are noted, not the text.</summary>
    public static ListDefinitions Read(Bytes table, TablePlace definitions, TablePlace overrides)
    {
        try
        {
            var lists = new ListDefinitions();
            if (definitions.Length > 0 && overrides.Length > 0)
            {
                lists.ReadOverrides(table, overrides, ReadDefinitions(table, definitions));
            }

            return lists;
        }
        catch (UnreadableDocumentException)
        {
            return new ListDefinitions { IsDamaged = true };
        }
    }

    private static Dictionary<int, ListDefinition> ReadDefinitions(Bytes table, TablePlace place)
    {
        var definitions = new Dictionary<int, ListDefinition>();
        var count = table.U16(place.Offset);

        // The levels of all lists follow the table and are not counted in its length (2.5.6, fcPlfLst).
        var level = (long)place.Offset + place.Length;
        for (var i = 0; i < count; i++)
        {
            var at = place.Offset + 2 + (i * (long)DefinitionBytes);
            var levels = new ListLevel[(table.U8(at + 26) & 1) != 0 ? 1 : 9];
            var styles = new int[levels.Length];
            for (var j = 0; j < levels.Length; j++)
            {
                levels[j] = ReadLevel(table, ref level);
                styles[j] = table.U16(at + 8 + (j * 2));
            }

            var id = table.I32(at);
            definitions.TryAdd(id, new ListDefinition(id, styles, levels));
        }

        return definitions;
    }

    private static ListLevel ReadLevel(Bytes table, ref long at)
    {
        var format = table.U8(at + 4);
        var flags = table.U8(at + 5);
        var restart = (flags & 0x08) != 0 ? table.U8(at + 26) : int.MaxValue;
        var text = at + 28 + table.U8(at + 24) + table.U8(at + 25);
        var length = table.U16(text) * 2;
        var level = new ListLevel(
            table.I32(at),
            format < Formats.Length ? Formats[format] : format == 255 ? "none" : "decimal",
            MemoryMarshal.Cast<byte, char>(table.Span(text + 2, length)).ToString(),
            table.U8(at + 15),
            (flags & 0x04) != 0,
            restart);
        at = text + 2 + length;
        return level;
    }

    private void ReadOverrides(Bytes table, TablePlace place, Dictionary<int, ListDefinition> definitions)
    {
        var count = table.U32(place.Offset);
        _ = table.Span(place.Offset + 4L, count * (long)OverrideBytes);
        var at = place.Offset + 4L + (count * (long)OverrideBytes);
        for (var i = 0; i < count; i++)
        {
            var entry = place.Offset + 4L + (i * (long)OverrideBytes);
            var list = definitions.TryGetValue(table.I32(entry), out var definition) ? new ListOverride(definition) : null;
            _overrides.Add(list);

            // 2.9.133 (LFOData): four bytes, then the levels that differ.
            at += 4;
            for (int levels = table.U8(entry + 12); levels > 0; levels--)
            {
                ReadLevelOverride(table, ref at, list);
            }
        }
    }

    // 2.9.134 (LFOLVL): another first number, or another level altogether.
    private static void ReadLevelOverride(Bytes table, ref long at, ListOverride? list)
    {
        var start = table.I32(at);
        var flags = table.U32(at + 4);
        var index = (int)(flags & 0xF);
        at += 8;
        var own = (flags & 0x20) != 0 ? ReadLevel(table, ref at) : null;
        if (list is null || index >= list.Starts.Length)
        {
            return;
        }

        if (own is not null)
        {
            list.SetLevel(index, own);
        }

        if ((flags & 0x10) != 0)
        {
            list.Starts[index] = own?.Start ?? start;
        }
    }
}
