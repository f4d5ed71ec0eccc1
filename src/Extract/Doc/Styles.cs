namespace Gouji.Extract.Doc;

/// <summary>What a style means for text, its base styles taken into account.</summary>
/// <param name="OutlineLevel">0-based outline level; null or 9 where the style is no heading.</param>
/// <param name="Hidden">Whether it hides text.</param>
/// <param name="List">1-based number of its list; 0 where it has none.</param>
/// <param name="ListLevel">0-based level in the list; null where the list itself says which level belongs to the style.</param>
internal sealed record Style(int? OutlineLevel, bool Hidden, int List, int? ListLevel)
{
    public static Style None { get; } = new(null, false, 0, null);
}

/// <summary>The styles of a document (STSH, [MS-DOC] 2.9.271).</summary>
internal sealed class Styles
{
    // 2.9.260: twelve bits number a style, and all of them set mean none.
    private const int NoStyle = 0xFFF;

    private readonly Own[] _own;
    private readonly Style?[] _styles;

    private Styles(Own[] own)
    {
        _own = own;
        _styles = new Style?[own.Length];
        foreach (var style in own)
        {
            AnyHidden |= style.Hidden == true;
        }
    }

    /// <summary>Whether any style hides text, so that those of runs need be looked at.</summary>
    public bool AnyHidden { get; }

    /// <summary>The meaning of a style; that of no style where the document does not define it.</summary>
    public Style this[int number]
    {
        get
        {
            if (number < 0 || number >= _own.Length)
            {
                return Style.None;
            }

            return _styles[number] ??= Resolve(number);
        }
    }

    public static Styles Read(Bytes table)
    {
        if (table.Length == 0)
        {
            return new Styles([]);
        }

        // 2.9.272: the information comes first, its size before it. It begins with the number of styles and the size of their fixed part.
        var information = table.U16(0);
        var own = new Own[Math.Min((int)table.U16(2), NoStyle)];
        var fixedBytes = table.U16(4);
        long at = 2 + information;
        for (var i = 0; i < own.Length; i++)
        {
            // 2.9.135: styles stand at even offsets; the size leaves the padding out.
            var size = table.U16(at);
            own[i] = size == 0 ? new Own { Base = NoStyle } : ReadStyle(table.At(at + 2, size), fixedBytes);
            at += 2 + size + (size & 1);
        }

        return new Styles(own);
    }

    private static Own ReadStyle(Bytes style, int fixedBytes)
    {
        // 2.9.260: what the built-in style is, kind and base of the style, and how many lists of changes follow.
        var builtIn = style.U16(0) & 0xFFF;
        var kind = style.U16(2) & 0xF;
        var own = new Own { Base = style.U16(2) >> 4 };
        var lists = style.U16(4) & 0xF;

        // 2.9.259: the built-in headings are fixed, whatever they are called in the language of the program.
        own.OutlineLevel = builtIn is >= 1 and <= 9 ? builtIn - 1 : null;
        long at = fixedBytes;
        at += 2 + (style.U16(at) * 2) + 2;
        for (var i = 0; i < lists && at + 2 <= style.Length; i++)
        {
            var size = style.U16(at);
            own.Take(style.Span(at + 2, Math.Min(size, style.Length - at - 2)), HoldsParagraphChanges(kind, i));
            at += 2 + size + (size & 1);
        }

        return own;
    }

    // 2.9.255 to 2.9.270: paragraph styles have changes of the paragraph, then of its characters; character styles of characters alone;
    // table styles of the table before both; numbering styles of the paragraph.
    private static bool HoldsParagraphChanges(int kind, int list) => kind switch
    {
        1 or 4 => list == 0,
        3 => list == 1,
        _ => false,
    };

    private Style Resolve(int number)
    {
        int? outline = null, list = null, level = null;
        bool? hidden = null;

        // As many steps as there are styles are enough; more would be a circle.
        for (var steps = _own.Length; steps > 0 && number < _own.Length; steps--)
        {
            ref readonly var own = ref _own[number];
            outline ??= own.OutlineLevel;
            list ??= own.List;
            level ??= own.ListLevel;
            hidden ??= own.Hidden;
            number = own.Base;
        }

        return new Style(outline, hidden ?? false, list ?? 0, level);
    }

    private struct Own
    {
        public int Base;
        public int? OutlineLevel;
        public int? List;
        public int? ListLevel;
        public bool? Hidden;

        public void Take(ReadOnlySpan<byte> list, bool ofParagraph)
        {
            // 2.9.338: the changes of a paragraph follow the number of the style.
            var changes = new SprmReader(ofParagraph && list.Length >= 2 ? list[2..] : list);
            while (changes.MoveNext())
            {
                switch (changes.Code)
                {
                    case SprmCode.OutlineLevel:
                        OutlineLevel = changes.Byte;
                        break;
                    case SprmCode.List:
                        List = changes.Word;
                        break;
                    case SprmCode.ListLevel:
                        ListLevel = changes.Byte;
                        break;
                    case SprmCode.Hidden:
                        Hidden = (changes.Byte & 1) != 0;
                        break;
                }
            }
        }
    }
}
