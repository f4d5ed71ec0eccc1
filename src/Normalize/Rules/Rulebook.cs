using Gouji.Model;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules;

/// <summary>The rules in force, in order (规则库).</summary>
public sealed class Rulebook
{
    private static readonly string[] BuiltInFiles = ["tables.rules", "cross.rules", "performance.rules", "prose.rules", "form.rules", "accounts.rules", "linking.rules"];

    private static readonly Lazy<Rulebook> LoadedBuiltIn = new(LoadBuiltIn);

    private Rulebook(IReadOnlyList<Rule> rules) => Rules = rules;

    /// <summary>The rules that ship inside the program.</summary>
    public static Rulebook BuiltIn => LoadedBuiltIn.Value;

    /// <summary>The rules, in the order in which they are written.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>A rulebook of the rules of one text alone.</summary>
    /// <exception cref="RuleSyntaxException">The text is malformed.</exception>
    public static Rulebook Parse(string fileName, string text) => new Rulebook([]).With(fileName, text);

    /// <summary>This rulebook with the rules of a user's file: new ones added, those of the same id replaced, switched off or re-graded.</summary>
    /// <param name="fileName">Named in errors.</param>
    /// <param name="text">The text of the file.</param>
    /// <exception cref="RuleSyntaxException">The file is malformed; says where and what was expected.</exception>
    public Rulebook With(string fileName, string text)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(text);
        var parsed = RuleFileParser.Parse(fileName, text);
        var rules = new List<Rule>(Rules);
        foreach (var rule in parsed.Rules)
        {
            var at = rules.FindIndex(other => other.Id == rule.Id);
            if (at < 0)
            {
                rules.Add(rule);
            }
            else
            {
                rules[at] = rule;
            }
        }

        foreach (var change in parsed.Changes)
        {
            var at = rules.FindIndex(other => other.Id == change.Id);
            if (at < 0)
            {
                var known = string.Join(", ", rules.Select(static rule => rule.Id));
                throw new RuleSyntaxException(fileName, change.Line, change.Column, new Message(
                    $"没有名为“{change.Id}”的规则；已有规则：{known}", $"there is no rule '{change.Id}'; the rules are: {known}"));
            }

            rules[at] = rules[at].With(change.Severity, enabled: change.Severity is not null);
        }

        for (var i = 0; i < rules.Count; i++)
        {
            rules[i] = rules[i].With(order: i);
        }

        return new Rulebook(rules);
    }

    private static Rulebook LoadBuiltIn()
    {
        var rulebook = new Rulebook([]);
        foreach (var file in BuiltInFiles)
        {
            using var stream = typeof(Rulebook).Assembly.GetManifestResourceStream("Gouji.Normalize.Rules." + file)
                ?? throw new InvalidOperationException($"The rulebook {file} is not in the program.");
            using var reader = new StreamReader(stream);
            rulebook = rulebook.With("built-in:" + file, reader.ReadToEnd());
        }

        return rulebook;
    }
}
