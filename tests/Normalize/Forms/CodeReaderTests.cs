using Gouji.Normalize.Forms;

namespace Gouji.Normalize.Tests.Forms;

public sealed class CodeReaderTests
{
    [Theory]
    [InlineData("201 一般公共服务支出", "201", "一般公共服务支出")]
    [InlineData("2013101行政运行", "2013101", "行政运行")]
    [InlineData("30207邮电费", "30207", "邮电费")]
    [InlineData("501机关工资福利支出", "501", "机关工资福利支出")]
    public void TakeCode_codeInFront_isParted(string label, string code, string rest)
    {
        Assert.Equal(code, CodeReader.TakeCode(label, out var name));
        Assert.Equal(rest, name);
        Assert.True(CodeReader.StartsWithCode(label));
    }

    [Theory]
    [InlineData("行政运行")]
    [InlineData("2020年预算数")]
    [InlineData("101 某项")]
    [InlineData("12")]
    [InlineData("")]
    public void TakeCode_noCodeInFront_leavesTheLabel(string label)
    {
        Assert.Null(CodeReader.TakeCode(label, out var rest));
        Assert.Equal(label, rest);
        Assert.False(CodeReader.StartsWithCode(label));
    }

    [Theory]
    [InlineData("201", "31", "01", "2013101")]
    [InlineData("201", "31", "", "20131")]
    [InlineData("201", "", "", "201")]
    [InlineData("201", "31", "1", "2013101")]
    [InlineData("一", "", "", null)]
    [InlineData("101", "01", "", null)]
    public void Join_cells_areOneCode(string first, string second, string third, string? code) => Assert.Equal(code, CodeReader.Join([first, second, third]));
}
