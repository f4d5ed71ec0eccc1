using Gouji.Normalize.Prose;

namespace Gouji.Normalize.Tests.Prose;

public sealed class ThingNamesTests
{
    [Theory]
    [InlineData("某局机关运行经费", "机关运行经费", true)]
    [InlineData("公务用车购置", "公务用车购置费", true)]
    [InlineData("因公出国(境)费用", "因公出国(境)经费", true)]
    [InlineData("收入支出决算总计", "收支总计", true)]
    [InlineData("公务用车购置费", "公务用车运行费", false)]
    [InlineData("公务用车购置及运行费", "公务用车运行费", false)]
    [InlineData("人员经费", "公用经费", false)]
    [InlineData("支出", "基本支出", false)]
    public void AreSame_twoNames_areOfOneThing(string first, string second, bool same) => Assert.Equal(same, ThingNames.AreSame(first, second));

    [Theory]
    [InlineData("公务接待费支出预算", "公务接待费")]
    [InlineData("培训费财政拨款支出年初预算数", "培训费")]
    [InlineData("年初预算", "")]
    [InlineData("年初", "")]
    public void Budgeted_wordsOfABudget_nameWhatItIsOf(string words, string thing) => Assert.Equal(thing, ThingNames.Budgeted(words));

    [Theory]
    [InlineData("公务接待费", true)]
    [InlineData("严格控制的接待费", true)]
    [InlineData("严控", false)]
    [InlineData("严格控制在", false)]
    [InlineData("", false)]
    public void IsName_wordsOfDoingAlone_nameNothing(string words, bool expected) => Assert.Equal(expected, ThingNames.IsName(words));
}
