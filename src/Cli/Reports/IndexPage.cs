using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Reports;

/// <summary>The first page: what was read, what was checked and with which verdict, what was not read, what is missing, and the documents.</summary>
internal sealed class IndexPage(Session session, OutputContents contents, IReadOnlyDictionary<string, Rule> rules)
{
    /// <summary>Writes the page.</summary>
    /// <param name="path">The file.</param>
    /// <param name="pageOf">The address of the page of a document; null where it has none.</param>
    public void Write(string path, Func<ReportedDocument, string?> pageOf)
    {
        using var page = new HtmlPage(path, session, session.Say("勾稽核对报告", "Gouji report"));
        page.Line($"<h1>{session.Say("勾稽核对报告", "Gouji report")}</h1>");
        WriteSummary(page);
        WriteDocuments(page, session.Say("有问题的文件", "Documents with findings"), contents.Documents.Where(static document => document.Findings.Count > 0), pageOf, isOpen: true);
        WriteNotRead(page);
        WriteGaps(page);
        WriteDocuments(page, session.Say("没有问题的文件", "Documents without findings"), contents.Documents.Where(static document => document.WasRead && document.Findings.Count == 0), pageOf, isOpen: false);
        WriteRules(page);
    }

    private void WriteSummary(HtmlPage page)
    {
        var documents = contents.Documents;
        var verdicts = new VerdictTally
        {
            Holds = documents.Sum(static document => document.Verdicts.Holds),
            Rounding = documents.Sum(static document => document.Verdicts.Rounding),
            Broken = documents.Sum(static document => document.Verdicts.Broken),
            CannotTell = documents.Sum(static document => document.Verdicts.CannotTell),
        };
        page.BeginTable();
        Row(session.Say("文件", "documents"), documents.Count, session.Say(
            $"{HtmlPage.Count(documents.Count(static document => document.WasRead))}个已读，{HtmlPage.Count(documents.Count(static document => !document.WasRead))}个未读",
            $"{HtmlPage.Count(documents.Count(static document => document.WasRead))} read, {HtmlPage.Count(documents.Count(static document => !document.WasRead))} not read"));
        Row(session.Say("表格", "tables"), documents.Sum(static document => document.Tables), session.Say(
            $"{HtmlPage.Count(documents.Sum(static document => document.Recognised))}张认出",
            $"{HtmlPage.Count(documents.Sum(static document => document.Recognised))} recognised"));
        Row(session.Say("文字中的数字", "figures in sentences"), documents.Sum(static document => document.ProseFigures), session.Say(
            $"{HtmlPage.Count(documents.Sum(static document => document.ProseUnderstood))}个读懂",
            $"{HtmlPage.Count(documents.Sum(static document => document.ProseUnderstood))} understood"));
        Row(session.Say("等式", "equations"), verdicts.All, session.Say(
            $"{HtmlPage.Count(verdicts.Holds)}个成立，{HtmlPage.Count(verdicts.Rounding)}个在舍入范围内成立，{HtmlPage.Count(verdicts.Broken)}个不成立，{HtmlPage.Count(verdicts.CannotTell)}个无法判断",
            $"{HtmlPage.Count(verdicts.Holds)} hold, {HtmlPage.Count(verdicts.Rounding)} within rounding, {HtmlPage.Count(verdicts.Broken)} broken, {HtmlPage.Count(verdicts.CannotTell)} cannot be told"));
        Row(session.Say("问题", "findings"), documents.Sum(static document => document.Findings.Count), session.Say(
            $"{HtmlPage.Count(documents.Sum(static document => document.Errors))}个错误，{HtmlPage.Count(documents.Sum(static document => document.Warnings))}个警告，{HtmlPage.Count(documents.Sum(static document => document.Notices))}个提示",
            $"{HtmlPage.Count(documents.Sum(static document => document.Errors))} errors, {HtmlPage.Count(documents.Sum(static document => document.Warnings))} warnings, {HtmlPage.Count(documents.Sum(static document => document.Notices))} notices"));
        page.EndTable();
        page.Line("<p>" + HtmlPage.Text(session.Say(
            "错误：印出的数字互相矛盾，舍入不能解释。警告：很可能有误，或缺少应有的内容，也可能是读取造成的。提示：值得一看。发布之前，请对照原件。没有问题不等于全部核对过：无法判断的等式另行计数。",
            "An error is a contradiction between printed figures that rounding does not explain. A warning is likely a fault, or something that is missing, or may come from reading. A notice is worth a look. Compare with the original before you publish. No findings does not mean that all was checked: what cannot be told is counted by itself.")) + "</p>");

        void Row(string name, long count, string detail) => page.Line($"<tr>{HtmlPage.Cell(name)}<td class=\"n\">{HtmlPage.Count(count)}</td>{HtmlPage.Cell(detail)}</tr>");
    }

