using Gouji.Model;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests;

public sealed class HeaderReaderTests
{
    private const string Table = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n2013101 | 行政运行 | 3.00 | 2.00 | 1.00";

    [Theory]
    [InlineData("某某局2020年部门预算公开", 2020, DisclosureKind.Budget)]
    [InlineData("２０２３年度部门预算", 2023, DisclosureKind.Budget)]
    [InlineData("某某局 2021 年度部门决算", 2021, DisclosureKind.FinalAccounts)]
    [InlineData("某某局部门预算", null, DisclosureKind.Budget)]
    [InlineData("某某局2020年工作总结", null, DisclosureKind.Unknown)]
    public void YearAndKind_title_tellsThem(string title, int? year, DisclosureKind kind) => Assert.Equal((year, kind), HeaderReader.YearAndKind(Printed.Document(Printed.Line(title))));

    [Fact]
    public void YearAndKind_yearsOfComparison_loseAgainstTheYearNamedMost() =>
        Assert.Equal((2020, DisclosureKind.Budget), HeaderReader.YearAndKind(Printed.Document(
            Printed.Line("2020年部门预算公开"), Printed.Line("一、2020年部门预算收支情况"), Printed.Line("与2019年预算相比"), Printed.Line("2020年预算绩效"))));

    [Fact]
    public void YearAndKind_titleInACell_counts() =>
        Assert.Equal((2022, DisclosureKind.Budget), HeaderReader.YearAndKind(Printed.Document(Printed.Table("2022年部门支出预算总表 | < | < | < | <\n" + Table))));

    [Fact]
    public void YearAndKind_accountsThatNameTheirBudget_areAccounts() =>
        Assert.Equal(DisclosureKind.FinalAccounts, HeaderReader.YearAndKind(Printed.Document(
            Printed.Line("2021年度部门决算"), Printed.Line("一般公共预算财政拨款支出决算表"), Printed.Line("收入支出决算总表"), Printed.Line("年初预算数"))).Kind);

    [Fact]
    public void YearAndKind_onlySentencesNameTheYear_readsThem() =>
        Assert.Equal(2020, HeaderReader.YearAndKind(Printed.Document(Printed.Line("按照全口径预算的原则，某某局" + new string('某', 50) + "2020年所有收入和支出均纳入部门预算管理。"))).Year);

    [Fact]
    public void YearAndKind_nothing_tellsNothing() => Assert.Equal((null, DisclosureKind.Unknown), HeaderReader.YearAndKind(Printed.Document()));

    [Fact]
    public void Read_bodyOfMostUnitLines_isTheDepartment()
    {
        var header = Printed.Recognise(
            Printed.Line("部门收入总表"), Printed.Line("编制部门：乙局 单位：万元"), Printed.Table(Table),
            Printed.Line("部门支出总表"), Printed.Line("编制部门：甲局 单位：元"), Printed.Table(Table),
            Printed.Line("一般公共预算支出表"), Printed.Line("编制部门：甲局 单位：元"), Printed.Table(Table)).Header;
        Assert.Equal(("甲局", MoneyUnit.Yuan), (header.Department, header.Unit));
    }

    [Theory]
    [InlineData("某某州党委办公室2020年部门预算公开", "某某州党委办公室")]
    [InlineData("关于某某局2020年部门预算公开的说明", "某某局")]
    [InlineData("2020年某某局部门预算", "某某局")]
    [InlineData("2020年度某某局单位预算", "某某局")]
    [InlineData("第二部分 某某局 2020 年度部门决算表", "某某局")]
    [InlineData("附件1：某某局2020年部门预算", "某某局")]
    public void Read_noUnitLine_takesTheDepartmentFromTheTitle(string title, string department) => Assert.Equal(department, Printed.Recognise(Printed.Line(title), Printed.Table(Table)).Header.Department);

    [Fact]
    public void Read_nothingToldAnywhere_staysUnknown() => Assert.Equal(new DisclosureHeader(null, null, DisclosureKind.Unknown, null), Printed.Recognise(Printed.Table(Table)).Header);
}
