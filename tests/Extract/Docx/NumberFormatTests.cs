using Gouji.Extract.Docx;

namespace Gouji.Extract.Tests.Docx;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalZero", 7, "07")]
    [InlineData("decimalFullWidth", 105, "１０５")]
    [InlineData("none", 3, "")]
    [InlineData("chineseCounting", 1, "一")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 11, "十一")]
    [InlineData("chineseCounting", 20, "二十")]
    [InlineData("chineseCounting", 99, "九十九")]
    [InlineData("chineseCounting", 105, "一○五")]
    [InlineData("chineseCountingThousand", 10, "十")]
    [InlineData("chineseCountingThousand", 19, "十九")]
    [InlineData("chineseCountingThousand", 21, "二十一")]
    [InlineData("chineseCountingThousand", 100, "一百")]
    [InlineData("chineseCountingThousand", 105, "一百零五")]
    [InlineData("chineseCountingThousand", 110, "一百一十")]
    [InlineData("chineseCountingThousand", 1010, "一千零一十")]
    [InlineData("chineseCountingThousand", 1001, "一千零一")]
    [InlineData("japaneseCounting", 12, "十二")]
    [InlineData("japaneseCounting", 111, "百十一")]
    [InlineData("japaneseCounting", 205, "二百五")]
    [InlineData("ideographDigital", 10, "一〇")]
    [InlineData("chineseLegalSimplified", 12, "壹拾贰")]
    [InlineData("ideographTraditional", 2, "乙")]
    [InlineData("ideographTraditional", 11, "11")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("upperRoman", 1994, "MCMXCIV")]
    [InlineData("lowerRoman", 4, "iv")]
    [InlineData("lowerRoman", 4000, "4000")]
    [InlineData("upperLetter", 26, "Z")]
    [InlineData("lowerLetter", 28, "bb")]
    [InlineData("decimalEnclosedCircle", 20, "⑳")]
    [InlineData("decimalEnclosedCircleChinese", 21, "21")]
    [InlineData("decimalEnclosedParen", 3, "⑶")]
    [InlineData("ideographEnclosedCircle", 10, "㊉")]
    [InlineData("no such format", 5, "5")]
    public void Write_number_isWrittenAsTheFormatSays(string format, int number, string expected) =>
        Assert.Equal(expected, NumberFormat.Write(number, format));

    [Theory]
    [InlineData("upperLetter")]
    [InlineData("lowerRoman")]
    [InlineData("ideographTraditional")]
    [InlineData("decimalEnclosedCircle")]
    public void Write_zeroWithoutASign_isDecimal(string format) => Assert.Equal("0", NumberFormat.Write(0, format));
}
