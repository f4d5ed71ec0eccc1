using Gouji.Model;

namespace Gouji.Corpus.Tests;

/// <summary>The terms that a check shows give the sides that it states: nobody is shown arithmetic that does not hold.</summary>
public sealed class EquationTermsTests
{
    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Check_anyWithTerms_hasTheSidesThatTheyGive(string source)
    {
        var checks = Corpus.Source(source).Reconciliation.Checks.Where(static check => check is { Left: not null, Right: not null, Terms.Count: > 0 }).ToList();
        Assert.NotEmpty(checks);
        foreach (var check in checks)
        {
            var left = Sum(check, static term => !term.Right);
            var right = Sum(check, static term => term is { Right: true, Divisor: false });
            if (check.IsRatio)
            {
                right = decimal.Round(right / Sum(check, static term => term.Divisor) * 100, 6);
            }

            // A side without terms is a count of things.
            var (leftIsShown, rightIsShown) = (check.Terms.Any(static term => !term.Right), check.Terms.Any(static term => term.Right));
            Assert.True(
                (check.Left == left || !leftIsShown) && (check.Right == right || !rightIsShown),
                $"{check.Rule} {check.Subject.En}: states {check.Left} and {check.Right}, its terms give {left} and {right}");
        }
    }

    private static decimal Sum(Check check, Func<Term, bool> belongs) =>
        check.Terms.Where(belongs).Sum(static term => term.Coefficient * (term.Fact.Amount?.Yuan ?? term.Fact.Stated ?? 0));
}
