using System.CommandLine;

namespace Gouji.Cli.Gathering;

/// <summary>The option <c>--workspace</c>.</summary>
internal sealed class WorkspaceOption : Option<string>
{
    public WorkspaceOption(Session session)
        : base("--workspace")
    {
        HelpName = "DIR";
        Description = session.Say($"工作区文件夹，保存原件与目录库（默认 {Workspaces.Usual}）", $"folder that keeps originals and catalogue (default: {Workspaces.Usual})");
    }

    public string Read(ParseResult arguments) => arguments.GetValue(this) ?? Workspaces.Usual;
}
