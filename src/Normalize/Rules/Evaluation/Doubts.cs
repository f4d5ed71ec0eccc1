using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>A reason for which what breaks in a disclosure may be no error of the publisher, and takes it back as far as the reason reaches.</summary>
internal abstract class Doubts
{
    /// <summary>The reasons that a disclosure gives; empty for most.</summary>
    public static IReadOnlyList<Doubts> Of(Disclosure disclosure) =>
        [.. new Doubts?[] { RecognitionDoubts.Of(disclosure), CutDoubts.Of(disclosure), SeveralSetsDoubts.Of(disclosure) }.OfType<Doubts>()];

    /// <summary>Takes back what a broken equation says.</summary>
    public abstract void Settle(Equation equation);

    /// <summary>The result as far as it can be borne out.</summary>
    public abstract CheckResult Settle(Rule rule, CheckResult result);

    /// <summary>Whether an equation has a figure on each of its sides.</summary>
    protected static bool HasBothSides(Equation equation) => IsStated(equation, false) && IsStated(equation, true);

    /// <summary>The result with its arithmetic, and without its verdict.</summary>
    protected static CheckResult TakenBack(CheckResult result, Message reason) =>
        CheckResult.CannotTell(result.Subject, reason) with { Arithmetic = result.Arithmetic };

    private static bool IsStated(Equation equation, bool right) => equation.Terms.Exists(term => term.Right == right && term.Fact.Stated is not null);
}
