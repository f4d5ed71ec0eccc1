using System.Globalization;
using System.Text;

namespace Gouji.Cli.Tests.Support;

/// <summary>
/// A small web page of one year of a body, consistent in itself: a budget of the general public budget form and the “三公” form, or
/// accounts of the “三公” form with their budget column. Amounts are in hundredths of 万元.
/// </summary>
internal sealed record YearPage(string Body, int Year)
{
    /// <summary>部门预算, 单位预算.</summary>
    public string Kind { get; init; } = "部门预算";

    public long Basic { get; init; }

    public long Project { get; init; }

    public long Operation { get; init; }

    public long Reception { get; init; }

    /// <summary>The total that the form prints as 上年预算数; null for a form without that column.</summary>
    public long? Previous { get; init; }

    /// <summary>The change of “三公” against 上年预算 that the sentence tells; null for no sentence.</summary>
    public long? ThreePublicChange { get; init; }

    /// <summary>A paragraph behind the rest.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The budget, as a page.</summary>
    public string Budget()
    {
        var page = new Page().Line($"{Body}{Year}年{Kind}公开").Line("一般公共预算支出情况表").Line($"编制部门：{Body} 单位：万元");
        string[] previous = Previous is { } last ? [Money(last)] : [];
        string[] header = previous.Length > 0 ? ["上年预算数"] : [];
        page.Table(
            ["科目编码", "科目名称", .. header, "小计", "基本支出", "项目支出"],
            ["2010601", "行政运行", .. previous, Money(Basic + Project), Money(Basic), Money(Project)],
            ["", "合计", .. previous, Money(Basic + Project), Money(Basic), Money(Project)]);
        page.Line("一般公共预算“三公”经费支出情况表").Line($"编制部门：{Body} 单位：万元");
        page.Table(
            ["合计", "因公出国（境）费用", "公务用车购置及运行费", "公务用车购置费", "公务用车运行费", "公务接待费"],
            [Money(Operation + Reception), "0.00", Money(Operation), "0.00", Money(Operation), Money(Reception)]);
        if (ThreePublicChange is { } change)
        {
            page.Line("八、“三公”经费预算情况说明").Line($"“三公”经费预算{Money(Operation + Reception)}万元，比上年预算{(change < 0 ? "减少" : "增加")}{Money(Math.Abs(change))}万元。");
        }

        return page.Line(Remark).ToString();
    }

    /// <summary>The accounts of the year, with its budget beside the actual figures.</summary>
    public string Accounts(string budgetWord = "年初预算数")
    {
        string[] figures = [Money(Operation + Reception), "0.00", Money(Operation), "0.00", Money(Operation), Money(Reception)];
        return new Page().Line($"{Body}{Year}年度{Kind.Replace("预算", "决算")}公开").Line("财政拨款“三公”经费支出决算表").Line($"部门：{Body} 单位：万元")
            .ThreePublicAccounts(budgetWord, [.. figures, .. figures])
            .Line(Remark).ToString();
    }

    private static string Money(long hundredths) => (hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private sealed class Page
    {
        private readonly StringBuilder _html = new("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>\n");

        public Page Line(string text)
        {
            _html.Append("<p>").Append(text).Append("</p>\n");
            return this;
        }

        public void Table(params string[][] rows)
        {
            _html.Append("<table border=\"1\">\n");
            Rows(rows);
        }

        /// <summary>The official head of three rows, six columns of the budget and six of the accounts.</summary>
        public Page ThreePublicAccounts(string budgetWord, string[] figures)
        {
            const string items = "<td rowspan=\"2\">合计</td><td rowspan=\"2\">因公出国（境）费</td><td colspan=\"3\">公务用车购置及运行费</td><td rowspan=\"2\">公务接待费</td>";
            const string vehicles = "<td>小计</td><td>公务用车购置费</td><td>公务用车运行费</td>";
            _html.Append(CultureInfo.InvariantCulture, $"<table border=\"1\">\n<tr><td colspan=\"6\">{budgetWord}</td><td colspan=\"6\">决算数</td></tr>\n<tr>{items}{items}</tr>\n<tr>{vehicles}{vehicles}</tr>\n");
            Rows([figures]);
            return this;
        }

        public override string ToString() => _html + "</body></html>\n";

        private void Rows(string[][] rows)
        {
            foreach (var row in rows)
            {
                _html.Append("<tr>");
                foreach (var cell in row)
                {
                    _html.Append("<td>").Append(cell).Append("</td>");
                }

                _html.Append("</tr>\n");
            }

            _html.Append("</table>\n");
        }
    }
}
