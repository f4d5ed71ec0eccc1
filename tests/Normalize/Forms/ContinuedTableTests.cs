using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

/// <summary>Tables that go on in the next one, where a page ended in the original, and tables that look so and are those of another body.</summary>
public sealed class ContinuedTableTests
{
    private const string Header = "科目编码 | 科目名称 | 支出预算 | < | <\n^ | ^ | 合计 | 基本支出 | 项目支出\n";
    private const string FirstRows = "合计 | | 7.00 | 2.00 | 5.00\n2013101 | 行政运行 | 3.00 | 2.00 | 1.00\n";
    private const string LastRows = "2013102 | 一般行政管理事务 | 4.00 | | 4.00\n";

    [Theory]
    [InlineData("", Header)]
    [InlineData("部门支出总体情况表", Header)]
    [InlineData("部门支出总体情况表", "")]
    [InlineData("部门支出总体情况表（续）", Header)]
    [InlineData("部门支出总体情况表（续表）", "")]
    [InlineData("续：部门支出总体情况表", Header)]
    [InlineData("部门支出总体情况表（续表2）", Header)]
    [InlineData("续表", Header)]
    [InlineData("续表一", Header)]
    [InlineData("续上表", "")]
    [InlineData("（接上表）", Header)]
    [InlineData("公开03表（续表）", Header)]
    [InlineData("— 12 —", Header)]
    [InlineData("", "科目编码 | 科目名称 | 支出预算 | < | <\n")]
    public void Recognise_restOfATable_goesOnWithTheFormBefore(string between, string header)
    {
        var form = Assert.Single(Recognise(between, header + LastRows));

        Assert.Equal("合计 = 2013101 + 2013102", form.Part("")!.Sums());
        Assert.Equal("部门支出总体情况表", form.Title);
    }

    [Fact]
    public void Recognise_totalsInTheRest_goOnWithTheFormBefore()
    {
        var form = Assert.Single(Printed.Recognise(
            Printed.Line("部门支出总体情况表"),
            Printed.Table(Header + "2013101 | 行政运行 | 3.00 | 2.00 | 1.00"),
            Printed.Line("部门支出总体情况表"),
            Printed.Table(Header + LastRows + "合计 | | 7.00 | 2.00 | 5.00")).Forms);

        Assert.Equal("合计 = 2013101 + 2013102", form.Part("")!.Sums());
    }

    // Departments publish the tables of all their units one after the other.
    [Theory]
    [InlineData("部门支出总体情况表")]
    [InlineData("")]
    public void Recognise_tableWithTotalsOfItsOwn_isAnotherForm(string between) =>
        Assert.Equal(2, Recognise(between, Header + "合计 | | 4.00 | | 4.00\n" + LastRows).Count);

    [Theory]
    [InlineData("一般公共预算支出情况表")]
    [InlineData("一般公共预算支出情况表（续）")]
    public void Recognise_anotherTitle_isAnotherForm(string between) => Assert.Equal(2, Recognise(between, Header + LastRows).Count);

    [Fact]
    public void Recognise_sameTitleWithoutTotals_isNotJoinedUnlessItSaysSo()
    {
        const string Rows = "2013101 | 行政运行 | 3.00 | 2.00 | 1.00";
        IReadOnlyList<FormTable> Forms(string title) =>
            Printed.Recognise(Printed.Line("部门支出总体情况表"), Printed.Table(Header + Rows), Printed.Line(title), Printed.Table(Header + LastRows)).Forms;

        Assert.Equal(2, Forms("部门支出总体情况表").Count);
        Assert.Single(Forms("部门支出总体情况表（续）"));
    }

    [Fact]
    public void Recognise_anotherBody_isAnotherForm()
    {
        var forms = Printed.Recognise(
            Printed.Line("部门支出总体情况表"),
            Printed.Line("编制单位：某县民政局 单位：万元"),
            Printed.Table(Header + FirstRows),
            Printed.Line("部门支出总体情况表"),
            Printed.Line("编制单位：某县福利院 单位：万元"),
            Printed.Table(Header + LastRows)).Forms;

        Assert.Equal(["某县民政局", "某县福利院"], forms.Select(static form => form.Body));
    }

    [Fact]
    public void Recognise_restOfATableOfNoKnownForm_goesOnWithIt()
    {
        const string Known = "序号 | 物资名称 | 数量 | 金额 | 备注\n";
        var form = Assert.Single(Printed.Recognise(
            Printed.Line("救灾物资采购明细表"),
            Printed.Table(Known + "合计 | | | 7.00 |\n1 | 帐篷 | 2 | 3.00 |"),
            Printed.Table(Known + "2 | 棉被 | 9 | 4.00 |")).Forms);

        Assert.Equal(3, form.Part("")!.Rows.Count);
    }

    [Fact]
    public void Recognise_headerWithinTheTable_isNoRow()
    {
        const string Numbers = "栏次 | < | 1 | 2 | 3\n";
        var form = Assert.Single(Printed.Recognise(Printed.Line("部门支出总体情况表"), Printed.Table(Header + Numbers + FirstRows + Header + Numbers + LastRows)).Forms);

        Assert.Equal("合计 = 2013101 + 2013102", form.Part("")!.Sums());
        Assert.Equal(3, form.Part("")!.Rows.Count);
    }

    private static IReadOnlyList<FormTable> Recognise(string between, string rest) => Printed.Recognise(
        [Printed.Line("部门支出总体情况表"), Printed.Table(Header + FirstRows), .. between.Length == 0 ? Array.Empty<Block>() : [Printed.Line(between)], Printed.Table(rest)]).Forms;
}
