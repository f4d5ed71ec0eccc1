using CsCheck;
using Gouji.Normalize.Codes;

namespace Gouji.Normalize.Tests.Codes;

public class CodeTextTests
{
    [Theory]
    [InlineData("2013101", "2013101", "")]
    [InlineData("201 31 01", "2013101", "")]
    [InlineData("201\u300031\u300001", "2013101", "")]
    [InlineData("201-31-01", "2013101", "")]
    [InlineData("201－31－01", "2013101", "")]
    [InlineData("20131 01", "2013101", "")]
    [InlineData("2013101.0", "2013101", "")]
    [InlineData("20131.0", "20131", "")]
    [InlineData("２０１３１０１", "2013101", "")]
    [InlineData("201一般公共服务支出", "201", "一般公共服务支出")]
    [InlineData("201 一般公共服务支出", "201", " 一般公共服务支出")]
    [InlineData("210卫生健康支出", "210", "卫生健康支出")]
    [InlineData("30207邮电费", "30207", "邮电费")]
    [InlineData("30310个人农业生产补贴", "30310", "个人农业生产补贴")]
    [InlineData("20101人大事务", "20101", "人大事务")]
    [InlineData("20110人力资源事务", "20110", "人力资源事务")]
    [InlineData("（201）", "201", "")]
    [InlineData("(20131)党委", "20131", "党委")]
    [InlineData("（210类）", "210", "")]
    [InlineData("201类", "201", "类")]
    [InlineData("  301 13 ", "30113", " ")]
    [InlineData("30201 12", "30201", " 12")]
    [InlineData("201 31 01 950.64", "2013101", " 950.64")]
    [InlineData("201 950.64", "201", " 950.64")]
    [InlineData("201 31.50", "201", " 31.50")]
    [InlineData("301、302", "301", "、302")]
    [InlineData("50101", "50101", "")]
    public void TryParseCode_printedVariant_givesTheCode(string text, string code, string rest)
    {
        Assert.True(CodeText.TryParseCode(text, out var read, out var consumed));
        Assert.Equal(code, read);
        Assert.Equal(rest, text[consumed..]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("一般公共服务支出")]
    [InlineData("2020年")]
    [InlineData("2020")]
    [InlineData("2020-01-25")]
    [InlineData("1157.60")]
    [InlineData("1,157")]
    [InlineData("201,315")]
    [InlineData("302.00")]
    [InlineData("302.0")]
    [InlineData("30201.05")]
    [InlineData("2013101.00")]
    [InlineData("302万元")]
    [InlineData("302 万元")]
    [InlineData("302.5万元")]
    [InlineData("234人")]
    [InlineData("234人次")]
    [InlineData("234个")]
    [InlineData("201%")]
    [InlineData("201年")]
    [InlineData("20131015")]
    [InlineData("201310")]
    [InlineData("20")]
    [InlineData("950")]
    [InlineData("101")]
    [InlineData("3020101")]
    [InlineData("201A")]
    [InlineData("（一）")]
    [InlineData("201-3115")]
    [InlineData("201-31-0199")]
    public void TryParseCode_yearAmountOrCount_givesNone(string text)
    {
        Assert.False(CodeText.TryParseCode(text, out var code, out var consumed));
        Assert.Empty(code);
        Assert.Equal(0, consumed);
    }

    [Theory]
    [InlineData("2013101", "201", "31", "01")]
    [InlineData("2010501", "201", "5", "1")]
    [InlineData("2010501", "201.0", "5.0", "1.0")]
    [InlineData("2013101", "20131", "1")]
    [InlineData("2013101", "2013101", "", "　")]
    [InlineData("20131", "201", "31", null)]
    [InlineData("20131", " 201　", "３１", "")]
    [InlineData("2013101", "201", "20131", "2013101")]
    [InlineData("30113", "301", "13")]
    [InlineData("30101", "301", "1")]
    [InlineData("201", "201")]
    public void Join_cellsOfARow_giveTheCode(string code, params string?[] parts) => Assert.Equal(code, CodeText.Join(parts));

    [Theory]
    [InlineData]
    [InlineData("", "", "01")]
    [InlineData("201", "", "01")]
    [InlineData("201", "合计", "")]
    [InlineData("合计")]
    [InlineData("201", "131")]
    [InlineData("301", "01", "01")]
    [InlineData("950", "64")]
    [InlineData("201.5")]
    [InlineData("-201")]
    public void Join_notACode_givesNone(params string?[] parts) => Assert.Null(CodeText.Join(parts));

    [Fact]
    public void TryParseCode_listedCode_isTheListedString()
    {
        Assert.True(CodeText.TryParseCode("2013101", out var first, out _));
        Assert.True(CodeText.TryParseCode("201 31 01", out var second, out _));
        Assert.Same(first, second);
        Assert.Same(first, CodeText.Join("201", "31", "1"));
    }

    [Fact]
    public void Join_splitIntoCells_comesBack() => AnyCode.Sample(static code =>
    {
        var cells = Split(code);
        Assert.Equal(code, CodeText.Join(cells));
        Assert.Equal(code, CodeText.Join([.. cells.Select(static cell => cell.TrimStart('0') is { Length: > 0 } digits ? digits : cell)]));
        Assert.Equal(code, CodeText.Join([.. cells, "", null]));
    });

    [Fact]
    public void TryParseCode_splitWithSeparators_comesBack() => Gen.Select(AnyCode, Gen.OneOf("", " ", "\u3000", "-", "－", " - ")).Sample(static (code, separator) =>
    {
        var printed = string.Join(separator, Split(code));
        Assert.True(CodeText.TryParseCode(printed, out var read, out var consumed));
        Assert.Equal(code, read);
        Assert.Equal(printed.Length, consumed);
    });

    [Fact]
    public void TryParseCode_anyText_consumesNoMoreThanThereIs() => Gen.OneOf("0123456789０２３ \u3000-.,（）()一般年元".ToCharArray()).Array[0, 20].Sample(static chars =>
    {
        var text = new string(chars);
        if (CodeText.TryParseCode(text, out var code, out var consumed))
        {
            Assert.InRange(consumed, code.Length, text.Length);
            Assert.True(code.Length is 3 or 5 or 7 && code.All(char.IsAsciiDigit));
        }
    });

    private static readonly Gen<string> AnyCode = Gen.OneOf(
        Gen.Select(Gen.Int[200, 299], Gen.Int[0, 99], Gen.Int[0, 99], Gen.OneOf(3, 5, 7), static (a, b, c, length) => $"{a:000}{b:00}{c:00}"[..length]),
        Gen.Select(Gen.OneOf(Gen.Int[300, 399], Gen.Int[500, 599]), Gen.Int[0, 99], Gen.OneOf(3, 5), static (a, b, length) => $"{a:000}{b:00}"[..length]));

    private static string[] Split(string code) =>
        [code[..3], .. code.Length > 3 ? new[] { code[3..5] } : [], .. code.Length > 5 ? new[] { code[5..7] } : []];
}
