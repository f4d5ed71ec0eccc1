using System.CommandLine;
using Gouji.Cli.Checking;
using Gouji.Cli.Inputs;
using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Commands;

/// <summary>The rule files of <c>--rules</c>.</summary>
internal static class RuleFiles
{
    public static Option<string[]> Option(Session session) => new("--rules")
    {
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
        Description = session.Say("再加上此文件中的规则；可给多次", "add the rules of this file; may be given several times"),
    };

    /// <summary>The rules of the program with those of the files.</summary>
    public static RuleSet Load(Session session, IEnumerable<string> paths)
    {
        var files = paths.Select(path => Read(session, path)).ToList();
        try
        {
            return session.Stages.LoadRules(files);
        }
        catch (RuleSyntaxException mistake)
        {
            var place = FormattableString.Invariant($"{mistake.File}:{mistake.Line}:{mistake.Column}");
            throw new CommandFailedException(
                ExitStatus.Usage,
                new Message($"{place}：{mistake.Text.Zh}", $"{place}: {mistake.Text.En}"),
                mistake);
        }
    }

    private static RuleFile Read(Session session, string path)
    {
        try
        {
            return new RuleFile(path, session.Stages.Files.ReadText(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var reason = FileProblem.Of(failure).Text;
            throw new CommandFailedException(
                ExitStatus.Usage,
                new Message($"无法读取规则文件“{path}”：{reason.Zh}", $"cannot read the rule file '{path}': {reason.En}"),
                failure);
        }
    }
}
