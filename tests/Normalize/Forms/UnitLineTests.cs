using Gouji.Model;
using Gouji.Normalize.Forms;

namespace Gouji.Normalize.Tests.Forms;

public sealed class UnitLineTests
{
    [Theory]
    [InlineData("单位：万元", MoneyUnit.TenThousandYuan)]
    [InlineData("单位:元", MoneyUnit.Yuan)]
    [InlineData("金额单位：千元", MoneyUnit.ThousandYuan)]
    [InlineData("单位：亿元", MoneyUnit.HundredMillionYuan)]
    [InlineData("编制部门：某局　　　单 位：万 元", MoneyUnit.TenThousandYuan)]
    [InlineData("编制单位：某局 单位：元", MoneyUnit.Yuan)]
    [InlineData("公开01表 金额单位：万元", MoneyUnit.TenThousandYuan)]
    [InlineData("单位：人民币元", MoneyUnit.Yuan)]
    [InlineData("（单位：万元）", MoneyUnit.TenThousandYuan)]
    public void UnitIn_declaringLine_givesTheUnit(string text, MoneyUnit unit) => Assert.Equal(unit, UnitLine.UnitIn(text, needsWord: true));

    [Theory]
    [InlineData("编制部门：某局")]
    [InlineData("安排12万元")]
    [InlineData("单位：某某局")]
    [InlineData("编制单位：某某单元")]
    [InlineData("")]
    public void UnitIn_lineWithoutDeclaration_givesNone(string text) => Assert.Null(UnitLine.UnitIn(text, needsWord: true));

    [Theory]
    [InlineData("金额（万元）", MoneyUnit.TenThousandYuan)]
    [InlineData("合计(元)", MoneyUnit.Yuan)]
    [InlineData("金额：元", MoneyUnit.Yuan)]
    public void UnitIn_columnHeader_givesTheUnit(string text, MoneyUnit unit) => Assert.Equal(unit, UnitLine.UnitIn(text, needsWord: false));

    [Theory]
    [InlineData("合计")]
    [InlineData("单元数")]
    public void UnitIn_columnHeaderWithoutUnit_givesNone(string text) => Assert.Null(UnitLine.UnitIn(text, needsWord: false));

    [Theory]
    [InlineData("编制部门：某某州党委办公室 单位：万元", "某某州党委办公室", "编制部门")]
    [InlineData("填报部门：某局", "某局", "填报部门")]
    [InlineData("编制单位:某局      单位:元", "某局", "编制单位")]
    [InlineData("公开部门： 某局\t单位：万元", "某局", "公开部门")]
    [InlineData("部门：某局 金额单位：万元", "某局", "部门")]
    [InlineData("预算单位：某事业单位服务中心 单位：万元", "某事业单位服务中心", "预算单位")]
    [InlineData("单位：某某局", "某某局", "单位")]
    public void BodyIn_lineWithABody_givesItAndItsWord(string text, string body, string word) => Assert.Equal((body, word), UnitLine.BodyIn(text));

    [Theory]
    [InlineData("单位：万元")]
    [InlineData("金额单位：元")]
    [InlineData("编制部门： 单位：万元")]
    [InlineData("某局负责编制部门预算")]
    [InlineData("")]
    public void BodyIn_lineWithoutABody_givesNone(string text) => Assert.Null(UnitLine.BodyIn(text));
}
