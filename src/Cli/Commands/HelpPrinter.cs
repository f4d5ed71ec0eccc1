using System.CommandLine;
using System.CommandLine.Invocation;
using Gouji.Cli.Screen;

namespace Gouji.Cli.Commands;

/// <summary>Prints the help of a command in the language of the session.</summary>
internal sealed class HelpPrinter(Session session) : SynchronousCommandLineAction
{
    /// <summary>Help is given whatever else is wrong with the command line.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Print(parseResult.CommandResult.Command);
        return ExitStatus.Ok;
    }

    private static string NameOf(Option option)
    {
        var name = option.Aliases.Count == 0 ? option.Name : string.Join(", ", option.Aliases.Append(option.Name));
        var value = option switch
        {
            WordOption words => option.HelpName ?? string.Join('|', words.Words),
            NumberOption => option.HelpName ?? "N",
            Option<string> or Option<string[]> => option.HelpName,
            _ => null,
        };
        return value is null ? name : name + " " + value;
    }

    private void Print(Command command)
    {
        var ink = Ink.ForOut(session.Terminal);
        var gouji = command as GoujiCommand;
        ink.Line(command.Description ?? "").Line();
        Heading(ink, "用法", "Usage");
        ink.Line(gouji is null ? session.Say("  gouji 命令 [选项]", "  gouji COMMAND [options]") : $"  gouji {command.Name} {gouji.Usage}").Line();
        if (command.Subcommands.Count > 0)
        {
            Heading(ink, "命令", "Commands");
            Rows(ink, command.Subcommands.Select(static sub => (sub.Name, sub.Description ?? "")));
        }

        if (command.Arguments.Count > 0)
        {
            Heading(ink, "参数", "Arguments");
            Rows(ink, command.Arguments.Select(static argument => (argument.Name, argument.Description ?? "")));
        }

        Heading(ink, "选项", "Options");
        Rows(ink, OptionsOf(command).Select(static option => (NameOf(option), option.Description ?? "")));
        Heading(ink, "示例", "Examples");
        foreach (var (line, does) in gouji?.Examples ?? RootExamples)
        {
            ink.Line("  " + line);
            ink.Line("      " + does.In(session.Language), Tone.Faint);
        }

        if (gouji?.Remark is { } remark)
        {
            ink.Line().Line(remark.In(session.Language));
        }
    }

    private static (string Line, Model.Message Does)[] RootExamples =>
    [
        ("gouji check data --out out", new("检查 data 下的所有文件，结果写入 out", "check all files below data and write the results to out")),
        ("gouji check --help", new("某个命令的帮助", "the help of one command")),
    ];

    private static IEnumerable<Option> OptionsOf(Command command)
    {
        foreach (var option in command.Options)
        {
            yield return option;
        }

        foreach (var root in command.Parents.OfType<RootCommand>())
        {
            foreach (var option in root.Options.Where(static option => option.Recursive))
            {
                yield return option;
            }
        }
    }

    private static void Rows(Ink ink, IEnumerable<(string Name, string Description)> rows)
    {
        var list = rows.ToList();
        var width = list.Max(static row => DisplayWidth.Of(row.Name));
        foreach (var (name, description) in list)
        {
            ink.Line("  " + DisplayWidth.Pad(name, width) + "  " + description);
        }

        ink.Line();
    }

    private void Heading(Ink ink, string zh, string en) => ink.Line(session.Say(zh, en), Tone.Strong);
}
