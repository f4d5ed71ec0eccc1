using Gouji.Model;

namespace Gouji.Normalize.Linking;

/// <summary>A figure of a document that another document of the same body repeats, or is repeated in.</summary>
/// <param name="Thing">What it is of, the same in budgets and accounts: <c>gpb.total</c>, <c>gpb:2013101</c>.</param>
/// <param name="Measure">Which figure of the thing it is.</param>
/// <param name="Fact">The figure as printed; where it is implied, this year's figure.</param>
/// <param name="Change">The change that takes this year's figure back to the previous one; null where the figure is printed itself.</param>
public sealed record LinkFigure(string Thing, LinkMeasure Measure, Fact Fact, Fact? Change = null)
{
    /// <summary>The amount in yuan.</summary>
    public decimal Yuan => Fact.Amount!.Value.Yuan - (Change?.Amount?.Yuan ?? 0);

    /// <summary>By how much the amount may differ through rounding, in yuan.</summary>
    public decimal HalfPlace => Fact.Amount!.Value.HalfPlace + (Change?.Amount?.HalfPlace ?? 0);

    /// <summary>True where one item of many is meant rather than a total; items move between codes from year to year.</summary>
    public bool IsItem => Thing.Contains(':', StringComparison.Ordinal);

    /// <summary>True for a figure that a table prints itself.</summary>
    public bool IsPlain => Change is null && Fact.Source == FactSource.Table;

    /// <summary>The terms of the figure on one side of an equation.</summary>
    internal IEnumerable<Term> Terms(bool right) =>
        Change is null ? [new Term(1m, Fact, right)] : [new Term(1m, Fact, right), new Term(-1m, Change, right)];
}
