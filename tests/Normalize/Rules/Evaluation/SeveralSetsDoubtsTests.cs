using Gouji.Model;
using Gouji.Normalize.Linking;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Rules.Evaluation;

/// <summary>A file that holds the disclosures of several bodies, one behind the other.</summary>
public sealed class SeveralSetsDoubtsTests
{
    [Fact]
    public void Check_twoSetsOfTables_compareNoTableWithAnother()
    {
        var reconciliation = Check([.. Set("某县民政局", 7, 4, 3, spent: 5), .. Set("某县福利院", 9, 4, 5, spent: 4)]);

        Assert.Empty(reconciliation.Findings);
        Assert.Contains(reconciliation.Checks, static check => check is { Verdict: Verdict.CannotTell, Reason: { } reason } && reason.En.Contains("2 sets of tables", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_twoSetsOfTables_stillAddUpEachTable()
    {
        var findings = Check([.. Set("某县民政局", 7, 4, 3, spent: 4), .. Set("某县福利院", 9, 4, 6, spent: 4)]).Findings;

        Assert.NotEmpty(findings);
        Assert.All(findings, static finding => Assert.Equal("R-COL", finding.Rule));
    }

    [Fact]
    public void Check_oneSetOfTables_comparesThem() =>
        Assert.Contains(Check([.. Set("某县民政局", 7, 4, 3, spent: 5)]).Findings, static finding => finding is { Rule: "X-MIRROR", Severity: Severity.Error });

    [Fact]
    public void Link_twoSetsOfTables_compareWithNoOtherDocument()
    {
        Block[] head = [Printed.Line("某县民政局2023年部门预算公开")];

        Assert.Empty(LinkRecord.Of(Printed.Recognise([.. head, .. Set("某县民政局", 7, 4, 3, spent: 4), .. Set("某县福利院", 9, 4, 5, spent: 4)]))!.Figures);
        Assert.NotEmpty(LinkRecord.Of(Printed.Recognise([.. head, .. Set("某县民政局", 7, 4, 3, spent: 4)]))!.Figures);
    }

    private static IEnumerable<Block> Set(string body, int total, int first, int second, int spent)
    {
        yield return Printed.Line("部门收支总体情况表");
        yield return Printed.Line($"编制单位：{body} 单位：万元");
        yield return Printed.Table($"收入 | < | 支出 | <\n项目 | 预算数 | 功能分类 | 预算数\n财政拨款 | {total}.00 | 208 社会保障和就业支出 | {total}.00\n收入总计 | {total}.00 | 支出总计 | {total}.00");
        yield return Printed.Line("部门收入总体情况表");
        yield return Printed.Line($"编制单位：{body} 单位：万元");
        yield return Printed.Table($"科目编码 | 科目名称 | 总计 | 一般公共预算拨款 | 事业收入\n合计 | | {total}.00 | {total}.00 |\n2080201 | 行政运行 | {first}.00 | {first}.00 |\n2080202 | 一般行政管理事务 | {second}.00 | {second}.00 |");
        yield return Printed.Line("部门支出总体情况表");
        yield return Printed.Line($"编制单位：{body} 单位：万元");
        yield return Printed.Table($"科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n合计 | | {total}.00 | {spent}.00 | {total - spent}.00\n2080201 | 行政运行 | {spent}.00 | {spent}.00 |\n2080202 | 一般行政管理事务 | {total - spent}.00 | | {total - spent}.00");
    }

    private static Reconciliation Check(IReadOnlyList<Block> blocks) => new Reconciler(Rulebook.BuiltIn).Check(Printed.Recognise(blocks));
}
