using Gouji.Model;
using Gouji.Normalize.Prose;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Prose;

public sealed class ProseReaderTests
{
    [Theory]
    [InlineData("一、关于某局2020年收支预算情况的总体说明", nameof(ProseTheme.Overview))]
    [InlineData("二、收入预算情况说明", nameof(ProseTheme.Income))]
    [InlineData("三、2020年支出预算情况说明", nameof(ProseTheme.Expenditure))]
    [InlineData("2、支出说明", nameof(ProseTheme.Expenditure))]
    [InlineData("二、部门预算安排的总体情况", nameof(ProseTheme.Overview))]
    [InlineData("四、财政拨款收支预算情况的总体说明", nameof(ProseTheme.Fiscal))]
    [InlineData("五、一般公共预算当年拨款情况说明", nameof(ProseTheme.General))]
    [InlineData("六、一般公共预算基本支出情况说明", nameof(ProseTheme.Basic))]
    [InlineData("七、项目支出情况说明", nameof(ProseTheme.Projects))]
    [InlineData("八、“三公”经费预算情况说明", nameof(ProseTheme.ThreePublic))]
    [InlineData("二、公务用车购置及运行维护费", nameof(ProseTheme.ThreePublic))]
    [InlineData("九、政府性基金预算拨款情况说明", nameof(ProseTheme.Funds))]
    [InlineData("三、支出預算情況說明", nameof(ProseTheme.Expenditure))]
    [InlineData("（一）机关运行经费情况", nameof(ProseTheme.AgencyCost))]
    [InlineData("2.政府采购情况", nameof(ProseTheme.Procurement))]
    [InlineData("（四）预算绩效情况", nameof(ProseTheme.Performance))]
    [InlineData("十一、名词解释", nameof(ProseTheme.None))]
    public void Read_heading_saysWhatItsSectionIsAbout(string heading, string theme)
    {
        var line = Read(heading, "支出5万元。").Lines[^1];
        Assert.Equal(theme, line.Section.Theme.ToString());
        Assert.False(line.IsHeading);
    }

    [Theory]
    [InlineData("2020年“三公”经费预算5万元", nameof(ProseTheme.ThreePublic))]
    [InlineData("2020年，某局收入预算5万元", nameof(ProseTheme.Income))]
    [InlineData("1.教育支出（类）其他教育支出（款）其他教育支出（项）5万元", nameof(ProseTheme.General))]
    [InlineData("本工程建筑面积5平方米", nameof(ProseTheme.None))]
    [InlineData("经汇总，全县各单位2020年安排“三公”经费5万元", nameof(ProseTheme.ThreePublic))]
    public void Read_paragraphOutsideOfSections_saysItselfWhatItIsAbout(string text, string theme) =>
        Assert.Equal(theme, Read("部门预算编制说明", text).Lines[^1].Section.Theme.ToString());

    [Fact]
    public void Read_headingApartFromItsNumber_opensItsSection()
    {
        var prose = Read("二、收入预算情况说明", "收入预算5万元。", "三、", "支出预算情况说明", "支出预算6万元。");
        Assert.Equal([ProseTheme.Income, ProseTheme.Expenditure], prose.Claims.Select(static claim => claim.Section.Theme));
    }

    [Fact]
    public void Read_numberAlone_opensNoSectionWhereASentenceFollows()
    {
        var prose = Read("二、收入预算情况说明", "三、", "本单位编制8人。");
        Assert.Equal(ProseTheme.None, Assert.Single(prose.Claims).Section.Theme);
    }

    [Fact]
    public void Read_headingInBracketsBesideAnother_opensItsOwnSection()
    {
        var prose = Read("三、预算情况说明", "（一）财政拨款收支情况说明", "支出5万元。", "（二）一般公共预算支出情况说明", "支出6万元。");
        Assert.Equal([ProseTheme.Fiscal, ProseTheme.General], prose.Claims.Select(static claim => claim.Section.Theme));
    }

    [Fact]
    public void Read_vehiclesAmongTheAssets_stayAssets()
    {
        var prose = Read("十、国有资产占用情况说明", "（一）公务用车购置情况", "车辆5辆。");
        Assert.Equal(ProseTheme.Assets, Assert.Single(prose.Claims).Section.Theme);
    }

    [Fact]
    public void Read_paragraphOfSeveralLines_isParted()
    {
        var prose = Read("说明\n    二、收入预算情况说明\n    收入预算5万元，其\n中事业收入5万元。\n    三、支出预算情况说明\n    支出预算6万元。");
        Assert.Equal([ProseTheme.Income, ProseTheme.Income, ProseTheme.Expenditure], prose.Claims.Select(static claim => claim.Section.Theme));
    }

    [Fact]
    public void Read_projectName_standsForItsAmount()
    {
        var prose = Read("七、项目支出情况说明", "1、项目名称：公务接待费", "预算安排规模：80万元", "2、项目名称：信息化", "预算安排规模：20万元");
        Assert.Equal([("公务接待费", "公务接待费"), ("信息化", "信息化")], prose.Claims.Select(static claim => (claim.Project!, claim.Subject)));
    }

    [Fact]
    public void Left_figureOutsideOfMoney_isListedWithItsReason()
    {
        var disclosure = Printed.Recognise(Printed.Line("某局2020年部门预算公开"), Printed.Line("一、单位职责"), Printed.Line("下属8个单位。"), Printed.Line("三、支出预算情况说明"), Printed.Line("支出预算6万元。"));
        var left = Assert.Single(disclosure.Left);
        Assert.Equal("下属【8】个单位。", left.Text);
        Assert.NotEmpty(left.Reason.Zh);
        Assert.Equal((2, 1), (disclosure.ProseFigures, disclosure.ProseFiguresUnderstood));
    }

    private static Explanations Read(params string[] lines) =>
        Printed.Recognise([Printed.Line("某局2020年部门预算公开"), .. lines.Select(Printed.Line)]).Prose;
}
