using Gouji.Extract.Tests.Docx;
using Gouji.Model;
using static Gouji.Extract.Tests.Doc.DocBuilder;

namespace Gouji.Extract.Tests.Doc;

public sealed class ListLabelsTests
{
    private const int ChineseCountingThousand = 39;
    private const int Bullet = 23;

    [Fact]
    public void Read_chineseNumbers_standBeforeTheText()
    {
        var content = Document([Level("\0、", ChineseCountingThousand), Level("（\u0001）", ChineseCountingThousand)])
            .P("甲", Item(0)).P("乙", Item(1)).P("丙", Item(1)).P("丁", Item(0)).P("戊", Item(1)).Read();

        Assert.Equal(["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"], Drawn.Blocks(content));
        Assert.Equal((ParagraphKind.ListItem, 2), (Assert.IsType<Paragraph>(content.Blocks[1]).Kind, ((Paragraph)content.Blocks[1]).Level));
        Assert.Empty(content.Notes);
    }

    [Fact]
    public void Read_numbersOfSeveralLevels_areJoinedAndFollowedBySpace() =>
        Assert.Equal(["1. 甲", "1.1 乙", "• 丙"], Drawn.Blocks(Document([Level("\0.", 0), Level("\0.\u0001", 0, follow: 1), Level("\uF06C", Bullet)])
            .P("甲", Item(0)).P("乙", Item(1)).P("丙", Item(2)).Read()));

    [Fact]
    public void Read_levelThatDoesNotRestart_countsOn() =>
        Assert.Equal(["1甲", "1乙", "2丙", "2丁"], Drawn.Blocks(Document([Level("\0", 0, follow: 2), Level("\u0001", 0, follow: 2, flags: 8)])
            .P("甲", Item(0)).P("乙", Item(1)).P("丙", Item(0)).P("丁", Item(1)).Read()));

    [Fact]
    public void Read_listWithAFirstNumberOfItsOwn_beginsThere() =>
        Assert.Equal(["1甲", "5乙", "6丙"], Drawn.Blocks(Document([Level("\0", 0, follow: 2)], [.. Long(5), .. Long(0x10)])
            .P("甲", Item(0)).P("乙", Item(0, list: 2)).P("丙", Item(0)).Read()));

    [Fact]
    public void Read_styleInAList_takesTheLevelOfTheStyle() =>
        Assert.Equal(["（一）甲"], Drawn.Blocks(Document([Level("\0、", ChineseCountingThousand), Level("（\u0001）", ChineseCountingThousand)], styleOfSecond: 1)
            .Styles((1, 0xFFF, 0, [], []), (1, 0, 100, Sprm(0x460B, Word(1)), [])).Styled("甲", 1).Read()));

    [Fact]
    public void Read_paragraphTakenOutOfItsList_hasNoNumber() =>
        Assert.Equal(["甲"], Drawn.Blocks(Document([Level("\0、", ChineseCountingThousand)])
            .Styles((1, 0xFFF, 0, [], []), (1, 0, 100, Sprm(0x460B, Word(1)), [])).Styled("甲", 1, Sprm(0x460B, Word(0))).Read()));

    [Fact]
    public void Read_listNotDefined_isNoted()
    {
        var content = new DocBuilder().P("甲", Item(0)).Read();

        Assert.Equal(["甲"], Drawn.Blocks(content));
        Assert.Equal("list-numbers-left-out", Assert.Single(content.Notes).Code);
    }

    private static byte[] Item(int level, int list = 1) => Join(Sprm(0x260A, (byte)level), Sprm(0x460B, Word(list)));

    private static byte[] Level(string text, byte format, byte follow = 0, byte flags = 0) =>
        [.. Long(1), format, flags, .. new byte[9], follow, .. new byte[12], .. Word(text.Length), .. text.SelectMany(static c => Word(c))];

    // Two lists of one kind; the second may have levels of its own. Nine levels, of which the last ones have no label.
    private static DocBuilder Document(byte[][] levels, byte[]? ownLevel = null, int styleOfSecond = 0xFFF)
    {
        byte[] styles = [.. Word(0xFFF), .. Word(styleOfSecond), .. Enumerable.Repeat(Word(0xFFF), 7).SelectMany(static word => word)];
        byte[][] all = [.. levels, .. Enumerable.Repeat(Level("", 255), 9 - levels.Length)];
        return new DocBuilder { ListLevels = Join(all) }
            .Table(73, Word(1), Long(5), Long(5), styles, [0, 0])
            .Table(74, Long(2), Long(5), Long(0), Long(0), Long(0), Long(5), Long(0), Long(0), [(byte)(ownLevel is null ? 0 : 1), 0, 0, 0], Long(0), Long(0), ownLevel ?? []);
    }
}
