using System.Globalization;
using Gouji.Cli.Checking;
using Gouji.Cli.Inputs;
using Gouji.Cli.Output;
using Gouji.Model;

namespace Gouji.Cli.Screen;

/// <summary>Says at the end what was done, what was not, and why not.</summary>
internal sealed class Summary(Session session, CheckTotals totals, LeftOut leftOut)
{
    /// <summary>For people.</summary>
    /// <param name="elapsed">How long the run took.</param>
    /// <param name="folder">Where the results are; null where there is no folder.</param>
    public void Print(TimeSpan elapsed, string? folder)
    {
        var ink = Ink.ForError(session.Terminal);
        var seconds = elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        ink.Line(session.Say(
            $"文件{totals.Documents}个：已读{totals.Documents - totals.NotRead}，未能读取{totals.NotRead}（{seconds}秒）",
            $"documents    {totals.Documents}: {totals.Documents - totals.NotRead} read, {totals.NotRead} not read ({seconds} s)"));
        if (totals.NotRead > 0)
        {
            var reasons = string.Join(session.Say("，", ", "), totals.Reasons.Select(static reason => $"{reason.Value} {reason.Key}"));
            ink.Line(session.Say("未能读取：", "not read     ") + reasons, Tone.Warning);
        }

        if (totals.WithoutTables > 0)
        {
            ink.Line(session.Say($"没有表格：{totals.WithoutTables}个文件", $"no tables    {totals.WithoutTables} documents hold no table with figures"), Tone.Warning);
        }

        ink.Line(session.Say(
            $"表格{totals.Tables}张：识别{totals.Recognised}张；数字{totals.Facts}个",
            $"tables       {totals.Tables}: {totals.Recognised} recognised; {totals.Facts} facts"));
        if (totals.ProseFigures > 0)
        {
            ink.Line(session.Say(
                $"文字中的数字{totals.ProseFigures}个：理解{totals.ProseFiguresUnderstood}个",
                $"sentences    {totals.ProseFigures} figures: {totals.ProseFiguresUnderstood} understood"));
        }

        ink.Line(session.Say(
            $"等式{totals.Equations}个：相符{totals.Of(Verdict.Holds)}，舍入差{totals.Of(Verdict.HoldsWithinRounding)}，不符{totals.Of(Verdict.Broken)}，无法判断{totals.Of(Verdict.CannotTell)}",
            $"equations    {totals.Equations}: {totals.Of(Verdict.Holds)} held, {totals.Of(Verdict.HoldsWithinRounding)} within rounding, {totals.Of(Verdict.Broken)} broken, {totals.Of(Verdict.CannotTell)} cannot tell"));
        ink.Line(
            session.Say(
                $"问题{totals.Findings}个：错误{totals.Of(Severity.Error)}，警告{totals.Of(Severity.Warning)}，提示{totals.Of(Severity.Notice)}",
                $"findings     {totals.Findings}: {totals.Of(Severity.Error)} errors, {totals.Of(Severity.Warning)} warnings, {totals.Of(Severity.Notice)} notices"),
            totals.Of(Severity.Error) > 0 ? Tone.Error : totals.Findings > 0 ? Tone.Warning : totals.NotRead == 0 && totals.Equations > 0 ? Tone.Good : Tone.Plain);
        if (totals.Equations == 0 && totals.Documents > 0)
        {
            ink.Line(session.Say("注意：没有核对任何等式，“没有问题”不说明数字无误。", "note         no equation was checked: no findings does not mean that the figures agree"), Tone.Warning);
        }

        if (totals.Gaps > 0)
        {
            ink.Line(session.Say(
                $"可能缺少的公开：{totals.Gaps}份{(folder is null ? "" : "，见 " + OutputFolder.Gaps)}",
                $"gaps         {totals.Gaps} disclosures that siblings published are not there{(folder is null ? "" : "; see " + OutputFolder.Gaps)}"));
        }

        PrintLeftOut(ink);
        if (folder is not null)
        {
            ink.Line(session.Say("结果已写入：", "written to   ") + folder);
        }
    }

    /// <summary>For programs: one object, for <c>check --out DIR --json</c>.</summary>
    public void PrintJson(string folder)
    {
        using var buffer = new RowBuffer();
        using var row = new JsonRowWriter(buffer);
        row.BeginRow();
        row.Text("out", folder);
        row.Count("documents", totals.Documents);
        row.Count("read", totals.Documents - totals.NotRead);
        row.Count("not_read", totals.NotRead);
        row.Json.WriteStartObject("reasons");
        foreach (var (code, count) in totals.Reasons)
        {
            row.Count(code, count);
        }

        row.Json.WriteEndObject();
        row.Count("no_tables", totals.WithoutTables);
        row.Count("tables", totals.Tables);
        row.Count("recognised", totals.Recognised);
        row.Count("facts", totals.Facts);
        row.Count("equations", totals.Equations);
        row.Count("held", totals.Of(Verdict.Holds));
        row.Count("rounding", totals.Of(Verdict.HoldsWithinRounding));
        row.Count("broken", totals.Of(Verdict.Broken));
        row.Count("cannot_tell", totals.Of(Verdict.CannotTell));
        row.Count("errors", totals.Of(Severity.Error));
        row.Count("warnings", totals.Of(Severity.Warning));
        row.Count("notices", totals.Of(Severity.Notice));
        row.Count("left_out", leftOut.Total);
        row.Count("gaps", totals.Gaps);
        row.EndRow();
        row.EndLine();
        session.Terminal.WriteBytes(buffer.Written);
    }

    private void PrintLeftOut(Ink ink)
    {
        var parts = new List<string>();
        Add(leftOut.Hidden, "隐藏", "hidden");
        Add(leftOut.Ignored, "按.goujiignore", "by .goujiignore");
        Add(leftOut.LinkedFolders, "文件夹链接", "links to folders");
        Add(leftOut.Output, "输出目录", "of the output folder");
        if (parts.Count > 0)
        {
            ink.Line(session.Say("略过：", "left out     ") + string.Join(session.Say("，", ", "), parts));
        }

        void Add(int count, string zh, string en)
        {
            if (count > 0)
            {
                parts.Add(session.Say($"{zh}{count}项", $"{count} {en}"));
            }
        }
    }
}
