using System.Globalization;
using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Ingest.Network;
using Gouji.Ingest.Store;

namespace Gouji.Cli.Gathering;

/// <summary>Says what a run did: each document that is new, changed or withdrawn as data, the rest as a summary.</summary>
internal sealed class RunScreen(Session session)
{
    /// <summary>How many addresses that could not be fetched are named on screen.</summary>
    private const int MostNamed = 20;

    /// <summary>Names the documents and findings on standard output.</summary>
    public void PrintData(GatheredRun run)
    {
        var ink = Ink.ForOut(session.Terminal);
        foreach (var one in run.New)
        {
            Row(ink, "新增", "new", one.Source, one.Title, one.Address);
        }

        foreach (var one in run.Changed)
        {
            Row(ink, "更换", "changed", one.Source, one.Title, one.Address);
        }

        foreach (var one in run.Withdrawn)
        {
            Row(ink, "撤下", "withdrawn", null, null, one.Address);
        }

        foreach (var one in run.Findings)
        {
            ink.Write(one.IsNew ? session.Say("新问题", "finding") : session.Say("已更正", "resolved"), one.IsNew ? Tone.Warning : Tone.Good)
                .Write("  ").Write(one.Finding.Severity).Write("  ").Write(one.Finding.Rule, Tone.Strong).Write("  ").Line(one.Address.AbsoluteUri);
            ink.Line("  " + session.Say(one.Finding.MessageZh, one.Finding.MessageEn));
        }

        foreach (var one in run.Gaps)
        {
            ink.Write(one.IsNew ? session.Say("缺口", "gap") : session.Say("已补齐", "closed"), one.IsNew ? Tone.Warning : Tone.Good)
                .Write("  ").Write(string.Create(CultureInfo.InvariantCulture, $"{one.Gap.Body}  {one.Gap.FiscalYear}  {one.Gap.Kind}"), Tone.Strong)
                .Line("  " + session.Say(one.Gap.WhyZh, one.Gap.WhyEn));
        }
    }

    /// <summary>The summary, on standard error.</summary>
    public void PrintSummary(GatheredRun run)
    {
        var (ink, report) = (Ink.ForError(session.Terminal), run.Report);
        foreach (var trouble in report.Troubles.Take(MostNamed))
        {
            ink.Line($"{Word(trouble.State)}  {trouble.Address.AbsoluteUri}  {Why(session, trouble.Reason)}", Tone.Warning);
        }

        if (report.Troubles.Count > MostNamed)
        {
            ink.Line(session.Say($"另有{report.Troubles.Count - MostNamed}个地址未能取得；用 gouji status 或 --json 查看。", $"{report.Troubles.Count - MostNamed} more addresses could not be fetched; gouji status and --json tell of them"), Tone.Warning);
        }

        foreach (var source in run.DriedUp)
        {
            ink.Line(DriedUp(source), Tone.Error);
        }

        foreach (var source in report.Sources.Where(static source => source is { ListedBefore: 0, ListedNow: 0 }))
        {
            ink.Line(session.Say(
                $"来源“{source.Source}”没有找到任何文件；用 gouji sources test 查看起始页。",
                $"the source '{source.Source}' lists no document; look at its start page with gouji sources test"), Tone.Warning);
        }

        foreach (var source in run.AtTheirLimit)
        {
            ink.Line(session.Say($"来源“{source}”已达上限，其余留待下次运行。", $"the source '{source}' is at its limit; the rest is left to the next run"), Tone.Warning);
        }

        PrintResting(session, ink, report.Resting);
        var pages = Pages(report, AddressState.Fetched);
        ink.Line(session.Say(
            $"来源{report.Sources.Count}个：网页{pages}，请求{report.Requests}次，{report.Bytes}字节",
            $"sources      {report.Sources.Count}: {pages} pages, {report.Requests} requests, {Figures.Text(report.Bytes)} bytes"));
        ink.Line(session.Say(
            $"文件：新增{run.New.Count()}，更换{run.Changed.Count()}，撤下{run.Withdrawn.Count}，不见{report.Missing.Count}，未变{Unchanged(report)}",
            $"documents    {run.New.Count()} new, {run.Changed.Count()} changed, {run.Withdrawn.Count} withdrawn, {report.Missing.Count} missing, {Unchanged(report)} unchanged"));
        if (report.WithoutDocuments.Count > 0)
        {
            ink.Line(session.Say(
                $"既无附件也无数字的详情页：{report.WithoutDocuments.Count}个；用 --json 查看",
                $"no document  {report.WithoutDocuments.Count} disclosures link to none and show no figures; --json names them"), Tone.Warning);
        }

        if (report.Troubles.Count > 0)
        {
            ink.Line(session.Say($"未能取得：失败{run.Failed.Count()}，被拒{run.Blocked.Count()}", $"not fetched  {run.Failed.Count()} failed, {run.Blocked.Count()} blocked"), Tone.Warning);
        }
    }

