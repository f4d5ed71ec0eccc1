using Gouji.Extract.Tests.Docx;
using static Gouji.Extract.Tests.Ofd.OfdBuilder;

namespace Gouji.Extract.Tests.Ofd;

public sealed class TextRunTests
{
    [Theory]
    [InlineData("DeltaX=\"g 5 4\"", "部门收入总表", "部门收入总表")]
    [InlineData("DeltaX=\"4\"", "部门收入总表", "部门收入总表")]
    [InlineData("", "部门收入总表", "部门收入总表")]
    [InlineData("DeltaX=\"g 3 4 20 4\"", "部门预算单位", "部门预算 单位")]
    [InlineData("DeltaX=\"g 4 2 20 g 4 2\"", "12.5034.50", "12.50 34.50")]
    [InlineData("DeltaX=\"4 4 2 2 2\"", "合计 1.5", "合计 1.5")]
    [InlineData("DeltaX=\"g 3 4\"", "A&amp;B&#x4E2D;", "A&B中")]
    [InlineData("DeltaX=\"g 3 4\"", "<![CDATA[a<b]]>", "a<b")]
    public void Draw_codes_areTextWithTheGapsOfTheirWays(string ways, string text, string expected) =>
        Assert.Equal([expected], Drawn.Blocks(Read(new OfdBuilder().Page(Object(20, 50, 100, 5, 4, "", $"<ofd:TextCode X=\"0\" Y=\"4\" {ways}>{text}</ofd:TextCode>")))));

    [Fact]
    public void Draw_codeWithoutPlace_goesOnAtThatOfTheOneBefore() =>
        Assert.Equal(["部门预算"], Drawn.Blocks(Read(new OfdBuilder().Page(Object(20, 50, 100, 5, 4, "", "<ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"4\">部门</ofd:TextCode><ofd:TextCode DeltaX=\"4\">预算</ofd:TextCode>")))));

    [Fact]
    public void Draw_oneObjectACharacter_isOneLine() =>
        Assert.Equal(["部门12.50万元"], Drawn.Blocks(Read(new OfdBuilder().Page(
            string.Concat("部门12.50万元".Select(static (character, index) => Show(20 + Left(index), 50, character.ToString())))))));

    [Fact]
    public void Draw_glyphsMappedFromTheirText_areTheText() =>
        Assert.Equal(["部门"], Drawn.Blocks(Read(new OfdBuilder().Page(Show(20, 50, "部门", children: Mapped(0, 2))))));

    [Fact]
    public void Draw_glyphsWithoutCharacters_areNotedAndNotGuessed()
    {
        var content = Read(new OfdBuilder().Page(Show(20, 50, "部¤门\uE123", children: Mapped(1, 1))));

        Assert.Equal(["部\uFFFD门\uE123"], Drawn.Blocks(content));
        Assert.Equal("glyphs-doubtful", Assert.Single(content.Notes).Code);
        Assert.Contains("2 glyphs", content.Notes[0].Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_sizeInPointsWithAMap_standsAtItsPlace() =>
        Assert.Equal(["[项目|金额]"], Drawn.Blocks(Read(new OfdBuilder().Page(Rules([20, 60, 90], [50, 58])
            + "<ofd:TextObject ID=\"1\" Boundary=\"22 55 0.8 0\" Font=\"1\" Size=\"10\" CTM=\"0.3528 0 0 0.3528 0 0\"><ofd:TextCode X=\"0\" Y=\"0\" DeltaX=\"10\">项目</ofd:TextCode></ofd:TextObject>"
            + "<ofd:TextObject ID=\"1\" Boundary=\"62 55 0.8 0\" Font=\"1\" Size=\"10\" CTM=\"0.3528 0 0 0.3528 -100 0\"><ofd:TextCode X=\"283.447\" Y=\"0\" DeltaX=\"10\">金额</ofd:TextCode></ofd:TextObject>"))));

    [Theory]
    [InlineData("ReadDirection=\"90\" CharDirection=\"90\"")]
    [InlineData("ReadDirection=\"180\" CharDirection=\"180\"")]
    [InlineData("ReadDirection=\"270\" CharDirection=\"270\"")]
    [InlineData("CTM=\"0 1 -1 0 0 0\"")]
    [InlineData("CTM=\"0 -1 1 0 0 0\"")]
    public void Draw_turnedText_isReadUpright(string attributes) =>
        Assert.Equal(["部门预算"], Drawn.Blocks(Read(new OfdBuilder().Page(Object(100, 150, 5, 20, 4, attributes, "<ofd:TextCode X=\"0\" Y=\"0\">部门预算</ofd:TextCode>")))));

    [Fact]
    public void Draw_uprightCharactersOneBelowTheOther_areOneCell() =>
        Assert.Equal(["[收入合计|12.50]"], Drawn.Blocks(Read(new OfdBuilder().Page(Rules([20, 30, 60], [50, 80]) + Show(35, 60, "12.50")
            + Object(23, 52, 5, 20, 4, "ReadDirection=\"90\"", "<ofd:TextCode X=\"0\" Y=\"4\" DeltaY=\"g 3 5\">收入合计</ofd:TextCode>")))));

    private static string Mapped(int position, int count) =>
        $"<ofd:CGTransform CodePosition=\"{position}\" CodeCount=\"{count}\" GlyphCount=\"{count}\"><ofd:Glyphs>17 18</ofd:Glyphs></ofd:CGTransform>";

    private static double Left(int index) => index <= 2 ? index * 4 : index <= 7 ? 8 + ((index - 2) * 2) : 18 + ((index - 7) * 4);
}
