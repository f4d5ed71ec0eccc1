namespace Gouji.Normalize.Text;

/// <summary>
/// Code points that look like an ordinary Chinese character but are not it. PDF fonts map glyphs to them, so 部⻔ and 部门
/// look the same and compare different. Kangxi radicals (U+2F00–2FD5) are left to NFKC; the supplement (U+2E80–2EF3) has no
/// compatibility mapping and is mapped here after EquivalentUnifiedIdeograph.txt, as far as the radical is a character of its own.
/// </summary>
internal static class Radicals
{
    private const string Pairs =
        "⺁厂⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺬示⺮竹⺶羊⺷羊⺼肉⺽臼⻁虎⻂衤⻃西⻄西⻅见⻆角⻉贝⻊足⻋车"
        + "⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟";

    private static readonly CharacterTable Supplement = new('\u2E80', '\u2EF3', Pairs);

    /// <summary>The ordinary character, or the character itself.</summary>
    public static char Resolve(char c) =>
        // What NFKC makes of ⾭ is an older form of the character that documents use.
        c == '靑' ? '青' : Supplement[c];
}
