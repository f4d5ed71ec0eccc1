using Gouji.Extract.Docx;

namespace Gouji.Extract.Tests.Docx;

public sealed class SymbolFontsTests
{
    [Theory]
    [InlineData("Wingdings", "F0FC", '✓')]
    [InlineData("Wingdings", "FC", '✓')]
    [InlineData("Wingdings 2", "F052", '☑')]
    [InlineData("Symbol", "F0B1", '±')]
    [InlineData("Symbol", "F02D", '−')]
    [InlineData("Symbol", "F035", '5')]
    [InlineData("宋体", "2116", '№')]
    [InlineData(null, "F025", '%')]
    [InlineData("Wingdings", "F035", '\uFFFD')]
    [InlineData("Private", "F0AA", '\uFFFD')]
    [InlineData("Symbol", "xyz", '\uFFFD')]
    [InlineData("Symbol", null, '\uFFFD')]
    [InlineData("宋体", "D800", '\uFFFD')]
    [InlineData("宋体", "0", '\uFFFD')]
    public void Map_fontAndCode_givesTheCharacterOrShowsThatOneIsMissing(string? font, string? code, char expected) =>
        Assert.Equal(expected, SymbolFonts.Map(font, code));
}
