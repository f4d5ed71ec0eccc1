namespace Gouji.Model;

/// <summary>Severity of a finding (严重程度), from light to grave.</summary>
public enum Severity
{
    /// <summary>提示: a remark; may be entirely legitimate.</summary>
    Notice,

    /// <summary>警告: a contradiction with a benign reading.</summary>
    Warning,

    /// <summary>错误: the published figures contradict each other.</summary>
    Error,
}

/// <summary>What became of an equation or a built-in check.</summary>
public enum Verdict
{
    /// <summary>The printed figures agree exactly.</summary>
    Holds,

    /// <summary>They differ by no more than their printed places allow.</summary>
    HoldsWithinRounding,

    /// <summary>They differ by more.</summary>
    Broken,

    /// <summary>A carrier is missing or doubtful; <see cref="Check.Reason"/> says which.</summary>
    CannotTell,
}

/// <summary>One identity evaluated for one document (等式).</summary>
public sealed record Check
{
    /// <summary>Id of the rule in the rulebook.</summary>
    public required string Rule { get; init; }

    /// <summary>Which row, column or item the rule was applied to, in both languages; empty for the document as a whole.</summary>
    public required Message Subject { get; init; }

    /// <summary>What became of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>True where the left side may be smaller than the right: a bound rather than an equality.</summary>
    public bool AtMost { get; init; }

    /// <summary>True where the right side is a share or a rate: both sides are in percent.</summary>
    public bool IsRatio
    {
        get
        {
            foreach (var term in Terms)
            {
                if (term.Divisor)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Left side in yuan (or a count, or percent); null where it could not be computed.</summary>
    public decimal? Left { get; init; }

    /// <summary>Right side in yuan (or a count, or percent); null where it could not be computed.</summary>
    public decimal? Right { get; init; }

    /// <summary>Left minus right; null where it could not be computed.</summary>
    public decimal? Difference => Left - Right;

    /// <summary>By how much the sides may differ through rounding alone, in the unit of the sides.</summary>
    public decimal? Slack { get; init; }

    /// <summary>The terms, left side first.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>Why it cannot be told; null otherwise.</summary>
    public Message? Reason { get; init; }
}

/// <summary>A term of an equation: coefficient × fact, on the left or the right side.</summary>
/// <param name="Coefficient">Usually 1 or −1.</param>
/// <param name="Fact">The figure.</param>
/// <param name="Right">True on the right side of the equation.</param>
/// <param name="Divisor">True where the right side is divided by the sum of these terms and stands in percent (占比、增减率、完成率).</param>
public sealed record Term(decimal Coefficient, Fact Fact, bool Right, bool Divisor = false);
