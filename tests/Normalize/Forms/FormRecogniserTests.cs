using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

public sealed class FormRecogniserTests
{
    private const string Expenditure = """
        科目编码 | 科目名称 | 支出预算 | < | <
        ^ | ^ | 合计 | 基本支出 | 项目支出
        2013101 | 行政运行 | 3.00 | 2.00 | 1.00
        2013102 | 一般行政管理事务 | 4.00 | | 4.00
        合计 | | 7.00 | 2.00 | 5.00
        """;

    private const string Income = """
        科目编码 | 科目名称 | 总计 | 一般公共预算拨款 | 政府性基金预算拨款 | 财政专户管理资金 | 事业收入
        2013101 | 行政运行 | 3.00 | 2.00 | | | 1.00
        """;

    private const string Basic = """
        科目编码 | 科目名称 | 小计 | 人员经费 | 公用经费
        30101 | 基本工资 | 2.00 | 2.00 |
        """;

    private const string ThreePublic = """
        合计 | 因公出国（境）费用 | 公务用车购置及运行费 | < | < | 公务接待费
        ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
        3.00 | | 1.00 | | 1.00 | 2.00
        """;

    private const string Lanes = """
        收入 | < | 支出 | <
        项目 | 预算数 | 功能分类 | 预算数
        财政拨款 | 2.00 | 201 一般公共服务支出 | 3.00
        事业收入 | 1.00 | 202 外交支出 |
        收入总计 | 3.00 | 支出总计 | 3.00
        """;

    [Fact]
    public void Recognise_wholeAmountsThatLookLikeEconomicCodes_areAmounts() =>
        Assert.Equal(FormRole.B2, Printed.Form("部门收入总表", """
            单位名称 | 总计 | 一般公共预算拨款收入 | 政府性基金预算拨款收入 | 其他收入
            合计 | 1985 | 1615 | 348 | 22
            某县民政局 | 1985 | 1615 | 348 | 22
            """).Role);

    [Fact]
    public void Recognise_titleInAParagraph_isTheTitleWithItsPlace()
    {
        var form = Assert.Single(Recognise(Printed.Line("前言"), Printed.Line("部门支出总体情况表"), Printed.Line("编制部门：某局 单位：万元"), Printed.Table(Expenditure)));
        Assert.Equal((FormRole.B3, "部门支出总体情况表", 1, 2), (form.Role, form.Title, form.Number, form.Place.Block));
        Assert.Equal((MoneyUnit.TenThousandYuan, true, "某局", "编制部门"), (form.Unit, form.UnitDeclared, form.Body, form.BodyWord));
    }

    [Fact]
    public void Recognise_titleAndUnitLineInCells_areTaken()
    {
        var form = Assert.Single(Recognise(Printed.Table("表三： | < | < | < | <\n部门支出总体情况表 | < | < | < | <\n编制部门：某局 | < | < | < | 单位：元\n" + Expenditure)));
        Assert.Equal((FormRole.B3, "部门支出总体情况表", MoneyUnit.Yuan, "某局"), (form.Role, form.Title, form.Unit, form.Body));
        Assert.Equal(3, form.Part("")!.Rows.Count);
    }

    [Fact]
    public void Recognise_captionOfTheFile_isATitle() =>
        Assert.Equal((FormRole.B3, "部门支出总表"), Told(Assert.Single(Recognise(Printed.Table(Expenditure) with { Caption = "部门支出总表" }))));

    [Theory]
    [InlineData("表九 部门支出总体情况表")]
    [InlineData("表一：部门支出总表")]
    [InlineData("附件2-3 部门支出总体情况表")]
    public void Recognise_wrongOrdinal_doesNotMatter(string title) => Assert.Equal(FormRole.B3, Assert.Single(Recognise(Printed.Line(title), Printed.Table(Expenditure))).Role);

    [Theory]
    [InlineData(Lanes, FormRole.B1)]
    [InlineData(Income, FormRole.B2)]
    [InlineData(Expenditure, FormRole.B3)]
    [InlineData(Basic, FormRole.B6)]
    [InlineData(ThreePublic, FormRole.B8)]
    public void Recognise_noTitle_isTheFormThatItsColumnsShow(string drawing, FormRole role) => Assert.Equal(role, Assert.Single(Recognise(Printed.Table(drawing))).Role);

    [Theory]
    [InlineData("部门支出总体情况表", ThreePublic, FormRole.B8)]
    [InlineData("部门支出总体情况表", Lanes, FormRole.B1)]
    [InlineData("“三公”经费支出情况表", Expenditure, FormRole.B3)]
    [InlineData("部门收入总体情况表", Expenditure, FormRole.B3)]
    public void Recognise_titleLeftFromAnotherTable_yieldsToTheColumns(string title, string drawing, FormRole role) => Assert.Equal(role, Assert.Single(Recognise(Printed.Line(title), Printed.Table(drawing))).Role);

    [Theory]
    [InlineData("部门支 总体情况表")]
    [InlineData("部门□□总体情况表")]
    [InlineData("情况表")]
    public void Recognise_damagedTitle_leavesItToTheColumns(string title) => Assert.Equal(FormRole.B3, Assert.Single(Recognise(Printed.Line(title), Printed.Table(Expenditure))).Role);

