using CsCheck;
using Gouji.Cli.Screen;

namespace Gouji.Cli.Tests.Screen;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("合计", 4)]
    [InlineData("（１２）", 8)]
    [InlineData("e\u0301", 1)]
    [InlineData("“三公”", 6)]
    [InlineData("𠮷", 2)]
    [InlineData("", 0)]
    public void Of_text_isTheColumnsItTakes(string text, int expected) => Assert.Equal(expected, DisplayWidth.Of(text));

    [Fact]
    public void Wrap_chineseText_breaksBetweenCharacters() => Assert.Equal(["一般公", "共预算", "表"], DisplayWidth.Wrap("一般公共预算表", 7));

    [Fact]
    public void Wrap_anyText_losesNothingAndKeepsTheWidth() => Gen.Char["ab合计\n"].Array[0, 20].Select(static letters => new string(letters)).Sample(static text =>
    {
        var lines = DisplayWidth.Wrap(text, 5);
        Assert.Equal(text.Replace("\n", ""), string.Concat(lines));
        Assert.All(lines, static line => Assert.InRange(DisplayWidth.Of(line), 0, 5));
    });
}
