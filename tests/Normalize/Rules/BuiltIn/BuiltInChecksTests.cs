using Gouji.Normalize.Rules;
using Gouji.Normalize.Rules.BuiltIn;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

public sealed class BuiltInChecksTests
{
    [Fact]
    public void Names_everyCheck_isCalledByARuleOfTheRulebook() =>
        Assert.Equal(BuiltInChecks.Names, Rulebook.BuiltIn.Rules.SelectMany(static rule => rule.Clauses).Select(static clause => clause.Check).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Names_anyCheck_isKnown()
    {
        Assert.All(BuiltInChecks.Names, static name => Assert.True(BuiltInChecks.Knows(name)));
        Assert.False(BuiltInChecks.Knows("vibes"));
    }
}
