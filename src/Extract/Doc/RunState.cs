namespace Gouji.Extract.Doc;

/// <summary>What of the properties of a run of characters matters ([MS-DOC] 2.6.1).</summary>
internal struct RunState
{
    /// <summary>Deleted by a tracked change that nobody accepted.</summary>
    public bool Deleted;

    /// <summary>Hidden, by itself or by its style.</summary>
    public bool Hidden;

    /// <summary>Hidden by itself: a paragraph mark that is so does not end the line, one hidden with its style does.</summary>
    public bool HiddenByItself;

    /// <summary>Hides a paragraph mark so that the next paragraph goes on in its line.</summary>
    public bool SeparatesStyles;

    /// <summary>The characters are special: marks that stand for something else (2.8.25 and 2.4.5).</summary>
    public bool Special;

    /// <summary>The picture is data of a field, not a picture.</summary>
    public bool IsData;

    /// <summary>The run belongs to an embedded object.</summary>
    public bool IsObject;

    /// <summary>Number of the font and the character in it that the special character ( stands for; null where it stands for itself.</summary>
    public (int Font, int Code)? Symbol;

    /// <summary>Reads the changes of a run on top of its styles.</summary>
    /// <param name="styles">Styles of the document.</param>
    /// <param name="paragraphStyle">Style of the paragraph.</param>
    /// <param name="own">Changes of the run.</param>
    /// <param name="piece">Changes of the piece, which come last.</param>
    public static RunState Read(Styles styles, int paragraphStyle, ReadOnlySpan<byte> own, ReadOnlySpan<byte> piece)
    {
        var state = default(RunState);
        var hiddenByStyle = styles.AnyHidden && styles[paragraphStyle].Hidden;
        int? characterStyle = null;
        byte? hidden = null;
        state.Take(own, ref characterStyle, ref hidden);
        state.Take(piece, ref characterStyle, ref hidden);
        if (characterStyle is { } style && styles.AnyHidden)
        {
            hiddenByStyle ^= styles[style].Hidden;
        }

        // 2.9.323 (ToggleOperand): 0x80 as the style says, 0x81 the opposite.
        state.Hidden = hidden switch
        {
            null or 0x80 => hiddenByStyle,
            0x81 => !hiddenByStyle,
            var value => value != 0,
        };
        state.HiddenByItself = state.Hidden && hidden is not (null or 0x80);
        return state;
    }

    private void Take(ReadOnlySpan<byte> list, ref int? characterStyle, ref byte? hidden)
    {
        var changes = new SprmReader(list);
        while (changes.MoveNext())
        {
            switch (changes.Code)
            {
                case SprmCode.Deleted:
                    Deleted = changes.Byte != 0;
                    break;
                case SprmCode.Hidden:
                    hidden = changes.Byte;
                    break;
                case SprmCode.StyleSeparator:
                    SeparatesStyles = changes.Byte != 0;
                    break;
                case SprmCode.Special:
                    Special = changes.Byte != 0;
                    break;
                case SprmCode.BinaryData:
                    IsData = changes.Byte != 0;
                    break;
                case SprmCode.EmbeddedObject or SprmCode.OldObject:
                    IsObject |= changes.Byte != 0;
                    break;
                case SprmCode.CharacterStyle:
                    characterStyle = changes.Word & 0xFFF;
                    break;

                // 2.9.46: the font, then the character.
                case SprmCode.Symbol:
                    Symbol = (changes.Long & 0xFFFF, (changes.Long >> 16) & 0xFFFF);
                    break;
            }
        }
    }
}
