using Gouji.Model;
using Gouji.Normalize.Forms;

namespace Gouji.Corpus.Tests;

/// <summary>Final accounts that are all there leave no identity unlooked at: what cannot be told, cannot for want of figures.</summary>
public sealed class AccountsCoverageTests
{
    /// <summary>Each identity with the forms that carry it.</summary>
    private static readonly (string Rule, FormRole[] Carriers)[] Identities =
    [
        ("F1-INC", [FormRole.F1]), ("F1-EXP", [FormRole.F1]), ("R-ROW-F2", [FormRole.F2]), ("R-ROW-F3", [FormRole.F3]), ("R-ROW-F5", [FormRole.F5]), ("R-ROW-F7", [FormRole.F7]),
        ("F-COL", [FormRole.F3]), ("F-HIER", [FormRole.F3]), ("F4-SUM", [FormRole.F4]), ("F4-FUND", [FormRole.F4]), ("F6-CLS", [FormRole.F6]), ("F8-ROLL", [FormRole.F8]),
        ("FX-1", [FormRole.F1, FormRole.F2, FormRole.F3]), ("FX-2", [FormRole.F2, FormRole.F4, FormRole.F5, FormRole.F6]), ("FX-3", [FormRole.F6, FormRole.F7]), ("FX-4", [FormRole.F3, FormRole.F4]),
    ];

    public static TheoryData<string> Sources() => [.. Corpus.Cases.Where(static name => Corpus.Case(name) is { Kind: "consistent" } one && one.Tables.Roles.Contains("F1")).SelectMany(Corpus.SourcesOf)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Check_consistentAccounts_evaluatesEveryIdentityWhoseCarriersHoldFigures(string source)
    {
        var (forms, checks) = (Corpus.Source(source).Disclosure.Forms, Corpus.Source(source).Reconciliation.Checks);
        foreach (var (rule, carriers) in Identities)
        {
            var ofRule = checks.Where(check => check.Rule == rule).ToList();
            if (carriers.All(role => forms.Any(form => form.Role == role && !form.IsEmpty)))
            {
                Assert.Contains(ofRule, static check => check.Verdict is Verdict.Holds or Verdict.HoldsWithinRounding);
            }

            Assert.All(ofRule.Where(static check => check.Verdict == Verdict.CannotTell), check => Assert.True(
                carriers.Any(role => forms.Any(form => form.Role == role && form.IsEmpty)) || check.Reason!.En.Contains("has no column 'income'", StringComparison.Ordinal),
                $"{rule}: {check.Reason!.En}"));
        }
    }
}
