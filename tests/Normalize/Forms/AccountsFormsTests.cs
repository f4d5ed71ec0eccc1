using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

public sealed class AccountsFormsTests
{
    private const string Natures = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n2013101 | 行政运行 | 3.00 | 2.00 | 1.00";
    private const string Economics = "科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费\n30101 | 基本工资 | 3.00 | 3.00 |";
    private const string Lanes = "收入 | < | 支出 | <\n项目 | 决算数 | 项目（按功能分类） | 决算数\n一、一般公共预算财政拨款收入 | 3.00 | 一、一般公共服务支出 | 3.00\n总计 | 3.00 | 总计 | 3.00";

    [Theory]
    [InlineData("收入支出决算总表", Lanes, FormRole.F1)]
    [InlineData("公开01表 收入支出决算总表", Lanes, FormRole.F1)]
    [InlineData("财政拨款收入支出决算总表", Lanes, FormRole.F4)]
    [InlineData("一般公共预算财政拨款支出决算表", Natures, FormRole.F5)]
    [InlineData("一般公共预算财政拨款基本支出决算表", Economics, FormRole.F6)]
    [InlineData("一般公共预算财政拨款基本支出决算明细表", Economics, FormRole.F6)]
    [InlineData("政府性基金预算财政拨款收入支出决算表", Natures, FormRole.F8)]
    [InlineData("国有资本经营预算财政拨款支出决算表", Natures, FormRole.F9)]
    public void Recognise_titleOfAccounts_isTheirForm(string title, string drawing, FormRole role) => Assert.Equal(role, Form(title, drawing).Role);

    [Theory]
    [InlineData("财政拨款“三公”经费支出决算表")]
    [InlineData("一般公共预算财政拨款“三公”经费支出决算表")]
    public void Recognise_threePublicAccounts_areF7WhereverTheyStand(string title) =>
        Assert.Equal(FormRole.F7, Form(title, "合计 | 因公出国（境）费 | 公务用车购置及运行费 | 公务接待费\n6.00 | 1.00 | 3.00 | 2.00").Role);

    [Fact]
    public void Recognise_incomeOfAccounts_isF2() =>
        Assert.Equal(FormRole.F2, Form("收入决算表", "科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 其他收入\n2013101 | 行政运行 | 3.00 | 2.00 | | | 1.00").Role);

    [Fact]
    public void Recognise_titleThatSaysNeither_isOfTheKindOfItsDocument()
    {
        Assert.Equal(FormRole.F5, Printed.Recognise(Printed.Line("某局2021年度部门决算"), Printed.Line("第二部分 2021年度部门决算表"), Printed.Line("一般公共预算财政拨款支出表"), Printed.Table(Natures)).Forms[0].Role);
        Assert.Equal(FormRole.B5, Printed.Recognise(Printed.Line("某局2021年部门预算"), Printed.Line("一般公共预算财政拨款支出表"), Printed.Table(Natures)).Forms[0].Role);
    }

    [Fact]
    public void ReadBasic_lanesSideBySide_areOneListWithItsTwoSums()
    {
        var part = Form("一般公共预算财政拨款基本支出决算表", """
            人员经费 | < | < | 公用经费 | < | <
            科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
            301 | 工资福利支出 | 5.00 | 302 | 商品和服务支出 | 3.00
            30101 | 基本工资 | 3.00 | 30201 | 办公费 | 1.00
            30102 | 津贴补贴 | 2.00 | 30211 | 差旅费 | 2.00
            303 | 对个人和家庭的补助 | 1.00 | 310 | 资本性支出 | 0.50
            30302 | 退休费 | 1.00 | 31002 | 办公设备购置 | 0.50
            人员经费合计 | < | 6.00 | 公用经费合计 | < | 3.50
            """).Part("")!;
        Assert.Equal([6m, 3.5m], part.Rows.Where(static row => row.Key.Length > 0).Select(static row => row.Facts[0]!.Stated!.Value));
        Assert.Equal(["personnel", "public"], part.Rows.Select(static row => row.Key).Where(static key => key.Length > 0));
        Assert.Equal(["30101", "30102", "30302", "30201", "30211", "31002"], part.Rows.Where(static row => row.Kind == RowKind.Leaf).Select(static row => row.EconomicCode));
        Assert.Equal("301 = 30101 + 30102\n303 = 30302\n302 = 30201 + 30211\n310 = 31002", part.Sums());
    }

