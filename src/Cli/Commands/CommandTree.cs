using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Gouji.Cli.Commands;

/// <summary>The root with all commands and the options that every command has.</summary>
internal static class CommandTree
{
    public const string Json = "--json";

    /// <summary>The version of the program: <c>0.1.0</c>.</summary>
    public static string Version { get; } =
        typeof(CommandTree).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static RootCommand Create(Session session)
    {
        var root = new RootCommand(session.Say(
            "勾稽：读取部门预算、决算公开文本，把表格和文字变成记录，并核对其中每一个合计。",
            "Gouji reads budget disclosures, turns tables and prose into records, and checks every total."));
        root.Directives.Clear();
        root.Options.Clear();
        root.Options.Add(new Option<bool>(Json) { Description = session.Say("输出JSON", "print JSON"), Recursive = true });
        root.Options.Add(new WordOption(LanguageChoice.Option, "zh", "en")
        {
            Description = session.Say("信息的语言（默认按环境变量）", "language of messages (default: from the environment)"),
            HelpName = "zh|en",
            Recursive = true,
        });
        root.Options.Add(new HelpOption("--help", "-h")
        {
            Description = session.Say("显示帮助", "show help"),
            Action = new HelpPrinter(session),
        });
        root.Options.Add(new VersionOption("--version")
        {
            Description = session.Say("显示版本", "show the version"),
            Action = new VersionPrinter(session),
        });
        root.Subcommands.Add(new CheckCommand(session));
        root.Subcommands.Add(new TablesCommand(session));
        root.Subcommands.Add(new RulesCommand(session));
        root.Subcommands.Add(new ExplainCommand(session));
        root.Subcommands.Add(new ReportCommand(session));
        root.Subcommands.Add(new CrawlCommand(session));
        root.Subcommands.Add(new RunCommand(session));
        root.Subcommands.Add(new SourcesCommand(session));
        root.Subcommands.Add(new StatusCommand(session));
        root.Subcommands.Add(new VerifyCommand(session));
        root.Subcommands.Add(new ExportCommand(session));
        root.Subcommands.Add(new ArchiveCommand(session));
        root.Subcommands.Add(new CompletionCommand(session));
        return root;
    }

    /// <summary>Prints the name and the version.</summary>
    private sealed class VersionPrinter(Session session) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            session.Terminal.Out.WriteLine("gouji " + Version);
            return ExitStatus.Ok;
        }
    }
}
