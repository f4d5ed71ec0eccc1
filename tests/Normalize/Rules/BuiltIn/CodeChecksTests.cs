using Gouji.Model;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

public sealed class CodeChecksTests
{
    [Theory]
    [InlineData("year 2020 B6[30242 办公用品及设备采购].total 33.03", "30242")]
    [InlineData("year 2020 B3[2070101 行政运行].total 1.00  B3[207 文化体育与传媒支出].total 1.00", "文化体育与传媒支出")]
    [InlineData("year 2020 B6[30201 差旅费].total 1.00", "差旅费")]
    public void Valid_wrongCodeOrName_isNamed(string example, string told) =>
        Assert.Contains(told, Assert.Single(Checks.Run("codes-valid", example, FormRole.B3, FormRole.B6).Broken()).Remark!.Zh);

    [Theory]
    [InlineData("year 2020 B6[30213 维修(护)费].total 1.00")]
    [InlineData("year 2020 B3[2013101 行政运行（党委办公厅（室）及相关机构事务）].total 1.00")]
    [InlineData("year 2018 B3[207 文化体育与传媒支出].total 1.00")]
    public void Valid_codeAndNameOfTheYear_hold(string example) => Assert.All(Checks.Run("codes-valid", example, FormRole.B3, FormRole.B6), static result => Assert.Equal(Verdict.Holds, result.Verdict));

    [Fact]
    public void Valid_sameFaultInSeveralTables_isToldOnceWithAllItsPlaces() =>
        Assert.Equal(2, Assert.Single(Checks.Run("codes-valid", "year 2020 B6[30242 某费].total 1.00  B6[30242 某费].total 2.00", FormRole.B6).Broken()).Places.Count);

    [Fact]
    public void NamesAgree_oneCodeWithTwoNames_showsBoth()
    {
        var remark = Assert.Single(Checks.Run("names-agree", "B3[2013101 行政运行].total 1.00  B5[2013101 事业运行].total 1.00", FormRole.B3, FormRole.B5).Broken()).Remark!;
        Assert.Contains("行政运行", remark.Zh);
        Assert.Contains("事业运行", remark.Zh);
    }

    [Fact]
    public void NamesAgree_bracketBehindTheName_isTheSameName() =>
        Assert.Empty(Checks.Run("names-agree", "B3[2013101 行政运行].total 1.00  B5[2013101 行政运行（党委办公厅（室）及相关机构事务）].total 1.00", FormRole.B3, FormRole.B5).Broken());
}
