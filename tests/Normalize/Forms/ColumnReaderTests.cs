using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

/// <summary>Columns are told by their keys; <c>basic:total</c> says that total is the whole of basic, and brackets that it is of-which.</summary>
public sealed class ColumnReaderTests
{
    [Fact]
    public void Read_headerInOneRow_namesEachColumn() => Expect("total basic:total project:total", """
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        2013101 | 行政运行 | 3.00 | 2.00 | 1.00
        """);

    [Fact]
    public void Read_headerOverTwoRows_namesTheLowerCells() => Expect("total basic:total project:total", """
        科目编码 | < | < | 科目名称 | 支出预算 | < | <
        类 | 款 | 项 | ^ | 合计 | 基本支出 | 项目支出
        201 | 31 | 01 | 行政运行 | 3.00 | 2.00 | 1.00
        """);

    [Fact]
    public void Read_headerOverThreeRows_reachesThroughAllOfThem() => Expect("total basic:total personnel:basic public:basic project:total", """
        科目编码 | 科目名称 | 本年支出 | < | < | < | <
        ^ | ^ | 合计 | 基本支出 | < | < | 项目支出
        ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^
        2013101 | 行政运行 | 6.00 | 5.00 | 3.00 | 2.00 | 1.00
        """);

    [Fact]
    public void Read_subtotalUnderAGroup_isTheWholeOfTheGroup() => Expect("total basic:total personnel:basic public:basic project:total", """
        科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出
        ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^
        2013101 | 行政运行 | 6.00 | 5.00 | 3.00 | 2.00 | 1.00
        """);

    [Fact]
    public void Read_vehiclesGroup_isSplitIntoPurchaseAndOperation() => Expect("total travel:total vehicles:total purchase:vehicles operation:vehicles reception:total", """
        单位名称 | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
        ^ | ^ | ^ | 小计 | 购置费 | 运行费 | ^
        某局 | 6.00 | 1.00 | 3.00 | 1.00 | 2.00 | 2.00
        """);

    [Fact]
    public void Read_ofWhichColumn_isMarkedSo() => Expect("total gpb:total (?:gpb) institution:total other:total", """
        科目编码 | 科目名称 | 总计 | 一般公共预算 | 其中：专项转移支付 | 事业收入 | 其他收入
        2013101 | 行政运行 | 6.00 | 3.00 | 1.00 | 2.00 | 1.00
        """);

    [Fact]
    public void Read_sourcesInOneRow_areFundsOfTheTotal() => Expect("total gpb:total govfund:total account:total institution:total superior:total operating:total other:total special:total surplus:total carryover:total", """
        类 | 款 | 项 | 功能分类科目名称 | 总计 | 一般公共预算拨款 | 政府性基金预算拨款 | 财政专户管理资金 | 事业收入 | 上级补助收入 | 事业单位经营收入 | 其他收入 | 上级专项收入 | 用事业基金弥补收支差额 | 单位上年结余（不包括国库集中支付额度结余）
        201 | 31 | 01 | 行政运行 | 12 | 12 | | | | | | | | |
        """);

    [Fact]
    public void Read_economicClasses_areEconomicColumns() => Expect("total 301:total 302:total 303:total 309:total 310:total 399:total", """
        科目编码 | 科目名称 | 项目名称 | 合计 | 工资福利支出 | 商品和服务支出 | 对个人和家庭的补助 | 资本性支出（基本建设） | 资本性支出 | 其他支出
        2013199 | 其他支出 | 甲项目 | 6.00 | 1.00 | 1.00 | 1.00 | 1.00 | 1.00 | 1.00
        """);

    [Fact]
    public void Read_previousYearColumns_areAnotherMeasure() => Expect("total@PreviousYear total basic:total project:total ?@Change ?@Rate", """
        科目编码 | 科目名称 | 上年执行数 | 2020年预算数 | < | < | 增减额 | 增减%
        ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^ | ^
        2013101 | 行政运行 | 2.00 | 3.00 | 2.00 | 1.00 | 1.00 | 50.00
        """);

