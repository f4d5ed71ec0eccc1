using Gouji.Model;
using static Gouji.Extract.Tests.Text.PrintedText;

namespace Gouji.Extract.Tests.Text;

public sealed class HeaderSpansTests
{
    [Fact]
    public void BlankCellsBelow_tellWhichCellIsWide_andMergeDownwards()
    {
        var table = ReadTable(Table("合计|出国|用车|接待", "||小计|购置|运行|", "9.00||5.00||5.00|4.00"));

        Assert.Equal("合计[2×1] | 出国[2×1] | 用车[1×3] | 接待[2×1]", Row(table, 0));
        Assert.Equal("小计 | 购置 | 运行", Row(table, 1));
    }

    [Fact]
    public void ThreeLevels_areSolvedFromBelow()
    {
        var table = ReadTable(Table("项目|支出", "科目编码|名称|合计|基本|专项", "类|款|||||", "213|05|种子|3.00|1.00|2.00"));

        // One blank too many: the row of 类 and 款 is as wide as the table.
        Assert.Equal(7, table.Grid.ColumnCount);

        table = ReadTable(Table("项目|支出", "科目编码|名称|合计|基本|专项", "类|款||||", "213|05|种子|3.00|1.00|2.00"));
        Assert.Equal("项目[1×3] | 支出[1×3]", Row(table, 0));
        Assert.Equal("科目编码[1×2] | 名称[2×1] | 合计[2×1] | 基本[2×1] | 专项[2×1]", Row(table, 1));
        Assert.Equal("类 | 款", Row(table, 2));
    }

    [Theory]
    [InlineData("收入|支出", "项目|金额|项目|金额", "门票|1.00|纸张|1.00", "收入[1×2] | 支出[1×2]")]
    [InlineData("拨款收入|拨款支出", "来源|合计|去向|合计|本级|下级", "拨款|6.00|农业|6.00|5.00|1.00", "拨款收入[1×2] | 拨款支出[1×4]")]
    [InlineData("收入|支出", "来源|本年|上年|功能|本年|上年", "拨款|6|5|农业|6|5", "收入[1×3] | 支出[1×3]")]
    [InlineData("项目|支出预算", "科目编码|科目名称|合计|基本|专项", "21305|种子|3.00|1.00|2.00", "项目[1×2] | 支出预算[1×3]")]
    [InlineData("名称|2021年|2022年", "|合计|基本|专项|合计|基本|专项", "种子|3.00|1.00|2.00|3.00|1.00|2.00", "名称[2×1] | 2021年[1×3] | 2022年[1×3]")]
    [InlineData("名称|基本支出|项目支出", "|小计|人员|公用|小计|本级", "种子|3.00|1.00|2.00|3.00|3.00", "名称[2×1] | 基本支出[1×3] | 项目支出[1×2]")]
    public void LanesOfTheBody_partAHeaderThatBlankCellsDoNot(string top, string leaf, string body, string expected)
    {
        var table = ReadTable(Table(top, leaf, body));

        Assert.Equal(expected, Row(table, 0));
        Assert.Contains(table.Guesses, guess => guess is { Kind: TableGuessKind.SpansInferred, Row: 0 });
    }

    [Fact]
    public void HeaderWithoutALowestRow_takesItsSpansFromTheColumns()
    {
        var table = ReadTable(Table("科目编码|科目名称|合计|基本|专项", "213|05|01|种子|3.00|1.00|2.00", "213|05|02|农机|3.00|1.00|2.00"));

        Assert.Equal("科目编码[1×3] | 科目名称 | 合计 | 基本 | 专项", Row(table, 0));
    }

    [Fact]
    public void RowsAboveTheHeader_doNotMakeATableIrregular()
    {
        var table = ReadTable(Table("|公开09表", "公开部门：某局|金额单位：万元", "项目|本年支出", "科目编码|科目名称|小计|基本支出|项目支出", "类|款|项||||", "栏次|1|2|3", "合计|3.1|0|3.1", "223|经营支出|3.1|0|3.1", "22301|其他|3.1|0|3.1", "2230105|其他支出|3.1|0|3.1"));

        Assert.Equal("科目编码[1×3] | 科目名称[2×1] | 小计[2×1] | 基本支出[2×1] | 项目支出[2×1]", Row(table, 3));
        Assert.Equal("合计[1×4] | 3.1 | 0 | 3.1", Row(table, 6));
        Assert.Equal("2230105[1×3] | 其他支出 | 3.1 | 0 | 3.1", Row(table, 9));
    }

    [Fact]
    public void EmptyForm_takesItsLanesFromTheHeadings()
    {
        var table = ReadTable(Table("项目|基金支出", "科目编码|科目名称|小计|基本|专项", "类|款|项||||", "||||||", "||||||"));

        Assert.Equal("项目[1×4] | 基金支出[1×3]", Row(table, 0));
        Assert.Equal(" |  |  |  |  |  | ", Row(table, 4));
    }

    [Fact]
    public void HeaderRows_endAtTheFirstFullRow_soThatBlankBodyCellsStay()
    {
        var table = ReadTable(Table("收入|支出", "项目|金额|项目|金额", "一、拨款||一、农业|", "二、捐赠|1.00|二、教育|1.00"));

        Assert.Equal("一、拨款 |  | 一、农业 | ", Row(table, 2));
        Assert.DoesNotContain(table.Grid.Cells, cell => cell.RowSpan > 1);
    }

    [Fact]
    public void TwoYearsOfThreeLevels_areSolvedFromBelow()
    {
        var table = ReadTable(Table(
            "2021年预算数|2022年预算数",
            "合计|出国|用车|接待|合计|出国|用车|接待",
            "||小计|购置|运行||||小计|购置|运行|",
            "9.00||5.00||5.00|4.00|8.00||5.00||5.00|3.00"));

        Assert.Equal("2021年预算数[1×6] | 2022年预算数[1×6]", Row(table, 0));
        Assert.Equal("合计[2×1] | 出国[2×1] | 用车[1×3] | 接待[2×1] | 合计[2×1] | 出国[2×1] | 用车[1×3] | 接待[2×1]", Row(table, 1));
    }

    [Fact]
    public void FinalAccountsForm_withLineNumbers_keepsItsLanes()
    {
        var table = ReadTable(Table("收入|支出", "项目|行次|决算数|项目|行次|决算数", "栏次||1|栏次||2", "一、拨款|1|9.00|一、文化|30|8.00", "二、捐赠|2||二、体育|31|1.00"));

        Assert.Equal("收入[1×3] | 支出[1×3]", Row(table, 0));
        Assert.Equal("栏次 |  | 1 | 栏次 |  | 2", Row(table, 2));
    }
}
