using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Forms;

public sealed class ThreePublicReaderTests
{
    private const string Title = "一般公共预算“三公”经费支出情况表";
    private const string Header = """
        合计 | 因公出国（境）费用 | 公务用车购置及运行费 | < | < | 公务接待费
        ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^

        """;

    [Fact]
    public void Read_itemsAsRows_areTurnedIntoColumns()
    {
        var form = Printed.Form(Title, """
            项目 | 2019年预算数 | 2020年预算数
            合计 | 90.00 | 158.00
            1、因公出国（境）费用 | 0.00 | 0.00
            2、公务接待费 | 85.00 | 65.00
            3、公务用车购置及运行费 | 5.00 | 93.00
            其中：（1）公务用车运行维护费 | 5.00 | 93.00
            （2）公务用车购置 | 0.00 | 0.00
            """);
        var part = form.Part("")!;
        Assert.Equal(FormRole.B8, form.Role);
        Assert.Equal("total travel:total reception:total vehicles:total operation:vehicles purchase:vehicles", part.Keys());
        var row = part.Rows.Single(static row => row.Label == "2020年预算数");
        Assert.Equal([158m, 0m, 65m, 93m, 93m, 0m], row.Facts.Select(static fact => fact?.Stated ?? -1));
        Assert.Equal("other-measure", part.Rows.Single(static row => row.Label == "2019年预算数").Key);
    }

    [Fact]
    public void Read_meetingAndTrainingColumns_areNoPartOfTheTotal()
    {
        var part = Printed.Form("财政拨款“三公”经费、会议费、培训费支出表", """
            单位名称 | 合计 | 因公出国（境）费 | 公务接待费 | 公务用车运行费 | 会议费 | 培训费
            某局 | 6.00 | 1.00 | 2.00 | 3.00 | 9.00 | 8.00
            """).Part("")!;
        Assert.Equal("total travel:total reception:total operation:total meeting training", part.Keys());
    }

    [Fact]
    public void Read_threePublicAsOneGroupOfSeveral_totalIsThatOfTheGroup()
    {
        var part = Printed.Form("一般公共预算“三公”经费、会议费、培训费支出预算表", """
            合计 | “三公”经费 | < | < | 会议费 | 培训费
            ^ | 小计 | 因公出国（境）费 | 公务接待费 | ^ | ^
            9.00 | 3.00 | 1.00 | 2.00 | 4.00 | 2.00
            """).Part("")!;
        Assert.Equal("total", part.Columns[1].Meaning.Key);
        Assert.Equal(1, part.ColumnOf("total"));
    }

    [Fact]
    public void NameRows_oneRow_isTheTotal() =>
        Assert.Equal(RowKind.Total, Assert.Single(Printed.Form(Title, Header + "158.00 | | 93.00 | | 93.00 | 65.00").Part("")!.Rows).Kind);

    [Fact]
    public void NameRows_firstRowTheSumOfTheOthers_isTheTotal()
    {
        var part = Printed.Form(Title, Header + """
            158.00 | | 93.00 | | 93.00 | 65.00
            73.00 | | 71.00 | | 71.00 | 2.00
            85.00 | | 22.00 | | 22.00 | 63.00
            """).Part("")!;
        Assert.Equal([RowKind.Total, RowKind.Leaf, RowKind.Leaf], part.Rows.Select(static row => row.Kind));
        Assert.Equal([1, 2], part.Rows[0].Parts);
        Assert.All(part.Rows, static row => Assert.Equal(Nature.All, row.Nature));
    }

    [Fact]
    public void NameRows_rowsThatSumUpNothing_areLeftUnnamed()
    {
        var part = Printed.Form(Title, Header + """
            158.00 | | 93.00 | | 93.00 | 65.00
            73.00 | | 71.00 | | 71.00 | 2.00
            86.00 | | 22.00 | | 22.00 | 64.00
            """).Part("")!;
        Assert.All(part.Rows, static row => Assert.Equal(RowKind.Leaf, row.Kind));
    }

    [Fact]
    public void NameRows_rowEqualToBasicExpenditure_isTheBasicRowAndTheOtherTheProjectRow()
    {
        var forms = WithBasicExpenditure("""
            158.00 | | 93.00 | | 93.00 | 65.00
            85.00 | | 22.00 | | 22.00 | 63.00
            73.00 | | 71.00 | | 71.00 | 2.00
            """);
        var part = forms.Single(static form => form.Role == FormRole.B8).Part("")!;
        Assert.Equal([Nature.All, Nature.Project, Nature.Basic], part.Rows.Select(static row => row.Nature));
        Assert.All(part.Rows[2].Facts.OfType<Fact>(), static fact => Assert.Equal(Nature.Basic, fact.Nature));
    }

    [Fact]
    public void NameRows_noRowEqualToBasicExpenditure_namesNone()
    {
        var part = WithBasicExpenditure("""
            158.00 | | 93.00 | | 93.00 | 65.00
            85.00 | | 22.00 | | 22.00 | 63.00
            73.00 | | 71.00 | | 71.00 | 2.00
            """, "70.00").Single(static form => form.Role == FormRole.B8).Part("")!;
        Assert.All(part.Rows, static row => Assert.Equal(Nature.All, row.Nature));
    }

    [Fact]
    public void NameRows_labelledRows_keepTheirLabels()
    {
        var part = Printed.Form(Title, """
            项目 | 合计 | 因公出国（境）费用 | 公务用车购置及运行费 | < | < | 公务接待费
            ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
            合计 | 158.00 | | 93.00 | | 93.00 | 65.00
            基本支出 | 73.00 | | 71.00 | | 71.00 | 2.00
            项目支出 | 85.00 | | 22.00 | | 22.00 | 63.00
            """).Part("")!;
        Assert.Equal([Nature.All, Nature.Basic, Nature.Project], part.Rows.Select(static row => row.Nature));
        Assert.Equal([1, 2], part.Total!.Parts);
    }

    private static IReadOnlyList<FormTable> WithBasicExpenditure(string rows, string operation = "71.00") => Printed.Recognise(
        Printed.Line("一般公共预算基本支出情况表"),
        Printed.Table($"""
            科目编码 | 科目名称 | 小计 | 人员经费 | 公用经费
            30217 | 公务接待费 | 2.00 | | 2.00
            30231 | 公务用车运行维护费 | {operation} | | {operation}
            """),
        Printed.Line(Title),
        Printed.Table(Header + rows)).Forms;
}
