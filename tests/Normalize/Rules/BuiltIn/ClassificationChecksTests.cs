using Gouji.Model;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

public sealed class ClassificationChecksTests
{
    [Theory]
    [InlineData("30108", "2080505")]
    [InlineData("30109", "2080506")]
    [InlineData("30110", "2101101")]
    [InlineData("30113", "2210201")]
    public void FunctionsFollowEconomics_personnelItem_asksForItsFunction(string economic, string function)
    {
        Assert.Equal(Verdict.Holds, Assert.Single(Run($"B6[{economic}].total 1.00  B5[{function}].total 1.00")).Verdict);
        Assert.Contains(economic, Assert.Single(Run($"B6[{economic}].total 1.00  B5[2080199].total 1.00")).Remark!.Zh);
    }

    [Theory]
    [InlineData("B6[30113].total 1.00  B5[2013101].total 1.00")] // all in one item: a local practice
    [InlineData("B6[30113].total 1.00")]
    [InlineData("B5[2210201].total 1.00")]
    public void FunctionsFollowEconomics_nothingToCompare_cannotBeTold(string example) => Assert.Equal(Verdict.CannotTell, Assert.Single(Run(example)).Verdict);

    private static List<Gouji.Normalize.Rules.BuiltIn.CheckResult> Run(string example) => Checks.Run("functions-follow-economics", example);
}
