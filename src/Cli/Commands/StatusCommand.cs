using System.CommandLine;
using System.Globalization;
using Gouji.Cli.Gathering;
using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Ingest.Store;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji status</c>: what a workspace holds; every address is in exactly one state.</summary>
internal sealed class StatusCommand : GoujiCommand
{
    private readonly Argument<string> _workspace;

    public StatusCommand(Session session)
        : base(session, "status", new Message("显示工作区的状态：每个地址恰好处于一种状态", "show what a workspace holds; every address is in exactly one state")) =>
        Add(_workspace = new Argument<string>("WORKSPACE") { Description = session.Say("工作区文件夹", "the folder of a workspace") });

    public override string Usage => "WORKSPACE [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples => [("gouji status data", new("显示 data 的状态", "show what data holds"))];

    protected override int Run(ParseResult arguments)
    {
        using var workspace = Workspaces.OpenToRead(Session, arguments.GetValue(_workspace)!);
        var status = workspace.Catalog.Status();
        var gone = workspace.Catalog.WithdrawnCandidates().Where(static one => one.IsDocument).ToList();
        if (WantsJson(arguments))
        {
            PrintJson(status, gone);
        }
        else
        {
            Print(status, gone);
        }

        return ExitStatus.Ok;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private void Print(StatusReport status, List<WithdrawalCandidate> gone)
    {
        var ink = Ink.ForOut(Terminal);
        var kinds = Enum.GetValues<AddressKind>();
        Row(Session.Say("状态", "state"), [.. kinds.Select(kind => KindName(kind)), Session.Say("合计", "total")], Tone.Strong);
        foreach (var state in Enum.GetValues<AddressState>())
        {
            Row(StateName(state), [.. kinds.Select(kind => Figures.Text(status.Counts.GetValueOrDefault((kind, state)))), Figures.Text(status.Of(state))], Tone.Plain);
        }

        Row(
            Session.Say("合计", "total"),
            [.. kinds.Select(kind => Figures.Text(status.Counts.Where(pair => pair.Key.Kind == kind).Sum(static pair => pair.Value))), Figures.Text(status.Total)],
            Tone.Strong);
        ink.Line();
        ink.Line(Session.Say(
            $"持有{status.Held}个地址的{status.Versions}个版本，原件{status.Objects}个，{status.ObjectBytes}字节，请求{status.Fetches}次",
            $"{status.Versions} versions of {status.Held} addresses are held, {status.Objects} originals, {Figures.Text(status.ObjectBytes)} bytes, {status.Fetches} requests"));
        if (status.LastRun is { } run)
        {
            ink.Line(Session.Say(
                $"最近一次运行：第{run.Number}次，{Time(run.Started)} 开始，{(run.Ended is { } ended ? Time(ended) + " 结束" : "未结束")}（{Word(run.Outcome)}）",
                $"last run: {run.Number}, begun {Time(run.Started)}, {(run.Ended is { } end ? "ended " + Time(end) : "not ended")} ({Word(run.Outcome)})"));
            if (run.Ended is null)
            {
                ink.Line(Session.Say($"待访问{status.Due}个，正在访问{status.Claimed}个", $"{status.Due} addresses are still to be asked, {status.Claimed} are being asked"));
            }
            else
            {
                RunScreen.PrintResting(Session, ink, status.Resting);
            }
        }

        foreach (var alike in status.Troubles.GroupBy(static one => (one.State, one.Reason)).OrderByDescending(static one => one.Count()).ThenBy(static one => one.Key.Reason, StringComparer.Ordinal))
        {
            var example = alike.First().Address.AbsoluteUri;
            ink.Write(StateName(alike.Key.State), Tone.Warning).Line(Session.Say(
                $"  {alike.Count()}个：{RunScreen.Why(Session, alike.Key.Reason)}，{(alike.Count() > 1 ? "例如 " : "")}{example}",
                $"  {alike.Count()}: {RunScreen.Why(Session, alike.Key.Reason)}, {(alike.Count() > 1 ? "such as " : "")}{example}"));
        }

        foreach (var one in gone)
        {
            ink.Write(EvidenceName(one.Evidence), Tone.Warning).Write("  ").Line(one.Address.AbsoluteUri);
        }

        void Row(string name, IReadOnlyList<string> figures, Tone tone) =>
            ink.Line(DisplayWidth.Pad(name, 10) + string.Concat(figures.Select(static figure => new string(' ', Math.Max(1, 12 - DisplayWidth.Of(figure))) + figure)), tone);
    }

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string KindName(AddressKind kind) => kind switch
    {
        AddressKind.List => Session.Say("列表页", "lists"),
        AddressKind.Detail => Session.Say("详情页", "details"),
        _ => Session.Say("文件", "documents"),
    };

    private string StateName(AddressState state) => state switch
    {
        AddressState.New => Session.Say("未访问", "new"),
        AddressState.Retry => Session.Say("待重试", "retry"),
        AddressState.Fetched => Session.Say("已取得", "fetched"),
        AddressState.Gone => Session.Say("不存在", "gone"),
        AddressState.Blocked => Session.Say("被拒", "blocked"),
        AddressState.Failed => Session.Say("失败", "failed"),
        _ => Session.Say("已撤下", "withdrawn"),
    };

    private string EvidenceName(WithdrawalEvidence evidence) => evidence switch
    {
        WithdrawalEvidence.Missing => Session.Say("不见", "missing"),
        WithdrawalEvidence.Withdrawn => Session.Say("已撤下", "withdrawn"),
        WithdrawalEvidence.HostOutOfOrder => Session.Say("网站异常", "host out of order"),
        WithdrawalEvidence.Moved => Session.Say("已移动", "moved"),
        _ => Session.Say("不再列出", "unlisted"),
    };

    private void PrintJson(StatusReport status, List<WithdrawalCandidate> gone)
    {
        using var buffer = new RowBuffer();
        using var row = new JsonRowWriter(buffer);
        row.BeginRow();
        row.Count("addresses", status.Total);
        row.Json.WriteStartObject("states");
        foreach (var state in Enum.GetValues<AddressState>())
        {
            row.Json.WriteStartObject(Word(state));
            foreach (var kind in Enum.GetValues<AddressKind>())
            {
                row.Count(Word(kind), status.Counts.GetValueOrDefault((kind, state)));
            }

            row.Count("total", status.Of(state));
            row.Json.WriteEndObject();
        }

        row.Json.WriteEndObject();
        row.Count("held", status.Held);
        row.Count("versions", status.Versions);
        row.Count("objects", status.Objects);
        row.Count("object_bytes", status.ObjectBytes);
        row.Count("requests", status.Fetches);
        row.Count("due", status.Due);
        row.Count("claimed", status.Claimed);
        row.Count("last_run", status.LastRun?.Number);
        row.Text("last_run_outcome", status.LastRun is { } run ? Word(run.Outcome) : null);
        RunJson.Resting(row, status.LastRun?.Ended is null ? [] : status.Resting);
        RunJson.Each(row, "failed", status.Troubles.Where(static one => one.State == AddressState.Failed), Trouble);
        RunJson.Each(row, "blocked", status.Troubles.Where(static one => one.State == AddressState.Blocked), Trouble);
        RunJson.Each(row, "gone", gone, static (row, one) =>
        {
            row.Text("address", one.Address.AbsoluteUri);
            row.Text("evidence", Word(one.Evidence));
            row.Text("since", one.Since is { } since ? Time(since) : null);
            row.Text("sha256", one.Sha256);
        });
        row.EndRow();
        row.EndLine();
        Terminal.WriteBytes(buffer.Written);
    }

    private static void Trouble(JsonRowWriter row, AddressTrouble one)
    {
        row.Text("source", one.Source);
        row.Text("address", one.Address.AbsoluteUri);
        row.Text("reason", one.Reason);
    }
}
