using CsCheck;
using System.Globalization;
using Gouji.Model;
using Gouji.Normalize.Rules;
using Gouji.Normalize.Tests.Support;

namespace Gouji.Normalize.Tests.Blame;

/// <summary>Whatever cell of whatever consistent budget a slip of the hand changes, one finding names that cell.</summary>
public sealed class BlamePropertyTests
{
    private static readonly Gen<SmallBudget> Budgets =
        Gen.Select(Gen.Select(Gen.Int[1_00, 999_99], Gen.Int[1_00, 999_99]).Array[2, 5], Gen.Int[20, 80], static (items, share) => SmallBudget.Of(items, share));

    [Fact]
    public void Check_consistentBudget_holdsThroughoutAndHasNoFinding() =>
        Budgets.Sample(static budget =>
        {
            var reconciliation = Check(budget);
            Assert.DoesNotContain(reconciliation.Checks, static check => check.Verdict == Verdict.Broken);
            Assert.True(reconciliation.Checks.Count(static check => check.Verdict == Verdict.Holds && check.Left is not null) > 20);
            Assert.DoesNotContain(reconciliation.Findings, static finding => finding.Checks.Count > 0);
        }, iter: 100);

    [Fact]
    public void Check_oneCellChangedByASlip_isOneFindingThatBlamesIt() =>
        Gen.Select(Budgets, Gen.Int[0, 2], Gen.Int[0, 99], Gen.Int[0, 2], Gen.Int[0, 4]).Sample(static (budget, table, row, column, kind) =>
        {
            row %= budget.Tables[table].Length;
            if (row == budget.Tables[table].Length - 1 && (table, column) is (0, 1) or (2, 0))
            {
                return; // the two cells of the bound B6 ≤ B3 basic
            }

            if (budget.Tables[table][row][column] is not { } right || Slip(right, kind) is not { } wrong || Math.Abs(wrong - right) < 0.1m)
            {
                return;
            }

            budget.Tables[table][row][column] = wrong;
            var findings = Check(budget).Findings.Where(static finding => finding.Checks.Count > 0).ToList();
            var finding = Assert.Single(findings);
            Assert.Contains(finding.Alternatives.Prepend(new Model.Blame(finding.Blamed!, finding.Stated, finding.Expected!.Value)), blame =>
                SmallBudget.Is(blame.Place, table, row, column) && blame.Stated == wrong && blame.Expected == right);
        }, iter: 500, print: static t => $"table {t.Item2} row {t.Item3 % t.Item1.Tables[t.Item2].Length} column {t.Item4} slip {t.Item5}\n"
            + string.Join("\n\n", t.Item1.Tables.Select(static table => string.Join('\n', table.Select(static row => string.Join(" | ", row))))));

    /// <summary>Digits swapped, a digit dropped, a digit doubled, a digit wrong, the point one place to the right.</summary>
    private static decimal? Slip(decimal value, int kind)
    {
        var text = value.ToString("0.00", CultureInfo.InvariantCulture);
        return kind switch
        {
            0 when text[0] != text[1] && text[1] != '.' => Parse($"{text[1]}{text[0]}{text[2..]}"),
            1 when text[1] != '.' => Parse(text[1..]),
            2 => Parse(text[0] + text),
            3 => Parse((text[0] == '9' ? '8' : (char)(text[0] + 1)) + text[1..]),
            4 => value * 10,
            _ => null,
        };

        static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
    }

    private static Reconciliation Check(SmallBudget budget) => new Reconciler(Rulebook.BuiltIn).Check(new DisclosureRecogniser().Recognise(budget.Print()));
}
