using Gouji.Model;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

public sealed class FormChecksTests
{
    private const string Blank = "科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出\n合计 | | | |";

    [Fact]
    public void TablesPresent_missingForm_isNamed() =>
        Assert.Contains("B9", Assert.Single(Checks.Run("tables-present", "forms B1 B2 B3 B4 B5 B6 B8").Broken()).Remark!.En);

    [Theory]
    [InlineData("year 2021 forms B1 B2 B3 B4 B5 B6 B8 B9", 0)]
    [InlineData("year 2022 forms B1 B2 B3 B4 B5 B6 B8 B9", 1)]
    [InlineData("year 2022 forms B1 B2 B3 B4 B5 B6 B8 B9 B10", 0)]
    public void TablesPresent_stateCapital_isANoticeFrom2022(string example, int missing)
    {
        var broken = Checks.Run("tables-present", example).Broken().ToList();
        Assert.Equal(missing, broken.Count);
        Assert.All(broken, static result => Assert.Equal(Severity.Notice, result.AtMost));
    }

    [Fact]
    public void TablesPresent_excerpt_cannotBeTold() => Assert.Equal(Verdict.CannotTell, Assert.Single(Checks.Run("tables-present", "forms B1 B2 B3 B4")).Verdict);

    [Theory]
    [InlineData("注：本表为空表", Verdict.Holds)]
    [InlineData("备注：无内容应公开空表并说明情况。", Verdict.Holds)]
    [InlineData("某局2020年没有政府性基金预算支出，故本表无数据。", Verdict.Holds)]
    [InlineData("2020年未安排政府性基金预算支出。", Verdict.Holds)]
    [InlineData("某局职责概述", Verdict.Broken)]
    [InlineData("说明：本部门本年度无此项预算，此表无数据。", Verdict.Holds)]
    [InlineData("注：我单位未发生该项支出。", Verdict.Holds)]
    [InlineData("注：本表按功能分类项级科目填列。", Verdict.Broken)]
    public void EmptyExplained_emptyForm_isExplainedByNoteOrSentence(string line, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(Checks.Run("empty-explained", [Printed.Line("政府性基金预算支出情况表"), Printed.Table(Blank), Printed.Line(line)], FormRole.B9)).Verdict);

    [Theory]
    [InlineData("注：本表为空表", Verdict.Broken)]
    [InlineData("备注：无内容应公开空表并说明情况。", Verdict.Holds)]
    [InlineData("注：如本表为空表，请说明。", Verdict.Holds)]
    [InlineData("", Verdict.Holds)]
    public void EmptyExplained_filledForm_isNotCalledEmpty(string note, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(Checks.Run("empty-explained", [Printed.Line("政府性基金预算支出情况表"), Printed.Table(Blank + "\n2120801 | 征地和拆迁补偿支出 | 1.00 | | 1.00"), Printed.Line(note)], FormRole.B9)).Verdict);

    [Theory]
    [InlineData("B3[2013101 XX经费].total 1.00", 1)]
    [InlineData("B3[2013101 ××经费].total 1.00", 1)]
    [InlineData("B7[2013199 XX项目].total 1.00", 1)]
    [InlineData("B3[2013101 行政运行].total 1.00", 0)]
    public void NoPlaceholders_label_isSearched(string example, int found) => Assert.Equal(found, Checks.Run("no-placeholders", example).Broken().Count());

    [Fact]
    public void TitlesConsistent_wordsForTheBody_areCompared() =>
        Assert.Contains("编制部门、填报部门", Assert.Single(Checks.Run("titles-consistent", [
            Printed.Line("部门支出总体情况表"), Printed.Line("编制部门：某局 单位：万元"), Printed.Table(Blank),
            Printed.Line("一般公共预算支出情况表"), Printed.Line("填报部门：某局 单位：万元"), Printed.Table(Blank)]).Broken()).Remark!.Zh);

    [Fact]
    public void TitlesConsistent_totalAgainstGrandTotal_isNoticed() =>
        Assert.Contains("支出合计", Assert.Single(Checks.Run("titles-consistent", [Printed.Line("收支总表"), Printed.Table("""
            项目 | 预算数 | 功能分类 | 预算数
            财政拨款 | 3.00 | 201 一般公共服务支出 | 3.00
            收入总计 | 3.00 | 支出合计 | 3.00
            """)]).Broken()).Remark!.Zh);

    [Fact]
    public void TitlesConsistent_classListedTwice_isNoticed() =>
        Assert.Contains("2次", Assert.Single(Checks.Run("titles-consistent", [Printed.Line("收支总表"), Printed.Table("""
            项目 | 预算数 | 功能分类 | 预算数
            财政拨款 | 3.00 | 201 一般公共服务支出 | 3.00
            | | 230 转移性支出 |
            | | 230 转移性支出 |
            收入总计 | 3.00 | 支出总计 | 3.00
            """)]).Broken()).Remark!.Zh);

    [Theory]
    [InlineData("2020年1月25 日", Verdict.Holds)]
    [InlineData("2020年2月30日", Verdict.Broken)]
    [InlineData("２０２０年２月２９日", Verdict.Holds)]
    [InlineData("2021年2月29日", Verdict.Broken)]
    [InlineData("某局", Verdict.CannotTell)]
    public void DateValid_lastDate_isOneOfTheCalendar(string line, Verdict verdict) => Assert.Equal(verdict, Assert.Single(Checks.Run("date-valid", [Printed.Line(line)])).Verdict);

    [Theory]
    [InlineData("B8[total].purchase 10.00  B8[total].total 10.00  text 2020年未安排购置公务用车。", Verdict.Broken)]
    [InlineData("B8[total].purchase 0.00  B8[total].total 10.00  text 2020年未安排购置公务用车。", Verdict.Holds)]
    [InlineData("B8[total].purchase 10.00  B8[total].total 10.00  text 2020年购置公务用车1辆。", Verdict.CannotTell)]
    [InlineData("B3[total].total 10.00  text 2020年未安排购置公务用车。", Verdict.CannotTell)]
    public void PurchaseAsAnnounced_sentence_isHeldAgainstTheForm(string example, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(Checks.Run("purchase-as-announced", example)).Verdict);
}
