using Gouji.Model;

namespace Gouji.Normalize.Rules.Language;

/// <summary>What a clause is applied to again and again.</summary>
internal enum Loop
{
    /// <summary>Once for the document.</summary>
    None,

    /// <summary>Each row, and in it each column that is a whole: <c>whole</c> and <c>parts</c>.</summary>
    Row,

    /// <summary>Each row of totals, and in it each column: <c>whole</c> and <c>parts</c>.</summary>
    Total,

    /// <summary>Each row above its parts, and in it each column: <c>whole</c> and <c>parts</c>.</summary>
    Parent,

    /// <summary>Totals and parents both.</summary>
    Sum,

    /// <summary>Each item, by its code: <c>[item]</c>.</summary>
    Item,

    /// <summary>Each class of three digits: <c>[class]</c>.</summary>
    Class,

    /// <summary>Each project, by its name: <c>[name]</c>.</summary>
    Project,

    /// <summary>Each table of the form: <c>this</c>.</summary>
    Table,

    /// <summary>Each row of the form: <c>line.income</c>.</summary>
    Line,

    /// <summary>Each change printed beside the two figures that it compares: this year's is <c>whole</c>, the base and the change are <c>parts</c>.</summary>
    Change,
}

/// <summary>How the two sides of a formula compare.</summary>
internal enum Relation
{
    /// <summary>Equal, each figure rounded by itself.</summary>
    Equal,

    /// <summary>Two copies of one figure.</summary>
    Same,

    /// <summary>Left not more than right.</summary>
    AtMost,
}

/// <summary>A form, or one lane of it: <c>B1.income</c>.</summary>
internal readonly record struct FormName(FormRole Role, string Part);

/// <summary>The figures that a term adds up: <c>B6[302*].total?</c>.</summary>
internal sealed record Selector
{
    /// <summary>The form; null for <c>whole</c>, <c>parts</c> and <c>this</c>.</summary>
    public FormName? Form { get; init; }

    /// <summary>True for <c>this</c>: the table of the loop.</summary>
    public bool This { get; init; }

    /// <summary>True for <c>line</c>: the row of the loop.</summary>
    public bool Line { get; init; }

    /// <summary>True for <c>whole</c>.</summary>
    public bool Whole { get; init; }

    /// <summary>True for <c>parts</c>.</summary>
    public bool Parts { get; init; }

    /// <summary>Words in square brackets; empty for all rows.</summary>
    public string[] Rows { get; init; } = [];

    /// <summary>Key of the column; null for the only or first column of amounts.</summary>
    public string? Column { get; init; }

    /// <summary>True where an absent row or column counts as nothing.</summary>
    public bool Optional { get; init; }

    /// <summary>True for <c>count</c>: how many rows rather than the sum of their figures.</summary>
    public bool Count { get; init; }

    /// <summary>As written.</summary>
    public required string Text { get; init; }
}

/// <summary>A term of a formula: coefficient × selector, or a number where the selector is null.</summary>
internal sealed record FormulaTerm(decimal Coefficient, Selector? Selector);

/// <summary>Left relation right.</summary>
internal sealed record Formula(FormulaTerm[] Left, Relation Relation, FormulaTerm[] Right, string Text)
{
    /// <summary>True where rows are counted rather than figures added.</summary>
    public bool IsCount { get; } = Array.Exists(Left, static term => term.Selector is { Count: true }) || Array.Exists(Right, static term => term.Selector is { Count: true });
}

/// <summary>A condition: a named predicate over forms, perhaps negated.</summary>
internal sealed record Condition(string Name, IReadOnlyList<FormName> Forms, bool Negated);

/// <summary>One <c>for … when … that … or …</c> of a rule.</summary>
internal sealed class Clause
{
    public Loop Loop { get; init; }

    /// <summary>The forms that the loop runs over; empty for none.</summary>
    public IReadOnlyList<FormName> Forms { get; init; } = [];

    public List<Condition> When { get; } = [];

    /// <summary>Formulas of which one must hold.</summary>
    public List<Formula> Alternatives { get; } = [];

    /// <summary>Name of a built-in check; null for a clause of formulas.</summary>
    public string? Check { get; init; }

    /// <summary>Name of a check between documents; null for a clause that looks at one document.</summary>
    public string? Link { get; init; }
}

/// <summary>A lighter severity under a condition.</summary>
internal sealed record Regrade(Severity Severity, Condition When);

/// <summary>An example of a rule: figures given to it, and the verdict that it must reach.</summary>
internal sealed record RuleExample(Verdict Expected, string Text, int Line);
