using System.CommandLine;
using Gouji.Cli.Output;
using Gouji.Cli.Screen;
using Gouji.Model;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Commands;

/// <summary><c>gouji rules</c>: the rulebook, or one rule as it is written.</summary>
internal sealed class RulesCommand : GoujiCommand
{
    private readonly Argument<string?> _id;
    private readonly Option<string[]> _rules;

    public RulesCommand(Session session)
        : base(session, "rules", new Message("列出规则，或显示一条规则的全文", "list the rules, or show one as it is written"))
    {
        Add(_id = new Argument<string?>("ID")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = session.Say("规则编号；不给则列出全部", "id of a rule; all are listed where none is given"),
        });
        Add(_rules = RuleFiles.Option(session));
    }

    public override string Usage => "[ID] [options]";

    public override IReadOnlyList<(string Line, Message Does)> Examples =>
    [
        ("gouji rules", new("列出所有规则", "list all rules")),
        ("gouji rules X-BASIC", new("显示一条规则及其依据和例子", "show one rule with its authority and its examples")),
    ];

    protected override int Run(ParseResult arguments)
    {
        var rules = RuleFiles.Load(Session, arguments.GetValue(_rules) ?? []).Rules;
        var chosen = arguments.GetValue(_id) is { } id ? [Find(rules, id)] : rules;
        if (WantsJson(arguments))
        {
            PrintJson(chosen);
        }
        else if (arguments.GetValue(_id) is not null)
        {
            Ink.ForOut(Terminal).Line(chosen[0].Source.TrimEnd('\n'));
        }
        else
        {
            PrintList(chosen);
        }

        return ExitStatus.Ok;
    }

    private static Rule Find(IReadOnlyList<Rule> rules, string id)
    {
        foreach (var rule in rules)
        {
            if (string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return rule;
            }
        }

        throw NearestWord.Of(id, rules.Select(static rule => rule.Id)) is { } nearest
            ? CommandFailedException.Usage($"没有规则“{id}”；是否要用“{nearest}”？", $"there is no rule '{id}'; did you mean '{nearest}'?")
            : CommandFailedException.Usage($"没有规则“{id}”；用 gouji rules 列出全部。", $"there is no rule '{id}'; gouji rules lists them all");
    }

    private void PrintList(IReadOnlyList<Rule> rules)
    {
        var ink = Ink.ForOut(Terminal);
        var width = rules.Select(static rule => DisplayWidth.Of(rule.Id)).DefaultIfEmpty().Max();
        foreach (var rule in rules)
        {
            ink.Write(DisplayWidth.Pad(rule.Id, width), Tone.Strong).Write("  ")
                .Write((rule.Enabled ? Words.Of(rule.Severity) : "off").PadRight(7), rule.Enabled ? Ink.Of(rule.Severity) : Tone.Faint)
                .Write("  ").Line(rule.Statement.In(Session.Language));
        }
    }

    private void PrintJson(IReadOnlyList<Rule> rules)
    {
        using var buffer = new RowBuffer();
        using var row = new JsonRowWriter(buffer);
        foreach (var rule in rules)
        {
            row.BeginRow();
            row.Text("rule", rule.Id);
            row.Text("severity", Words.Of(rule.Severity));
            row.Flag("enabled", rule.Enabled);
            row.Text("statement_zh", rule.Statement.Zh);
            row.Text("statement_en", rule.Statement.En);
            row.Text("authority", rule.Authority);
            row.Text("file", rule.File);
            row.Text("source", rule.Source);
            row.EndRow();
            row.EndLine();
        }

        Terminal.WriteBytes(buffer.Written);
    }
}
