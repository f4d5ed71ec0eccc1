using Gouji.Model;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Rules.Evaluation;

/// <summary>
/// A file that ends within a table lacks rows, and perhaps all that stood behind it: what breaks because of what is missing is no error of
/// the publisher.
/// </summary>
internal sealed class CutDoubts : Doubts
{
    private readonly HashSet<int> _blocks;
    private readonly Message _reason;

    private CutDoubts(HashSet<int> blocks, int table)
    {
        _blocks = blocks;
        _reason = new Message($"文件在表{table}中间结束，后面的内容可能缺失", $"the file ends within table {table}; what followed may be missing");
    }

    /// <summary>The doubts of a disclosure; null where no table is cut.</summary>
    public static new CutDoubts? Of(Disclosure disclosure)
    {
        var (blocks, number, last) = (new HashSet<int>(), 0, 0);
        foreach (var (index, block) in disclosure.Content.Blocks.Index())
        {
            if (block is TableBlock table)
            {
                number++;
                if (table.Guesses.Any(static guess => guess.Kind == TableGuessKind.RowsLost))
                {
                    blocks.Add(index + 1);
                    last = number;
                }
            }
        }

        return blocks.Count == 0 ? null : new CutDoubts(blocks, last);
    }

    /// <summary>Takes back what a broken equation says with a figure of the table that is cut, or without a figure on one of its sides.</summary>
    public override void Settle(Equation equation)
    {
        if (equation.Verdict == Verdict.Broken
            && (equation.Terms.Exists(term => _blocks.Contains(term.Fact.Place.Block)) || !HasBothSides(equation)))
        {
            equation.CannotTell(_reason);
        }
    }

    /// <summary>The result as far as what is there bears it: what is said of the whole document, or of the table that is cut, is taken back.</summary>
    public override CheckResult Settle(Rule rule, CheckResult result) =>
        result.Verdict == Verdict.Broken && (result.Places.Count == 0 || result.Places.Any(place => _blocks.Contains(place.Block)))
            ? TakenBack(result, _reason)
            : result;
}
