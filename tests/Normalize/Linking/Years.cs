using System.Globalization;
using Gouji.Model;
using Gouji.Normalize.Linking;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Linking;

/// <summary>Records of small documents, and what linking makes of them.</summary>
internal static class Years
{
    /// <summary>
    /// A budget whose general public budget form states a total and, where given, last year's under a header. 5万元 of either are of a
    /// second item, which never changes.
    /// </summary>
    public static LinkRecord Budget(string body, int year, decimal total, string header = "", decimal? previous = null, string title = "部门预算", string remark = "", string? document = null)
    {
        string Last(decimal less) => previous is { } figure ? $" | {Money(figure - less)}" : "";
        string Steady() => previous is null ? "" : " | 5.00";
        return Record(document ?? $"{year}/{body}.docx",
            Printed.Line($"{body}{year}年{title}公开"),
            Printed.Line("一般公共预算支出情况表"),
            Printed.Line($"编制部门：{body} 单位：万元"),
            Printed.Table($"科目编码 | 科目名称{(previous is null ? "" : " | " + header)} | 小计 | 基本支出 | 项目支出\n2010601 | 行政运行{Last(5)} | {Money(total - 5)} | {Money(total - 5)} | 0.00\n2010602 | 一般行政管理事务{Steady()} | 5.00 | 5.00 | 0.00\n | 合计{Last(0)} | {Money(total)} | {Money(total)} | 0.00"),
            Printed.Line(remark.Length > 0 ? remark : "特此说明"));
    }

    /// <summary>Accounts whose form states a total.</summary>
    public static LinkRecord Accounts(string body, int year, decimal total, string? document = null) => Record(document ?? $"{year}/{body}决算.docx",
        Printed.Line($"{body}{year}年度部门决算公开"),
        Printed.Line("一般公共预算财政拨款支出决算表"),
        Printed.Line($"部门：{body} 单位：万元"),
        Printed.Table($"科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出\n2010601 | 行政运行 | {Money(total - 5)} | {Money(total - 5)} | 0.00\n2010602 | 一般行政管理事务 | 5.00 | 5.00 | 0.00\n | 合计 | {Money(total)} | {Money(total)} | 0.00"));

    public static LinkRecord Record(string document, params Block[] blocks) => LinkRecord.Of(Printed.Recognise(blocks))! with { Document = document };

    /// <summary>The record as that of a document of other bytes.</summary>
    public static LinkRecord OfOtherBytes(LinkRecord record)
    {
        var sha256 = new string('a', 64);
        return record with
        {
            Sha256 = sha256,
            Figures = [.. record.Figures.Select(figure => figure with { Fact = figure.Fact with { Place = figure.Fact.Place with { Sha256 = sha256 } } })],
        };
    }

    public static LinkingResult Link(params IReadOnlyList<LinkRecord> records) => new Linker(Rulebook.BuiltIn.Rules).Link(records);

    /// <summary>Each comparison of a rule as <c>document: verdict</c>.</summary>
    public static string Verdicts(string rule, params IReadOnlyList<LinkRecord> records) => string.Join('\n', Link(records).Documents
        .SelectMany(document => document.Checks.Where(check => check.Rule == rule).Select(check => $"{records[document.Index].Document}: {check.Verdict}")));

    public static IReadOnlyList<Finding> Findings(params IReadOnlyList<LinkRecord> records) => [.. Link(records).Documents.SelectMany(static document => document.Findings)];

    private static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
