using System.CommandLine;
using Gouji.Cli.Output;
using Gouji.Model;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji completion</c>: what a shell needs to complete the words of a command line.</summary>
internal sealed class CompletionCommand : GoujiCommand
{
    private readonly WordArgument _shell;

    public CompletionCommand(Session session)
        : base(session, "completion", new Message("输出命令行补全脚本", "print the completion script of a shell"))
    {
        Add(_shell = new WordArgument("SHELL", "bash", "zsh", "fish", "powershell")
        {
            Description = "bash | zsh | fish | powershell",
        });
    }

    public override string Usage => "bash|zsh|fish|powershell";

    public override IReadOnlyList<(string Line, Message Does)> Examples =>
    [
        ("source <(gouji completion bash)", new("在当前 bash 中启用补全", "complete words in this bash")),
        ("gouji completion fish > ~/.config/fish/completions/gouji.fish", new("为 fish 安装补全", "install the completion for fish")),
    ];

    protected override int Run(ParseResult arguments)
    {
        var shell = arguments.GetValue(_shell)!;
        var root = (RootCommand)Parents.Single();
        var script = shell switch
        {
            "bash" => CompletionScripts.Bash(root),
            "zsh" => CompletionScripts.Zsh(root),
            "fish" => CompletionScripts.Fish(root),
            _ => CompletionScripts.PowerShell(root),
        };
        if (!WantsJson(arguments))
        {
            Terminal.Out.Write(script);
            return ExitStatus.Ok;
        }

        using var buffer = new RowBuffer();
        using var row = new JsonRowWriter(buffer);
        row.BeginRow();
        row.Text("shell", shell);
        row.Text("script", script);
        row.EndRow();
        row.EndLine();
        Terminal.WriteBytes(buffer.Written);
        return ExitStatus.Ok;
    }
}