    /// <summary>Names the hosts that are left to the next run.</summary>
    public static void PrintResting(Session session, Ink ink, IEnumerable<RestingHost> hosts)
    {
        foreach (var host in hosts)
        {
            ink.Line(session.Say(
                $"主机 {host.Host} 暂停访问：{Why(session, host.Reason ?? DownloadReason.HostResting)}；{host.Due}个地址留待下次运行",
                $"left         {host.Due} addresses of {host.Host}, which rests: {Why(session, host.Reason ?? DownloadReason.HostResting)}; the next run asks them"), Tone.Warning);
        }
    }

    /// <summary>A reason in words, with its stable word.</summary>
    public static string Why(Session session, string? reason) =>
        ReasonPhrase.Of(reason) is { } phrase ? session.Say($"{phrase.Zh}（{reason}）", $"{phrase.En} ({reason})") : reason ?? "";

    /// <summary>How many findings are new, how many resolved; on standard error.</summary>
    public void PrintFindings(GatheredRun run) => Ink.ForError(session.Terminal).Line(session.Say(
        $"问题：新增{run.NewFindings.Count()}（错误{run.NewFindings.Count(static one => one.Finding.Severity == "error")}），已更正{run.ResolvedFindings.Count()}",
        $"findings     {run.NewFindings.Count()} new ({run.NewFindings.Count(static one => one.Finding.Severity == "error")} errors), {run.ResolvedFindings.Count()} resolved"));

    private static long Pages(RunReport report, AddressState state) => report.Of(AddressKind.List, state) + report.Of(AddressKind.Detail, state);

    private static long Unchanged(RunReport report) =>
        report.Of(AddressKind.Attachment, AddressState.Fetched) + report.Disclosing - report.Documents.Select(static one => one.Address).Distinct().LongCount();

    private string Word(AddressState state) => state == AddressState.Blocked ? session.Say("被拒", "blocked") : session.Say("失败", "failed");

    private string DriedUp(SourceTally source) => source.StartReason is { } reason
        ? session.Say(
            $"来源“{source.Source}”以前有{source.ListedBefore}个文件，现在一个也没有：起始页无法取得：{Why(session, reason)}。",
            $"the source '{source.Source}' listed {source.ListedBefore} documents before and lists none now: its start page cannot be had: {Why(session, reason)}")
        : session.Say(
            $"来源“{source.Source}”以前有{source.ListedBefore}个文件，现在一个也没有：网页上不再有文件链接，网站可能已改版。",
            $"the source '{source.Source}' listed {source.ListedBefore} documents before and lists none now: its pages no longer link to any; the site may have been rebuilt");

    private void Row(Ink ink, string zh, string en, string? source, string? title, Uri address)
    {
        ink.Write(session.Say(zh, en.PadRight(9)), Tone.Strong);
        foreach (var part in new[] { source, title })
        {
            if (!string.IsNullOrEmpty(part))
            {
                ink.Write("  ").Write(part);
            }
        }

        ink.Write("  ").Line(address.AbsoluteUri);
    }
}
