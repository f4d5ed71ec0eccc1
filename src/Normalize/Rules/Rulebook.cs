using Gouji.Model;

namespace Gouji.Normalize.Rules;

/// <summary>The rules in force, in order (规则库).</summary>
public sealed class Rulebook
{
    private Rulebook(IReadOnlyList<Rule> rules) => Rules = rules;

    /// <summary>The rules that ship inside the program.</summary>
    public static Rulebook BuiltIn { get; } = new([]);

    /// <summary>The rules, in the order in which they are written.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>This rulebook with the rules of a user's file: new ones added, those of the same id replaced, switched off or re-graded.</summary>
    /// <param name="fileName">Named in errors.</param>
    /// <param name="text">The text of the file.</param>
    /// <exception cref="RuleSyntaxException">The file is malformed; says where and what was expected.</exception>
    public Rulebook With(string fileName, string text)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(text);
        return this;
    }
}

/// <summary>One rule of the rulebook (规则).</summary>
public sealed class Rule
{
    /// <summary>Id as in the specification: <c>X-BASIC</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How grave a breach is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The statement in both languages, in words an accountant accepts.</summary>
    public required Message Statement { get; init; }

    /// <summary>The authority that the rule rests on.</summary>
    public required string Authority { get; init; }

    /// <summary>The rule as it is written in its file, without indentation beyond the first.</summary>
    public required string Source { get; init; }

    /// <summary>The rule file it comes from: <c>built-in</c> or the user's path.</summary>
    public required string File { get; init; }

    /// <summary>False where a user's file switched the rule off.</summary>
    public bool Enabled { get; init; } = true;
}

/// <summary>A rule file is malformed. Line and Column are 1-based.</summary>
public sealed class RuleSyntaxException(string file, int line, int column, Message text)
    : Exception($"{file}:{line}:{column}: {text?.En}")
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>1-based line.</summary>
    public int Line { get; } = line;

    /// <summary>1-based column.</summary>
    public int Column { get; } = column;

    /// <summary>What was found and what was expected.</summary>
    public Message Text { get; } = text!;
}