    private void WriteDocuments(HtmlPage page, string title, IEnumerable<ReportedDocument> documents, Func<ReportedDocument, string?> pageOf, bool isOpen)
    {
        var rows = documents.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        page.Line($"<details{(isOpen ? " open" : "")}><summary><b>{HtmlPage.Text(title)}</b> {HtmlPage.Count(rows.Count)}</summary>");
        page.BeginTable(
            session.Say("文件", "document"), session.Say("部门", "department"), session.Say("年度", "year"), session.Say("种类", "kind"),
            "#" + session.Say("错误", "errors"), "#" + session.Say("警告", "warnings"), "#" + session.Say("提示", "notices"),
            "#" + session.Say("等式", "equations"), "#" + session.Say("成立", "hold"), "#" + session.Say("舍入内", "within rounding"), "#" + session.Say("不成立", "broken"), "#" + session.Say("无法判断", "cannot tell"),
            "#" + session.Say("未读懂的数字", "figures not understood"));
        foreach (var document in rows)
        {
            var name = HtmlPage.Text(document.Name);
            page.Line($"<tr><td>{(pageOf(document) is { } address ? $"<a href=\"{HtmlPage.Address(address)}\">{name}</a>" : name)}{SameAs(document)}</td>"
                + HtmlPage.Cell(document.Department) + HtmlPage.Cell(document.FiscalYear) + HtmlPage.Cell(ReportWords.Kind(session, document.Kind))
                + HtmlPage.Cell(document.Errors, "error") + HtmlPage.Cell(document.Warnings, "warning") + HtmlPage.Cell(document.Notices, "notice")
                + HtmlPage.Cell(document.Verdicts.All) + HtmlPage.Cell(document.Verdicts.Holds) + HtmlPage.Cell(document.Verdicts.Rounding) + HtmlPage.Cell(document.Verdicts.Broken) + HtmlPage.Cell(document.Verdicts.CannotTell)
                + HtmlPage.Cell(document.Unread) + "</tr>");
        }

        page.EndTable();
        page.Line("</details>");
    }

    private string SameAs(ReportedDocument document) => document.Twin.Length == 0 ? ""
        : $"<br><span class=\"faint\">{HtmlPage.Text(session.Say("与此为同一份公开：", "the same disclosure as ") + document.Twin)}</span>";

    private void WriteNotRead(HtmlPage page)
    {
        var rows = contents.Documents.Where(static document => !document.WasRead).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        page.Line($"<h2>{session.Say("未能读取的文件", "Documents that could not be read")}</h2>");
        page.BeginTable(session.Say("文件", "document"), session.Say("结果", "outcome"), session.Say("原因", "reason"));
        rows.ForEach(document => page.Line($"<tr>{HtmlPage.Cell(document.Name)}{HtmlPage.Cell(ReportWords.Outcome(session, document.Outcome))}<td lang=\"en\">{HtmlPage.Text(document.Reason)}</td></tr>"));
        page.EndTable();
    }

    private void WriteGaps(HtmlPage page)
    {
        if (contents.Gaps.Count == 0)
        {
            return;
        }

        page.Line($"<h2>{session.Say("应有而没有的公开", "Disclosures that are expected and not there")}</h2>");
        page.BeginTable(session.Say("部门", "department"), session.Say("年度", "year"), session.Say("种类", "kind"), session.Say("理由", "why"));
        foreach (var gap in contents.Gaps)
        {
            page.Line($"<tr>{HtmlPage.Cell(gap.Department)}{HtmlPage.Cell(gap.FiscalYear)}{HtmlPage.Cell(ReportWords.Kind(session, gap.Kind))}{HtmlPage.Cell(session.Say(gap.WhyZh, gap.WhyEn))}</tr>");
        }

        page.EndTable();
    }

    private void WriteRules(HtmlPage page)
    {
        page.Line($"<h2>{session.Say("各条规则的核对结果", "What each rule came to")}</h2>");
        page.BeginTable(
            session.Say("规则", "rule"), session.Say("内容", "statement"),
            "#" + session.Say("等式", "equations"), "#" + session.Say("成立", "hold"), "#" + session.Say("舍入内", "within rounding"), "#" + session.Say("不成立", "broken"), "#" + session.Say("无法判断", "cannot tell"));
        foreach (var (id, tally) in contents.Rules)
        {
            page.Line($"<tr>{HtmlPage.Cell(id)}{HtmlPage.Cell(rules.TryGetValue(id, out var rule) ? rule.Statement.In(session.Language) : "")}"
                + HtmlPage.Cell(tally.All) + HtmlPage.Cell(tally.Holds) + HtmlPage.Cell(tally.Rounding) + HtmlPage.Cell(tally.Broken) + HtmlPage.Cell(tally.CannotTell) + "</tr>");
        }

        page.EndTable();
    }
}
