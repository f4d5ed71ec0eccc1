using System.Collections.Frozen;

namespace Gouji.Extract.Rtf;

/// <summary>The control words that matter by themselves (RTF 1.9.1, appendix B): signs, and groups that hold nothing printed.</summary>
internal static class RtfWords
{
    private static readonly FrozenDictionary<string, char> Signs = new Dictionary<string, char>
    {
        ["tab"] = '\t', ["line"] = '\n', ["lbr"] = '\n', ["page"] = '\n', ["column"] = '\n', ["emdash"] = '—', ["endash"] = '–', ["lquote"] = '‘', ["rquote"] = '’',
        ["ldblquote"] = '“', ["rdblquote"] = '”', ["bullet"] = '•', ["emspace"] = '\u2003', ["enspace"] = '\u2002', ["qmspace"] = '\u2005',
    }.ToFrozenDictionary();

    // Groups known to hold text only with or without a star; every other starred group is not known and left out as the specification asks.
    private static readonly FrozenSet<string> StarredRead = new[]
    {
        "shpinst", "shppict", "do", "nesttableprops", "moMath", "moMathPara", "ud", "footnote", "shptxt", "dptxbxtext",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> LeftOut = new[]
    {
        "info", "colortbl", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "fldinst", "datafield",
        "formfield", "nonshppict", "sp", "shprslt", "nonesttables", "listtable", "listoverridetable", "revtbl", "rsidtbl", "filetbl", "pgdsctbl",
        "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "xe", "tc", "tcn", "rxe", "txe", "bkmkstart", "bkmkend", "annotation", "atnid",
        "atnauthor", "themedata", "colorschememapping", "latentstyles", "datastore", "generator", "mmathPr", "background", "pnseclvl", "template", "private1",
        "objdata", "objclass", "falt", "panose", "comment", "password", "xmlnstbl", "userprops", "docvar", "listpicture",
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> SignsBySpan = Signs.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StarredBySpan = StarredRead.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeftOutBySpan = LeftOut.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsSign(ReadOnlySpan<char> word, out char sign) => SignsBySpan.TryGetValue(word, out sign);

    public static bool IsReadWithStar(ReadOnlySpan<char> word) => StarredBySpan.Contains(word);

    public static bool IsLeftOut(ReadOnlySpan<char> word) => LeftOutBySpan.Contains(word);
}
