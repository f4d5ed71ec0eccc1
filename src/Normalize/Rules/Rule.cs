using Gouji.Model;
using Gouji.Normalize.Rules.Language;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Rules;

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

    /// <summary>Known legitimate exceptions; empty where none is known.</summary>
    public string Exceptions { get; init; } = "";

    /// <summary>The rule as it is written in its file.</summary>
    public required string Source { get; init; }

    /// <summary>The rule file it comes from: <c>built-in</c> or the user's path.</summary>
    public required string File { get; init; }

    /// <summary>1-based line of the file on which it begins.</summary>
    public int Line { get; init; }

    /// <summary>False where a user's file switched the rule off.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>First fiscal year it applies to; null for no bound.</summary>
    public int? FromYear { get; init; }

    /// <summary>Last fiscal year it applies to; null for no bound.</summary>
    public int? ToYear { get; init; }

    /// <summary>Kind of disclosure it applies to; Unknown for both.</summary>
    public DisclosureKind Kind { get; init; }

    /// <summary>Places it applies to, as words of which the department's name contains one; empty for everywhere.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    internal IReadOnlyList<Clause> Clauses { get; init; } = [];

    /// <summary>True for a rule that compares documents rather than the figures of one.</summary>
    internal bool ComparesDocuments => Clauses.Count > 0 && Clauses.All(static clause => clause.Link is not null);

    internal IReadOnlyList<Regrade> Regrades { get; init; } = [];

    internal IReadOnlyList<RuleExample> Examples { get; init; } = [];

    /// <summary>Position in the rulebook, set when rules are put together.</summary>
    internal int Order { get; init; }

    /// <summary>Whether the rule is in force for a disclosure of that year, kind and body.</summary>
    internal bool AppliesTo(DisclosureHeader header) =>
        Enabled
        && !(header.FiscalYear < FromYear)
        && !(header.FiscalYear > ToYear)
        && (Kind == DisclosureKind.Unknown || header.Kind == DisclosureKind.Unknown || Kind == header.Kind)
        && (Places.Count == 0 || (header.Department is { } department && Places.Any(place => Fold.Key(department).Contains(Fold.Key(place), StringComparison.Ordinal))));

    internal Rule With(Severity? severity = null, bool? enabled = null, int? order = null) => new()
    {
        Id = Id,
        Severity = severity ?? Severity,
        Statement = Statement,
        Authority = Authority,
        Exceptions = Exceptions,
        Source = Source,
        File = File,
        Line = Line,
        Enabled = enabled ?? Enabled,
        FromYear = FromYear,
        ToYear = ToYear,
        Kind = Kind,
        Places = Places,
        Clauses = Clauses,
        Regrades = severity is null ? Regrades : [],
        Examples = Examples,
        Order = order ?? Order,
    };
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
