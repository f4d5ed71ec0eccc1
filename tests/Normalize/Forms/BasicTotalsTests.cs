using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

public sealed class BasicTotalsTests
{
    private const string Lanes = """
        人员经费 | < | < | 公用经费 | < | < | < | < | <
        科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
        301 | 工资福利支出 | 5.00 | 302 | 商品和服务支出 | 3.00 | 310 | 资本性支出 | 0.50
        30101 | 基本工资 | 5.00 | 30201 | 办公费 | 3.00 | 31002 | 办公设备购置 | 0.50

        """;

    [Theory]
    [InlineData("人员经费合计 | < | 5.00 | 公用经费合计 | < | < | < | < | 3.50")]
    [InlineData("人员经费合计 | < | 5.00 | 公用经费合计 | < | 3.50 | | |")]
    [InlineData("人员经费合计 | < | 5.00 | 公用经费合计 | 3.50 | ~ | ~ | ~ | ~")]
    [InlineData("人员经费小计 | | 5.00 | 公用经费小计 | | | | | 3.50")]
    public void Read_labelOverLanes_takesTheNextFigureInWhateverLane(string row)
    {
        var part = Part(Lanes + row);
        Assert.Equal([("personnel", 5m), ("public", 3.5m)], part.Rows.Where(static row => row.Key.Length > 0).Select(static row => (row.Key, row.Facts[0]!.Stated!.Value)));
        Assert.Equal(["30101", "30201", "31002"], part.Rows.Where(static row => row.Kind == RowKind.Leaf).Select(static row => row.EconomicCode));
    }

    [Fact]
    public void Read_itemBesideTheSum_staysAnItem()
    {
        var part = Part(Lanes + "人员经费合计 | < | 5.00 | 30202 | 印刷费 | 0.20 | | | \n | | | 公用经费合计 | < | < | < | < | 3.70");
        Assert.Equal(0.2m, part.Row("30202").Facts[0]!.Stated);
        Assert.Equal(["personnel", "public"], part.Rows.Select(static row => row.Key).Where(static key => key.Length > 0));
    }

    [Fact]
    public void Read_blankSum_isBlankAndNoFigureOfAnother()
    {
        var part = Part(Lanes + "人员经费合计 | < | | 公用经费合计 | < | < | < | < | 3.50");
        Assert.Equal(FactState.Blank, part.Rows.Single(static row => row.Key == "personnel").Facts[0]!.State);
    }

    [Theory]
    [InlineData("人员经费合计", "personnel")]
    [InlineData("公用经费小计", "public")]
    [InlineData("人员经费", null)]
    [InlineData("合计", null)]
    public void KeyOf_label_isThatOfASumOnly(string letters, string? key) => Assert.Equal(key, BasicTotals.KeyOf(letters));

    private static FormPart Part(string drawing) => Assert.Single(Printed.Recognise(
        Printed.Line("某局2021年度部门决算"), Printed.Line("一般公共预算财政拨款基本支出决算表"), Printed.Line("部门：某局 单位：万元"), Printed.Table(drawing)).Forms).Part("")!;
}
