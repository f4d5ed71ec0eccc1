using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

public sealed class LaneReaderTests
{
    [Fact]
    public void Read_twoSides_areIncomeAndExpenditure()
    {
        var form = Printed.Form("部门收支总体情况表", """
            收  入 | < | 支  出 | <
            项  目 | 预算数 | 功能分类 | 预算数
            财政拨款（补助） | 10.00 | 201 一般公共服务支出 | 8.00
            事业收入 | 2.00 | 208 社会保障和就业支出 | 4.00
            收入总计 | 12.00 | 支出总计 | 12.00
            """);
        Assert.Equal(FormRole.B1, form.Role);
        Assert.Equal(["income", "expenditure"], form.Parts.Select(static part => part.Name));
        Assert.Equal(["fiscal", "institution", ""], form.Part("income")!.Rows.Select(static row => row.Key));
        Assert.Equal(["201", "208", null], form.Part("expenditure")!.Rows.Select(static row => row.FunctionCode));
        Assert.Equal(12m, form.Part("income")!.Total!.Facts[1]!.Stated);
    }

    [Fact]
    public void Read_threeSides_nameTheEconomicLaneToo()
    {
        var form = Printed.Form("收支总表", """
            收入 | < | 支出（按功能分类） | < | 支出（按经济分类） | <
            项目 | 预算数 | 项目 | 预算数 | 项目 | 预算数
            一般公共预算 | 10.00 | 一、一般公共服务支出 | 12.00 | 一、工资福利支出 | 7.00
            事业收入 | 2.00 | 二、外交支出 | | 二、商品和服务支出 | 5.00
            收入总计 | 12.00 | 支出总计 | 12.00 | 支出总计 | 12.00
            """);
        Assert.Equal(["income", "expenditure", "economic"], form.Parts.Select(static part => part.Name));
        Assert.Equal(["301", "302"], form.Part("economic")!.Rows.Select(static row => row.EconomicCode).OfType<string>());
        Assert.Equal(["201", "202"], form.Part("expenditure")!.Rows.Select(static row => row.FunctionCode).OfType<string>());
    }

    [Theory]
    [InlineData("一般公共预算拨款收入", "gpb", Fund.GeneralPublicBudget)]
    [InlineData("二、政府性基金预算拨款收入", "govfund", Fund.GovernmentFunds)]
    [InlineData("国有资本经营预算", "soe", Fund.StateCapitalOperations)]
    [InlineData("（三）财政专户管理资金收入", "account", Fund.SpecialAccount)]
    [InlineData("五、事业收入", "institution", Fund.InstitutionalIncome)]
    [InlineData("六、上级补助收入", "superior", Fund.SuperiorSubsidy)]
    [InlineData("七、附属单位上缴收入", "affiliate", Fund.AffiliateRemittance)]
    [InlineData("八、事业单位经营收入", "operating", Fund.OperatingIncome)]
    [InlineData("九、其他收入", "other", Fund.OtherIncome)]
    [InlineData("上级专项收入", "special", Fund.SuperiorSpecial)]
    [InlineData("用事业基金弥补收支差额", "surplus", Fund.NonFiscalSurplus)]
    [InlineData("使用非财政拨款结余", "surplus", Fund.NonFiscalSurplus)]
    [InlineData("单位上年结余（不包括国库集中支付额度结余）", "carryover", Fund.Carryover)]
    [InlineData("上年结转", "carryover", Fund.Carryover)]
    [InlineData("单位资金", "nonfiscal", Fund.NonFiscal)]
    public void Read_sourceLabel_isItsKeyAndFund(string label, string key, Fund fund)
    {
        var form = Printed.Form("收支总表", $"""
            项目 | 预算数 | 功能分类 | 预算数
            财政拨款 | 1.00 | 201 一般公共服务支出 | 3.00
            {label} | 2.00 | 202 外交支出 |
            收入总计 | 3.00 | 支出总计 | 3.00
            """);
        var row = form.Part("income")!.Rows[1];
        Assert.Equal((key, fund), (row.Key, row.Facts[1]!.Fund));
    }

    [Fact]
    public void Read_moneyCarriedForward_hasItsKeyAndNoCode()
    {
        var form = Printed.Form("收支总表", """
            项目 | 预算数 | 功能分类 | 预算数
            财政拨款 | 3.00 | 201 一般公共服务支出 | 2.00
            上年结转 | 1.00 | 结转下年 | 2.00
            收入总计 | 4.00 | 支出总计 | 4.00
            """);
        var row = form.Part("expenditure")!.Row("结转下年");
        Assert.Equal(("carryforward", null), (row.Key, row.FunctionCode));
    }

    [Fact]
    public void Read_fiscalForm_keepsTheFundsOfItsColumns()
    {
        var form = Printed.Form("财政拨款收支总体情况表", """
            收  入 | < | 支  出 | < | < | <
            项  目 | 合计 | 功能分类 | 合计 | 一般公共预算 | 政府性基金预算
            一般公共预算 | 10.00 | 201 一般公共服务支出 | 11.00 | 10.00 | 1.00
            政府性基金预算 | 1.00 | 208 社会保障和就业支出 | | |
            收入总计 | 11.00 | 支出总计 | 11.00 | 10.00 | 1.00
            """);
        var part = form.Part("expenditure")!;
        Assert.Equal(FormRole.B4, form.Role);
        Assert.Equal("total gpb:total govfund:total", part.Keys());
        Assert.Equal([Fund.FiscalAppropriation, Fund.GeneralPublicBudget, Fund.GovernmentFunds], part.Row("201").Facts.OfType<Fact>().Select(static fact => fact.Fund));
    }

    [Fact]
    public void Split_labelBehindFigures_beginsALane()
    {
        FormColumn Column(ColumnKind kind) => new() { GridColumn = 0, Header = "", Meaning = new ColumnMeaning(kind) };
        var lanes = LaneReader.Split([Column(ColumnKind.Name), Column(ColumnKind.Figure), Column(ColumnKind.Name), Column(ColumnKind.Figure), Column(ColumnKind.Figure), Column(ColumnKind.Name)]);
        Assert.Equal([2, 3], lanes.Select(static lane => lane.Count));
    }
}
