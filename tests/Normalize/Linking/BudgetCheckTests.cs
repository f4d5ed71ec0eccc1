using Gouji.Model;
using Gouji.Normalize.Linking;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Linking;

public sealed class BudgetCheckTests
{
    private const string Body = "甲河县财政局";

    [Theory]
    [InlineData("年初预算数", "", "warning")]
    [InlineData("预算数", "", "warning")]
    [InlineData("预算数", "注：预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数。", "")]
    [InlineData("全年预算数", "", "")]
    public void Run_budgetColumnThatDiffers_countsByWhatItSays(string header, string note, string expected) =>
        Assert.Equal(expected, Severities(Years.Findings(Budget("一般公共预算“三公”经费支出情况表", 12), Accounts(header, 15, note))));

    [Fact]
    public void Run_sameFundAndNamedBase_isAnError() =>
        Assert.Equal("error", Severities(Years.Findings(Budget("财政拨款“三公”经费支出情况表", 12), Accounts("年初预算数", 15))));

    [Fact]
    public void Run_budgetThatAgrees_holds()
    {
        var verdicts = Years.Verdicts("Y-BUDLINK", Budget("财政拨款“三公”经费支出情况表", 12), Accounts("年初预算数", 12)).Split('\n');
        Assert.Equal(6, verdicts.Length);
        Assert.All(verdicts, static verdict => Assert.Equal("2021/accounts.docx: Holds", verdict));
    }

    [Fact]
    public void Run_finding_namesThingsAndUnitsInItsLanguage()
    {
        var message = Years.Findings(Budget("财政拨款“三公”经费支出情况表", 12), Accounts("年初预算数", 15))[0].Message;
        Assert.Contains("2021年决算中“三公”经费的年初预算数为18.00万元", message.Zh);
        Assert.Contains("gives the initial budget of three-public expenses as 18.00 wan yuan", message.En);
        Assert.DoesNotContain("万元", message.En);
    }

    [Fact]
    public void Run_otherYear_isNotTheBudgetMeant() =>
        Assert.Equal("2021/accounts.docx: CannotTell", Years.Verdicts("Y-BUDLINK", Budget("财政拨款“三公”经费支出情况表", 12, 2020), Accounts("年初预算数", 15)));

    [Fact]
    public void Run_initialBudgetOfASentence_isAWarning()
    {
        var accounts = Years.Record("2021/accounts.docx",
            Printed.Line($"{Body}2021年度部门决算公开"),
            Printed.Line("七、财政拨款“三公”经费支出决算情况说明"),
            Printed.Line("2021年度“三公”经费支出年初预算为18.00万元，支出决算为9.00万元，完成年初预算的60%。"),
            Printed.Line("财政拨款“三公”经费支出决算表"),
            Printed.Line($"部门：{Body} 单位：万元"),
            Printed.Table("合计 | 因公出国（境）费 | 公务用车购置及运行费 | 公务接待费\n9.00 | 0.00 | 0.00 | 9.00"));
        Assert.Equal("warning", Severities(Years.Findings(Budget("财政拨款“三公”经费支出情况表", 12), accounts)));
        Assert.Equal("", Severities(Years.Findings(Budget("财政拨款“三公”经费支出情况表", 15), accounts)));
    }

    private static string Severities(IReadOnlyList<Finding> findings)
    {
        Assert.All(findings, static finding => Assert.Equal("Y-BUDLINK", finding.Rule));
        return string.Join(' ', findings.Select(static finding => finding.Severity.ToString().ToLowerInvariant()));
    }

    private static LinkRecord Budget(string title, int reception, int year = 2021) => Years.Record($"{year}/budget.docx",
        Printed.Line($"{Body}{year}年部门预算公开"),
        Printed.Line(title),
        Printed.Line($"编制部门：{Body} 单位：万元"),
        Printed.Table($"合计 | 因公出国（境）费用 | 公务用车购置及运行费 | < | < | 公务接待费\n^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^\n{reception + 3}.00 | 0.00 | 3.00 | 0.00 | 3.00 | {reception}.00"));

    private static LinkRecord Accounts(string header, int reception, string note = "特此说明") => Years.Record("2021/accounts.docx",
        Printed.Line($"{Body}2021年度部门决算公开"),
        Printed.Line("财政拨款“三公”经费支出决算表"),
        Printed.Line($"部门：{Body} 单位：万元"),
        Printed.Table($"{header} | < | < | < | < | < | 决算数 | < | < | < | < | <\n合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费\n^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^\n{reception + 3}.00 | 0.00 | 3.00 | 0.00 | 3.00 | {reception}.00 | 9.00 | 0.00 | 0.00 | 0.00 | 0.00 | 9.00"),
        Printed.Line(note));
}
