using Gouji.Extract.Html;

namespace Gouji.Extract.Tests.Html;

public sealed class ListNumberingTests
{
    [Theory]
    [InlineData(7, null, null, "7. ")]
    [InlineData(-2, null, "1", "-2. ")]
    [InlineData(1, null, "a", "a. ")]
    [InlineData(28, null, "A", "AB. ")]
    [InlineData(0, null, "a", "0. ")]
    [InlineData(4, null, "i", "iv. ")]
    [InlineData(1994, null, "I", "MCMXCIV. ")]
    [InlineData(4000, null, "I", "4000. ")]
    [InlineData(3, "none", "1", "")]
    [InlineData(3, "disc", null, "")]
    [InlineData(3, "lower-alpha", "1", "c. ")]
    [InlineData(3, "upper-roman", null, "III. ")]
    [InlineData(3, "decimal-leading-zero", null, "03. ")]
    [InlineData(3, "cjk-ideographic", null, "三、")]
    [InlineData(10, "simp-chinese-informal", null, "十、")]
    [InlineData(12, "simp-chinese-informal", null, "十二、")]
    [InlineData(20, "simp-chinese-informal", null, "二十、")]
    [InlineData(35, "simp-chinese-informal", null, "三十五、")]
    [InlineData(100, "simp-chinese-informal", null, "100、")]
    [InlineData(3, "unheard-of", null, "3. ")]
    public void Label_style_isThatOfABrowser(int number, string? style, string? type, string expected) =>
        Assert.Equal(expected, ListNumbering.Label(number, style, type));

    [Theory]
    [InlineData("<ol style='list-style-type: none'><li>一、甲</ol>", "一、甲")]
    [InlineData("<ol style='list-style:lower-alpha inside'><li>甲</ol>", "a. 甲")]
    [InlineData("<ol type=I><li>甲</ol>", "I. 甲")]
    [InlineData("<ol start='5 '><li>甲</ol>", "5. 甲")]
    [InlineData("<ol start=99999999999><li>甲</ol>", "100000000. 甲")]
    [InlineData("<li>甲", "甲")]
    public void Read_list_takesItsNumberingFromTheMarkup(string html, string expected) => Assert.Equal([expected], HtmlPage.Blocks(html));
}
