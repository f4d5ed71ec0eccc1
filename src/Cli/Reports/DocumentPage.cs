namespace Gouji.Cli.Reports;

/// <summary>The page of a document with findings.</summary>
internal sealed class DocumentPage(Session session, OutputContents contents, Originals originals)
{
    /// <summary>Writes the page.</summary>
    /// <param name="path">The file.</param>
    /// <param name="document">The document.</param>
    /// <param name="link">The address of the original, relative to the page; null where there is none.</param>
    public void Write(string path, ReportedDocument document, string? link)
    {
        var title = string.Join(' ', new[] { document.Department, document.FiscalYear, ReportWords.Kind(session, document.Kind) }.Where(static part => part.Length > 0));
        using var page = new HtmlPage(path, session, title.Length > 0 ? title : document.Name);
        page.Line($"<p><a href=\"../index.html\">{session.Say("全部文件", "all documents")}</a></p><h1>{HtmlPage.Text(title.Length > 0 ? title : document.Name)}</h1>");
        page.Line(link is null ? $"<p>{HtmlPage.Text(document.Name)}</p>" : $"<p><a href=\"{HtmlPage.Text(link)}\">{HtmlPage.Text(document.Name)}</a></p>");
        page.Line($"<p class=\"faint\">{HtmlPage.Text(document.Format)} · SHA-256 {HtmlPage.Text(document.Sha256)}</p>");
        WriteCounts(page, document);
        if (document.Reason.Length > 0)
        {
            page.Line($"<p>{HtmlPage.Text(session.Say("读取时的说明：", "remarks of the reader: "))}<span lang=\"en\">{HtmlPage.Text(document.Reason)}</span></p>");
        }

        var section = new FindingSection(session, page, contents, originals);
        foreach (var finding in contents.FindingsOf(document))
        {
            using (finding)
            {
                section.Write(document, finding.RootElement);
            }
        }
    }

    private void WriteCounts(HtmlPage page, ReportedDocument document)
    {
        var verdicts = document.Verdicts;
        page.Line("<p>" + HtmlPage.Text(session.Say(
            $"{HtmlPage.Count(document.Tables)}张表，认出{HtmlPage.Count(document.Recognised)}张；文字中{HtmlPage.Count(document.ProseFigures)}个数字，读懂{HtmlPage.Count(document.ProseUnderstood)}个；另有{HtmlPage.Count(document.Unread)}个印出的数字没有读懂（unread.csv）。",
            $"{HtmlPage.Count(document.Tables)} tables, {HtmlPage.Count(document.Recognised)} recognised; {HtmlPage.Count(document.ProseFigures)} figures in sentences, {HtmlPage.Count(document.ProseUnderstood)} understood; {HtmlPage.Count(document.Unread)} printed figures were not understood (unread.csv).")) + "</p>");
        page.Line("<p>" + HtmlPage.Text(session.Say(
            $"{HtmlPage.Count(verdicts.All)}个等式：{HtmlPage.Count(verdicts.Holds)}个成立，{HtmlPage.Count(verdicts.Rounding)}个在舍入范围内成立，{HtmlPage.Count(verdicts.Broken)}个不成立，{HtmlPage.Count(verdicts.CannotTell)}个无法判断。",
            $"{HtmlPage.Count(verdicts.All)} equations: {HtmlPage.Count(verdicts.Holds)} hold, {HtmlPage.Count(verdicts.Rounding)} within rounding, {HtmlPage.Count(verdicts.Broken)} broken, {HtmlPage.Count(verdicts.CannotTell)} cannot be told.")) + "</p>");
    }
}
