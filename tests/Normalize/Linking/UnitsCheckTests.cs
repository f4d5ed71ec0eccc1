using Gouji.Model;
using Gouji.Normalize.Linking;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Linking;

public sealed class UnitsCheckTests
{
    private const string Department = "甲河县教育局";

    [Fact]
    public void Run_listedUnits_areAddedUpWithTheBodyItself()
    {
        var listed = Years.Budget(Department, 2020, 100) with { Units = [Department, "甲河县第一中学"] };
        var itself = Years.Budget(Department + "（本级）", 2020, 60, title: "单位预算");
        var school = Years.Budget("甲河县第一中学", 2020, 50, title: "单位预算");
        var foreign = Years.Budget("甲河县第二中学", 2020, 500, title: "单位预算");
        var finding = Assert.Single(Years.Findings(listed, itself, school, foreign));
        Assert.Equal(("X-UNITS", Severity.Notice, 10m), (finding.Rule, finding.Severity, finding.Difference));
        Assert.Contains("2 units", finding.Message.En);
        Assert.Empty(Years.Findings(listed, itself, foreign));
    }

    [Fact]
    public void Units_formThatListsThem_areKept()
    {
        var record = Years.Record("a.docx",
            Printed.Line($"{Department}2020年部门预算公开"),
            Printed.Line("部门收入总体情况表"),
            Printed.Line($"编制部门：{Department} 单位：万元"),
            Printed.Table("单位名称 | 总计 | 一般公共预算拨款\n甲河县教育局（本级） | 60.00 | 60.00\n甲河县第一中学 | 40.00 | 40.00\n合计 | 100.00 | 100.00"));
        Assert.Contains("甲河县第一中学", record.Units);
        Assert.Contains(Department, record.Units);
    }

    [Fact]
    public void Run_scopeThatIsNotStated_cannotBeTold() =>
        Assert.Empty(Years.Findings(Years.Budget(Department, 2020, 100), Years.Budget(Department, 2020, 160, title: "预算", document: "b.docx")));
}
