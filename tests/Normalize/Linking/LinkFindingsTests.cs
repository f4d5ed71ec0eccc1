using Gouji.Model;
using Gouji.Normalize.Linking;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Linking;

public sealed class LinkFindingsTests
{
    private static readonly string[] Codes = ["2010601", "2010602", "2010607", "2010608"];

    [Fact]
    public void Of_everyFigureOfTheYearBefore_isARestatementAndAWarning()
    {
        var finding = Assert.Single(Years.Findings(Budget(2019, [10, 20, 30, 40]), Budget(2020, [1, 2, 3, 4], [11, 22, 33, 44])));
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("Of 5 previous-year figures 5 differ", finding.Message.En);
    }

    [Fact]
    public void Of_twoFigures_areTwoCauses()
    {
        var findings = Years.Findings(Budget(2019, [10, 20, 30, 40]), Budget(2020, [1, 2, 3, 4], [11, 18, 30, 40], printedTotal: 100));
        Assert.Equal([1m, -2m], findings.Select(static finding => finding.Difference!.Value).OrderDescending());
        Assert.All(findings, static finding => Assert.Equal(Severity.Warning, finding.Severity));
    }

    [Theory]
    [InlineData(40, 41, Severity.Warning)]
    [InlineData(20, 20, Severity.Error)]
    public void Of_noOtherFigureThatAgrees_mayBeAnotherDocument(int second, int printed, Severity severity) =>
        Assert.Equal(severity, Years.Findings(Budget(2019, [10, second]), Budget(2020, [1, 2], [10 + second, printed], printedTotal: 90))[0].Severity);

    private static LinkRecord Budget(int year, int[] figures, int[]? previous = null, int? printedTotal = null)
    {
        string[] header = ["科目编码", "科目名称", .. previous is null ? (string[])[] : ["上年预算数"], "本年预算数"];
        var rows = new List<string[]> { header };
        for (var i = 0; i < figures.Length; i++)
        {
            rows.Add([Codes[i], "某科目", .. previous is null ? (string[])[] : [$"{previous[i]}.00"], $"{figures[i]}.00"]);
        }

        rows.Add(["", "合计", .. previous is null ? (string[])[] : [$"{printedTotal ?? previous.Sum()}.00"], $"{figures.Sum()}.00"]);
        return Years.Record($"{year}.docx", Printed.Line($"甲河县财政局{year}年部门预算公开"), Printed.Line("一般公共预算支出情况表"), Printed.Line("编制部门：甲河县财政局 单位：万元"), Printed.Table(rows));
    }
}
