using Gouji.Model;
using Gouji.Normalize.Forms;
using Gouji.Normalize.Rules.Language;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>A rule compiled for one row, column or item of one document: Σ coefficient × fact on two sides, and what became of it.</summary>
internal sealed class Equation(int capacity = 4)
{
    private static readonly Message Nothing = new("", "");

    private Check? _check;

    /// <summary>Whether the sides were added up; where a figure is missing or doubtful they are not.</summary>
    private bool _hasSides;

    public required Rule Rule { get; init; }

    public Message Subject { get; set; } = Nothing;

    public Relation Relation { get; init; }

    /// <summary>The formula as written in the rulebook; empty for loops over rows and columns.</summary>
    public string Formula { get; init; } = "";

    public List<Term> Terms { get; } = new(capacity);

    public decimal Left { get; set; }

    public decimal Right { get; set; }

    public decimal Slack { get; private set; }

    public Verdict Verdict { get; set; }

    /// <summary>Why it cannot be told; null otherwise.</summary>
    public Message? Reason { get; set; }

    /// <summary>A row with a cell that could not be read as a figure; null where there is none.</summary>
    public FormRow? UnreadRow { get; set; }

    /// <summary>The row that lost cells when it was read and keeps this equation from being told; null where none does.</summary>
    public FormRow? LostRow { get; set; }

    /// <summary>The column of <see cref="LostRow"/> that is absent; −1 where the whole row is in doubt.</summary>
    public int LostColumn { get; set; } = -1;

    /// <summary>The part of the form that <see cref="LostRow"/> is in.</summary>
    public FormPart? LostPart { get; set; }

    /// <summary>True where one side states a figure and every figure of the other is blank.</summary>
    public bool OneSideBlank { get; private set; }

    /// <summary>True where no figure of it is printed: nothing to report, but a figure put into it would have to fit.</summary>
    public bool Silent { get; private set; }

    /// <summary>True where the sides are counts, not money.</summary>
    public bool IsCount { get; init; }

    /// <summary>Decides the verdict from the terms. False where no figure at all is printed: then there is nothing to check.</summary>
    public bool Decide()
    {
        if (IsCount)
        {
            _hasSides = true;
            Verdict = Compare(Left - Right, 0);
            return true;
        }

        bool leftStated = false, rightStated = false, nonZero = false;
        decimal leftHalf = 0, rightHalf = 0;
        foreach (var term in Terms)
        {
            if (term.Fact.Amount is not { } amount)
            {
                continue;
            }

            nonZero |= amount.Yuan != 0;

            // A bare 0 is how a spreadsheet fills a cell that holds nothing; it says nothing of places.
            var half = term.Fact.Stated is { } stated && stated == 0 && stated.Scale == 0 ? 0 : amount.HalfPlace;
            if (term.Right)
            {
                Right += term.Coefficient * amount.Yuan;
                rightHalf += Math.Abs(term.Coefficient) * half;
                rightStated = true;
            }
            else
            {
                Left += term.Coefficient * amount.Yuan;
                leftHalf += Math.Abs(term.Coefficient) * half;
                leftStated = true;
            }
        }

        if (!leftStated && !rightStated)
        {
            Silent = true;
            return false;
        }

        _hasSides = true;
        Slack = Relation == Relation.Same && leftHalf == rightHalf ? 0 : Relation == Relation.Same ? Math.Max(leftHalf, rightHalf) : leftHalf + rightHalf;
        OneSideBlank = nonZero && leftStated != rightStated;
        Verdict = Compare(Left - Right, Slack);
        return true;
    }

    public void CannotTell(Message reason)
    {
        Verdict = Verdict.CannotTell;
        Reason = reason;
    }

    /// <summary>The check that reports this equation.</summary>
    public Check Check => _check ??= ToCheck();

    private Check ToCheck() => new()
    {
        Rule = Rule.Id,
        Subject = Subject,
        Verdict = Verdict,
        AtMost = Relation == Relation.AtMost,
        Left = _hasSides ? Left : null,
        Right = _hasSides ? Right : null,
        Slack = _hasSides ? Slack : null,
        Terms = Terms,
        Reason = Reason,
    };

    private Verdict Compare(decimal difference, decimal slack) =>
        difference == 0 || (Relation == Relation.AtMost && difference < 0) ? Verdict.Holds
        : (Relation == Relation.AtMost ? difference : Math.Abs(difference)) <= slack ? Verdict.HoldsWithinRounding
        : Verdict.Broken;
}