    [Fact]
    public void Read_yearBeforeTheFiscalYearInAHeader_isThePreviousYear() => Expect("total@PreviousYear total", """
        科目编码 | 科目名称 | 2019年预算数 | 2020年预算数
        2013101 | 行政运行 | 2.00 | 3.00
        """);

    [Fact]
    public void Read_carryoverOfThePreviousYear_isOfThisYearsMoney() => Expect("total gpb:total carryover:total", """
        科目编码 | 科目名称 | 总计 | 一般公共预算 | 上年结转结余
        2013101 | 行政运行 | 3.00 | 2.00 | 1.00
        """);

    [Fact]
    public void Read_rowOfColumnNumbers_namesNothing() => Expect("total basic:total project:total", """
        序号 | 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        栏次 | < | < | 1 | 2 | 3
        1 | 2013101 | 行政运行 | 3.00 | 2.00 | 1.00
        """);

    [Fact]
    public void Read_columnOfTheProjectTotal_isTheTotalOfItsTable() => Expect("total 301:total 302:total 310:total", """
        科目编码 | 科目名称 | 项目名称 | 项目支出合计 | 工资福利支出 | 商品和服务支出 | 资本性支出
        2013199 | 其他支出 | 甲项目 | 3.00 | 1.00 | 1.00 | 1.00
        """);

    [Fact]
    public void Read_meetingsAndTraining_standBesideTheThreePublicItems() => Expect("total travel:total vehicles:total reception:total meeting training", """
        单位名称 | 合计 | 因公出国（境）费用 | 公务用车购置及运行费 | 公务接待费 | 会议费 | 培训费
        某局 | 6.00 | 1.00 | 3.00 | 2.00 | 9.00 | 8.00
        """);

    [Fact]
    public void Read_fundsUnderFiscalAppropriation_areTheFunds() => Expect("total fiscal:total gpb:fiscal govfund:fiscal institution:total", """
        科目编码 | 科目名称 | 总计 | 财政拨款 | < | < | 事业收入
        ^ | ^ | ^ | 小计 | 一般公共预算 | 政府性基金 | ^
        2013101 | 行政运行 | 6.00 | 5.00 | 3.00 | 2.00 | 1.00
        """);

    [Fact]
    public void Read_fundsUnderLastYearsCarryover_areNotThisYearsFunds() => Expect("total gpb:total carryover:total carryover.gpb:carryover carryover.govfund:carryover", """
        科目编码 | 科目名称 | 总计 | 一般公共预算 | 上年结转 | < | <
        ^ | ^ | ^ | ^ | 小计 | 一般公共预算 | 政府性基金
        2013101 | 行政运行 | 6.00 | 1.00 | 5.00 | 3.00 | 2.00
        """);

    [Fact]
    public void Read_unitInAHeader_isTheUnitOfItsColumn()
    {
        var form = Printed.Form("部门支出总表", """
            科目编码 | 科目名称 | 合计（元） | 基本支出（元） | 项目支出（元）
            2013101 | 行政运行 | 30000 | 20000 | 10000
            """);
        Assert.All(form.Part("")!.Columns.Where(static column => column.Meaning.Kind == ColumnKind.Figure), static column => Assert.Equal(MoneyUnit.Yuan, column.Unit));
        Assert.Equal(30000m, form.Part("")!.Row("2013101").Facts[2]!.Amount!.Value.Yuan);
    }

    [Theory]
    [InlineData("类 | 款 | 项 | 科目名称 | 合计 | 基本支出 | 项目支出", "1 2 3")]
    [InlineData("科目编码 | < | < | 科目名称 | 合计 | 基本支出 | 项目支出", "1 2 3")]
    public void Read_codeColumns_haveTheirLevels(string header, string levels)
    {
        var form = Printed.Form("部门支出总表", header + "\n201 | 31 | 01 | 行政运行 | 3.00 | 2.00 | 1.00");
        Assert.Equal(levels, string.Join(' ', form.Part("")!.Columns.Where(static column => column.Meaning.Kind == ColumnKind.Code).Select(static column => column.CodeLevel)));
    }

    private static void Expect(string keys, string drawing) => Assert.Equal(keys, Printed.Form("表格一览表", drawing).Part("")!.Keys());
}
