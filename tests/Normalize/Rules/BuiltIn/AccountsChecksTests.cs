using Gouji.Model;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

public sealed class AccountsChecksTests
{
    private const string Rows = "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出\n2013101 | 行政运行 | 5.00 | 5.00 | \n2013199 | 其他党委办公厅（室）及相关机构事务支出 | -1.00 | | -1.00\n | 合计 | 4.00 | 5.00 | -1.00";

    [Fact]
    public void NegativesNoted_refundInTwoTables_isOneNoticeAnItemWithAllItsPlaces()
    {
        var findings = new Reconciler(Rulebook.BuiltIn).Check(Printed.Recognise(
            Printed.Line("某局2021年度部门决算"),
            Printed.Line("支出决算表"),
            Printed.Line("部门：某局 单位：万元"),
            Printed.Table(Rows),
            Printed.Line("一般公共预算财政拨款支出决算表"),
            Printed.Line("部门：某局 单位：万元"),
            Printed.Table(Rows))).Findings.Where(static finding => finding.Rule == "F-NEG").ToList();
        Assert.All(findings, static finding => Assert.Equal(Severity.Notice, finding.Severity));
        Assert.Equal([4, 2], findings.Select(static finding => finding.Places.Count));
        Assert.Contains("见表1、2", findings[0].Message.Zh, StringComparison.Ordinal);
    }
}
