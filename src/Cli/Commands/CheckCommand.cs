using System.CommandLine;
using Gouji.Cli.Checking;
using Gouji.Cli.Inputs;
using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Extract.Archives;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji check</c>: documents to records and findings.</summary>
internal sealed class CheckCommand : GoujiCommand
{
    /// <summary>How many documents that could not be read are named on screen where the output names them all.</summary>
    private const int MostNamed = 20;

    /// <summary>Each job has a thread with a large stack; more than this is a slip of the finger.</summary>
    private const int MostJobs = 1024;

    private readonly Argument<string[]> _paths;
    private readonly Option<string> _out;
    private readonly Option<string[]> _rules;
    private readonly WordOption _failOn;
    private readonly NumberOption _jobs;

    public CheckCommand(Session session)
        : base(session, "check", new Message("读取文件，提取数字，核对每一个合计", "read documents, take out their figures and check every total"))
    {
        Add(_paths = new Argument<string[]>("PATH")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = session.Say(
                "文件、文件夹（含其下所有文件）、通配符（*.docx、**/），或 -（从标准输入读路径，每行一个）",
                "files, folders with all below them, patterns (*.docx, **/), or - for paths on standard input, one a line"),
        });
        Add(_out = new Option<string>("--out")
        {
            HelpName = "DIR",
            Description = session.Say("把结果写入此文件夹（documents.csv、records.csv、checks.csv、findings.csv 等）", "write the results to this folder (documents.csv, records.csv, checks.csv, findings.csv and more)"),
        });
        Add(_rules = RuleFiles.Option(session));
        Add(_failOn = new WordOption("--fail-on", "notice", "warning", "error", "never")
        {
            Description = session.Say("有此程度或更重的问题时退出码为3（默认 error）", "exit with 3 on findings of this severity or graver (default: error)"),
        });
        Add(_jobs = new NumberOption("--jobs", MostJobs)
        {
            Description = session.Say("同时处理的文件数（默认为处理器数）；结果与此无关", "documents checked at the same time (default: the number of processors); the results do not depend on it"),
        });
    }

    public override string Usage => "PATH... [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples =>
    [
        ("gouji check data --out out", new("检查 data 下的所有文件，结果写入 out", "check all files below data and write the results to out")),
        ("gouji check '2020/**/*.docx' --fail-on warning", new("只检查 Word 文档，有警告即以3退出", "check Word documents alone, and fail on warnings too")),
        ("find . -newer last-run -type f | gouji check - --json", new("检查上次运行之后的文件，输出 JSON", "check what is new since the last run, as JSON")),
    ];

    public override Message? Remark => new(
        "退出码：0 没有达到 --fail-on 的问题；1 运行失败；2 用法错误；3 有达到 --fail-on 的问题；4 有文件未能读取。",
        "Exit status: 0 nothing at or above --fail-on; 1 failed; 2 usage; 3 findings at or above --fail-on; 4 some documents could not be read.");

    protected override int Run(ParseResult arguments)
    {
        var rules = RuleFiles.Load(Session, arguments.GetValue(_rules) ?? []);
        var failOn = arguments.GetValue(_failOn) ?? "error";
        var jobs = _jobs.Read(arguments) ?? Environment.ProcessorCount;
        using var interruption = Interruption.Watch(Session.Cancellation);
        using var folder = arguments.GetValue(_out) is { } path ? OutputFolder.Open(path) : null;
        using var folderWriter = folder is null ? null : new FolderWriter(folder, rules.Rules);
        using var jsonWriter = folder is null && WantsJson(arguments) ? new JsonWriter(Terminal, rules.Rules) : null;
        IResultWriter writer = folderWriter ?? jsonWriter ?? (IResultWriter)new FindingsScreen(Session, rules.Rules);
        var namesAll = folder is not null || WantsJson(arguments);

        var paths = arguments.GetValue(_paths)!;
        var progress = new Progress(Session);
        var totals = new CheckTotals();
        var links = new DocumentLinks(rules.Rules);
        var walker = new InputWalker(Session.Stages.Files, folder?.Shown, warning => Warn(progress, warning));
        CountAhead(paths, folder?.Shown, progress, interruption.Token);
        try
        {
            var pipeline = new CheckPipeline(jobs, () => CreateWorker(rules));
            pipeline.Run(walker.Walk(PathList.Of(paths, Terminal.In)), new ClearingWriter(writer, progress, Linked), Written, interruption.Token);
        }
        finally
        {
            progress.Clear();
        }

        Report(totals, walker.LeftOut, progress.Elapsed, folder?.Shown, WantsJson(arguments));
        return totals.Status(failOn == "never" ? null : Enum.Parse<Severity>(failOn, ignoreCase: true));

        RunLinks Linked()
        {
            var linked = links.Link(interruption.Token);
            totals.Add(linked);
            return linked;
        }

        void Written(CheckedDocument document)
        {
            totals.Add(document);
            links.Add(document);
            if (!document.WasRead && (!namesAll || totals.NotRead <= MostNamed))
            {
                Warn(progress, new Message(
                    $"{document.Document}：{document.Reasons[0].Text.Zh}",
                    $"{document.Document}: {Rows.ReasonText(document.Reasons)}"));
            }

            progress.Advance();
        }
    }

    private CheckWorker CreateWorker(RuleSet rules) => new(
        new FileLoader(Session.Stages.Files, Session.Stages.Limits),
        new ArchiveOpener(Session.Stages.Limits),
        rules.CreateChecker(),
        new ShownPath(Terminal.CurrentDirectory),
        Terminal.Time);

    /// <summary>Counts the documents beside the run, for the remaining time on the terminal alone. Standard input can be read only once.</summary>
    private void CountAhead(string[] paths, string? folder, Progress progress, CancellationToken stop)
    {
        if (!progress.IsShown || paths.Contains(PathList.StandardInput))
        {
            return;
        }

        var counter = new InputWalker(Session.Stages.Files, folder, static _ => { });
        var count = new Thread(() =>
        {
            var total = 0L;
            foreach (var unused in counter.Walk(paths))
            {
                total++;
                if (stop.IsCancellationRequested)
                {
                    return;
                }
            }

            progress.Expect(total);
        });
        count.IsBackground = true;
        count.Start();
    }

    private void Warn(Progress progress, Message warning) => progress.Interrupt(() => Session.Tell(warning));

    private void Report(CheckTotals totals, LeftOut leftOut, TimeSpan elapsed, string? folder, bool json)
    {
        if (folder is not null && totals.NotRead > MostNamed)
        {
            Session.Tell(new Message(
                $"另有{totals.NotRead - MostNamed}个文件未能读取，见 {OutputFolder.Documents}。",
                $"{totals.NotRead - MostNamed} more documents were not read; see {OutputFolder.Documents}"));
        }

        // Where both go to one file the summary stands behind the findings and not amid them.
        Session.Terminal.Out.Flush();
        var summary = new Summary(Session, totals, leftOut);
        summary.Print(elapsed, folder);
        if (folder is not null && json)
        {
            summary.PrintJson(folder);
        }
    }

    /// <summary>Takes the progress line off before something is written, where both may go to one terminal; compares documents at the end.</summary>
    private sealed class ClearingWriter(IResultWriter writer, Progress progress, Func<RunLinks> link) : IResultWriter
    {
        public IDisposable? Prepare(CheckedDocument document) => writer.Prepare(document);

        public void Write(CheckedDocument document, IDisposable? prepared)
        {
            if (document.Findings.Count > 0)
            {
                progress.Clear();
            }

            writer.Write(document, prepared);
        }

        public void WriteLinks(RunLinks links) => writer.WriteLinks(links);

        public void Complete()
        {
            var links = link();
            if (links.HasFindings)
            {
                progress.Clear();
            }

            writer.WriteLinks(links);
            writer.Complete();
        }
    }
}