    [Fact]
    public void Recognise_titleOfAnotherKindOfTable_isNoForm() =>
        Assert.Equal((FormRole.Unknown, "政府采购预算表"), Told(Assert.Single(Recognise(Printed.Line("政府采购预算表"), Printed.Table(Expenditure)))));

    [Fact]
    public void Recognise_wordsWithoutFigures_areNoTable() => Assert.Empty(Recognise(Printed.Table("姓名 | 职务\n张三 | 主任\n李四 | 副主任")));

    [Fact]
    public void Recognise_emptyForm_isAFormWithoutFigures()
    {
        var form = Assert.Single(Recognise(Printed.Line("政府性基金预算支出情况表"), Printed.Table("科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出\n | | | | \n合计 | | | | "), Printed.Line("备注：无内容应公开空表并说明情况。")));
        Assert.Equal((FormRole.B9, true), (form.Role, form.IsEmpty));
        Assert.Equal(["备注：无内容应公开空表并说明情况。"], form.Notes);
    }

    [Fact]
    public void Recognise_tableThatGoesOnWithoutHeader_isOneForm()
    {
        var form = Assert.Single(Recognise(
            Printed.Line("部门支出总体情况表"),
            Printed.Table("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n2013101 | 行政运行 | 3.00 | 2.00 | 1.00"),
            Printed.Table("2013102 | 一般行政管理事务 | 4.00 | | 4.00\n合计 | | 7.00 | 2.00 | 5.00")));
        Assert.Equal("合计 = 2013101 + 2013102", form.Part("")!.Sums());
        Assert.Equal([1, 2, 2], form.Part("")!.Rows.Select(static row => row.Facts[2]!.Place.Table));
    }

    [Fact]
    public void Recognise_tableThatRepeatsItsHeader_isOneForm()
    {
        var form = Assert.Single(Recognise(
            Printed.Line("部门支出总体情况表"),
            Printed.Table("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n2013101 | 行政运行 | 3.00 | 2.00 | 1.00"),
            Printed.Table("科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n2013102 | 一般行政管理事务 | 4.00 | | 4.00")));
        Assert.Equal(2, form.Part("")!.Rows.Count);
    }

    [Fact]
    public void Recognise_tableWithATitleOfItsOwn_doesNotGoOnWithTheFormBefore()
    {
        const string Drawing = "科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出\n2013101 | 行政运行 | 3.00 | 2.00 | 1.00";
        var forms = Recognise(Printed.Line("一般公共预算支出情况表"), Printed.Table(Drawing), Printed.Line("政府性基金预算支出情况表"), Printed.Table(Drawing));
        Assert.Equal([FormRole.B5, FormRole.B9], forms.Select(static form => form.Role));
    }

    [Fact]
    public void Recognise_twoFormsInOneTable_areParted()
    {
        var forms = Recognise(Printed.Table($"""
            部门支出总体情况表 | < | < | < | <
            {Expenditure}
            一般公共预算支出情况表 | < | < | < | <
            单位：万元 | < | < | < | <
            科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出
            2013101 | 行政运行 | 2.00 | 1.00 | 1.00
            """));
        Assert.Equal([FormRole.B3, FormRole.B5], forms.Select(static form => form.Role));
        Assert.Equal([1, 1], forms.Select(static form => form.Number));
        Assert.Equal([3, 1], forms.Select(static form => form.Part("")!.Rows.Count));
        Assert.Equal(10, forms[1].Part("")!.Rows[0].Facts[2]!.Place.Row);
    }

    [Fact]
    public void Recognise_defaultsOfAForm_reachItsFacts()
    {
        var fact = Assert.Single(Recognise(Printed.Line("政府性基金预算支出情况表"), Printed.Table("科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出\n2120801 | 征地和拆迁补偿支出 | 3.00 | 2.00 | 1.00"))).Part("")!.Rows[0].Facts;
        Assert.Equal([Fund.GovernmentFunds, Fund.GovernmentFunds, Fund.GovernmentFunds], fact.OfType<Fact>().Select(static fact => fact.Fund));
        Assert.Equal([Nature.All, Nature.Basic, Nature.Project], fact.OfType<Fact>().Select(static fact => fact.Nature));
    }

    [Theory]
    [InlineData("项目支出情况表", false)]
    [InlineData("一般公共预算项目支出情况表", true)]
    public void Recognise_projectForm_tellsItsScopeByItsTitle(string title, bool generalPublicBudget)
    {
        var form = Assert.Single(Recognise(Printed.Line(title), Printed.Table("科目编码 | 科目名称 | 项目名称 | 合计 | 工资福利支出 | 商品和服务支出 | 资本性支出\n2013199 | 其他 | 甲项目 | 3.00 | 1.00 | 1.00 | 1.00")));
        Assert.Equal((FormRole.B7, generalPublicBudget), (form.Role, form.ScopeIsGeneralPublicBudget));
    }

    [Fact]
    public void Recognise_titleFarAboveOrInASentence_isNotTaken()
    {
        var lines = Enumerable.Range(0, 9).Select(static i => (Block)Printed.Line($"第{i}段"));
        Assert.Equal("", Assert.Single(Recognise([Printed.Line("部门收入总表"), .. lines, Printed.Table(Expenditure)])).Title);
    }

    private static (FormRole, string) Told(FormTable form) => (form.Role, form.Title);

    private static IReadOnlyList<FormTable> Recognise(params IReadOnlyList<Block> blocks) => Printed.Recognise(blocks).Forms;
}