    [Fact]
    public void Balance_rollForwardColumns_standBesideTheExpenditure()
    {
        var part = Form("政府性基金预算财政拨款收入支出决算表", """
            科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
            ^ | ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
            2120801 | 征地和拆迁补偿支出 | 1.00 | 4.00 | 3.00 | 1.00 | 2.00 | 2.00
            """).Part("")!;
        Assert.Equal("opening income total basic:total project:total closing", part.Keys());
    }

    [Fact]
    public void IsBudgeted_budgetColumnBesideTheActualOne_isAnotherMeasure()
    {
        var part = Form("收入支出决算总表", """
            收入 | < | < | 支出 | < | <
            项目 | 年初预算数 | 决算数 | 项目 | 年初预算数 | 决算数
            一、一般公共预算财政拨款收入 | 2.00 | 3.00 | 一、一般公共服务支出 | 2.00 | 3.00
            总计 | 2.00 | 3.00 | 总计 | 2.00 | 3.00
            """).Part("income")!;
        Assert.Equal((3m, 2m), (part.Stated("总计", "total"), part.Stated("总计", "total", Measure.Budgeted)));
    }

    [Fact]
    public void Read_fundsBelowOpeningCarryover_areItsParts()
    {
        var part = Form("财政拨款收入支出决算总表", """
            收入 | < | 支出 | < | < | <
            项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款
            一、一般公共预算财政拨款 | 3.00 | 一、一般公共服务支出 | 5.00 | 4.00 | 1.00
            二、政府性基金预算财政拨款 | 1.00 | 二、外交支出 | | |
            本年收入合计 | 4.00 | 本年支出合计 | 5.00 | 4.00 | 1.00
            年初财政拨款结转和结余 | 2.00 | 年末财政拨款结转和结余 | 1.00 | 1.00 |
            一、一般公共预算财政拨款 | 2.00 | | | |
            二、政府性基金预算财政拨款 | | | | |
            总计 | 6.00 | 总计 | 6.00 | 5.00 | 1.00
            """).Part("income")!;
        Assert.Equal(["gpb", "govfund", "", "carryover", "carryover.gpb", "carryover.govfund", ""], part.Rows.Select(static row => row.Key));
        Assert.Contains("年初财政拨款结转和结余 = 一、一般公共预算财政拨款 + 二、政府性基金预算财政拨款\n总计 = 本年收入合计 + 年初财政拨款结转和结余", part.Sums());
    }

    [Fact]
    public void Recognise_formThatEndsWithItsHeader_isAnEmptyForm()
    {
        var form = Form("政府性基金预算财政拨款收入支出决算表", "科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | 基本支出 | 项目支出 | 年末结转和结余");
        Assert.Equal((FormRole.F8, true), (form.Role, form.IsEmpty));
    }

    [Fact]
    public void Recognise_rollForwardOfProjects_isNoSummary() =>
        Assert.Equal(FormRole.Unknown, Form("项目收入支出决算表", "科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余\n2120801 | 征地和拆迁补偿支出 | 1.00 | 4.00 | 3.00 | 2.00").Role);

    private static FormTable Form(string title, string drawing) =>
        Assert.Single(Printed.Recognise(Printed.Line("某局2021年度部门决算"), Printed.Line(title), Printed.Line("部门：某局 单位：万元"), Printed.Table(drawing)).Forms);
}
