using System.Globalization;
using Gouji.Model;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Blame;

public sealed class RoundedAddendsTests
{
    [Theory]
    [InlineData(10.01, Verdict.HoldsWithinRounding, null)]
    [InlineData(10.02, Verdict.Broken, Severity.Notice)]
    [InlineData(9.98, Verdict.Broken, Severity.Notice)]
    [InlineData(10.03, Verdict.Broken, Severity.Error)]
    [InlineData(11.00, Verdict.Broken, Severity.Error)]
    public void Explain_totalOfManyRoundedDetails_forgivesOnePlaceMore(double summary, Verdict verdict, Severity? severity)
    {
        var reconciliation = Check((decimal)summary, details: 5);
        Assert.Equal(verdict, Total(reconciliation).Verdict);
        var finding = reconciliation.Findings.SingleOrDefault(static finding => finding.Checks.Any(static check => IsTotal(check)));
        Assert.Equal(severity, finding?.Severity);
        Assert.Equal(severity == Severity.Notice, finding?.Cause == "rounded-before-adding");
        Assert.True(severity != Severity.Notice || finding!.Blamed is null, "no cell is to blame for rounding");
    }

    [Fact]
    public void Explain_totalOfOneDetail_forgivesNothing() =>
        Assert.Contains(Check(2.02m, details: 1).Findings, static finding => finding.Severity == Severity.Error && finding.Checks.Any(IsTotal));

    private static Check Total(Reconciliation reconciliation) => reconciliation.Checks.Single(IsTotal);

    private static bool IsTotal(Check check) => check is { Rule: "FX-1", Subject.En: "tables 1, 2", Terms.Count: 2 };

    /// <summary>A summary and a table of expenditure, with items of 2.00 each in a class of its own.</summary>
    private static Reconciliation Check(decimal summary, int details)
    {
        var codes = new[] { "2013101", "2040601", "2080201", "2130301", "2240101" }.Take(details).ToList();
        var total = (2m * details).ToString("0.00", CultureInfo.InvariantCulture);
        var stated = summary.ToString("0.00", CultureInfo.InvariantCulture);
        string[] names = ["一般公共服务支出", "公共安全支出", "社会保障和就业支出", "农林水支出", "灾害防治及应急管理支出"];
        var classes = string.Join('\n', names.Take(details).Select(static (name, i) => $" | | {"一二三四五"[i]}、{name} | 2.00"));
        var items = string.Join('\n', codes.Select(static code => $"{code} | 行政运行 | 2.00 | 2.00 | "));
        return new Reconciler(Rulebook.BuiltIn).Check(Printed.Recognise(
            Printed.Line("某局2021年度部门决算"),
            Printed.Line("收入支出决算总表"),
            Printed.Line("部门：某局 单位：万元"),
            Printed.Table($"收入 | < | 支出 | <\n项目 | 决算数 | 项目 | 决算数\n一、一般公共预算财政拨款收入 | {stated} | | \n{classes}\n本年收入合计 | {stated} | 本年支出合计 | {stated}\n总计 | {stated} | 总计 | {stated}"),
            Printed.Line("支出决算表"),
            Printed.Line("部门：某局 单位：万元"),
            Printed.Table($"科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n{items}\n | 合计 | {total} | {total} | ")));
    }
}
