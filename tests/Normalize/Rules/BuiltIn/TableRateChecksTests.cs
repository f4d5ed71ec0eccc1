using Gouji.Model;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

/// <summary>Changes and percentages that tables print beside the figures that they compare.</summary>
public sealed class TableRateChecksTests
{
    private const string Header = "项目 | 年初预算数 | 决算数 | 完成预算% | 上年决算数 | 比上年增减额 | 增减%\n";

    [Theory]
    [InlineData("公务接待费 | 8.00 | 6.00 | 75.00 | 5.00 | 1.00 | 20.00", "")]
    [InlineData("公务接待费 | 8.00 | 6.00 | 75% | 5.00 | 1.00 | 20%", "")]
    [InlineData("公务接待费 | 8.00 | 6.00 | 0.75 | 5.00 | 1.00 | 0.20", "")]
    [InlineData("公务接待费 | 0.00 | 6.00 | 100 | 0.00 | 6.00 | 100", "")]
    [InlineData("公务接待费 | 0.00 | 6.00 | | 0.00 | 6.00 | ", "")]
    [InlineData("公务接待费 | 8.00 | 6.00 | 57.00 | 5.00 | 1.00 | 20.00", "Y-BUDACT error 57 75")]
    [InlineData("公务接待费 | 8.00 | 6.00 | 75.00 | 5.00 | 1.00 | 25.00", "Y-RATE error 25 20")]
    [InlineData("公务接待费 | 8.00 | 6.00 | 75.00 | 5.00 | 1.00 | 16.67", "Y-RATE error 16.67 20 rate-on-wrong-base")]
    [InlineData("公务接待费 | 8.00 | 6.00 | 75.00 | 5.00 | 1.00 | -20.00", "Y-RATE warning -20 20 sign")]
    [InlineData("公务接待费 | 0.00 | 6.00 | 75.00 | 5.00 | 1.00 | 20.00", "Y-BUDACT warning  ")]
    public void Check_rowOfComparisons_findsTheWrongOne(string row, string expected)
    {
        var findings = new Reconciler(Rulebook.BuiltIn).Check(Printed.Recognise(
            Printed.Line("某局2021年度部门决算"),
            Printed.Line("财政拨款“三公”经费支出决算表"),
            Printed.Line("部门：某局 单位：万元"),
            Printed.Table(Header + row + "\n公务用车运行维护费 | 12.00 | 9.00 | 75.00 | 7.00 | 2.00 | 28.57"))).Findings;
        Assert.Equal(expected, string.Join(", ", findings.Where(static finding => finding.Rule.StartsWith('Y')).Select(static finding =>
            $"{finding.Rule} {finding.Severity.ToString().ToLowerInvariant()} {Plain(finding.Stated)} {Plain(finding.Expected)}{(finding.Cause is { } cause ? " " + cause : "")}")));
    }

    [Fact]
    public void Check_changeThatBreaksItsColumnToo_isOneFinding()
    {
        var findings = new Reconciler(Rulebook.BuiltIn).Check(Printed.Recognise(
            Printed.Line("某局2020年部门预算"),
            Printed.Line("一般公共预算支出表"),
            Printed.Line("部门：某局 单位：万元"),
            Printed.Table("""
                科目编码 | 科目名称 | 2019年执行数 | 2020年预算数 | 增减额 | 增减%
                2010101 | 行政运行 | 70.00 | 80.00 | 10.00 | 14.3
                2010104 | 人大会议 | 30.00 | 40.00 | 1.00 | 33.3
                 | 合计 | 100.00 | 120.00 | 20.00 | 20.0
                """))).Findings.Where(static finding => finding.Severity == Severity.Error);
        Assert.Equal((1.00m, 10.00m), Assert.Single(findings) is var finding ? (finding.Stated, finding.Expected) : default);
    }

    private static string Plain(decimal? value) => value is { } known ? (known / 1.0000000m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) : "";
}
