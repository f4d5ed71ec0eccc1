using CsCheck;

namespace Gouji.Model.Tests;

public sealed class NearestWordTests
{
    private static readonly string[] Commands = ["check", "tables", "rules", "explain", "completion"];

    [Theory]
    [InlineData("chek", "check")]
    [InlineData("cehck", "check")]
    [InlineData("table", "tables")]
    [InlineData("RULE", "rules")]
    [InlineData("expl", "explain")]
    [InlineData("t_ables", "tables")]
    [InlineData("zzzzzz", null)]
    public void Of_misspeltWord_isTheOneThatWasMeant(string typed, string? expected) =>
        Assert.Equal(expected, NearestWord.Of(typed, Commands));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ABC", "abc", 0)]
    public void Distance_words_countsChanges(string one, string other, int expected) => Assert.Equal(expected, NearestWord.Distance(one, other));

    [Fact]
    public void Distance_anyTwoWords_isSymmetric() =>
        Gen.Select(Gen.Char["abc"].Array[0, 8], Gen.Char["abc"].Array[0, 8]).Sample(static (one, other) =>
            Assert.Equal(NearestWord.Distance(new(one), new(other)), NearestWord.Distance(new(other), new(one))));
}
