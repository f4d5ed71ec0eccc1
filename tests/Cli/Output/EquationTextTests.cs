using Gouji.Cli.Output;
using Gouji.Cli.Tests.Support;
using Gouji.Model;

namespace Gouji.Cli.Tests.Output;

public sealed class EquationTextTests
{
    [Fact]
    public void Of_sum_readsAsPrinted() => Assert.Equal(
        "950.64 [table=5;row=11;column=6] + 194.96 [table=5;row=12;column=6] = 1145.60 [table=5;row=13;column=6]",
        EquationText.Of(Sample.Sum));

    [Fact]
    public void Of_coefficients_areSigned() => Assert.Equal(
        "- 950.64 [table=5;row=11;column=6] - 0.5 × 194.96 [table=5;row=12;column=6] = 0",
        EquationText.Of(Sample.Sum with { Terms = [new Term(-1m, Sample.Basic, false), new Term(-0.50m, Sample.Project, false)] }));

    [Fact]
    public void Of_blankAndDash_areNamed() => Assert.Equal(
        "blank [table=6;row=4;column=4] = dash [table=6;row=5;column=4]",
        EquationText.Of(Sample.Sum with { Terms = [new Term(1m, Sample.Blank, false), new Term(1m, Sample.Dash, true)] }));

    [Fact]
    public void Of_twoUnits_areBothWritten() => Assert.Equal(
        "9506400元 [table=5;row=11;column=6] = 950.64万元 [table=5;row=11;column=6]",
        EquationText.Of(Sample.Sum with
        {
            Terms = [new Term(1m, Sample.Basic with { Stated = 9506400m, Unit = MoneyUnit.Yuan }, false), new Term(1m, Sample.Basic, true)],
        }));

    [Fact]
    public void Of_sentence_namesParagraphAndOffset() => Assert.Equal(
        "1145.6 [paragraph=31;offset=14] = 1145.60 [table=5;row=13;column=6]",
        EquationText.Of(Sample.Sum with { Terms = [new Term(1m, Sample.Said, false), new Term(1m, Sample.Total, true)] }));

    [Theory]
    [InlineData(true, "≤")]
    [InlineData(false, "=")]
    public void Relation_boundOrEquality_isThatOfTheRule(bool atMost, string expected) =>
        Assert.Equal(expected, EquationText.Relation(Sample.Sum with { AtMost = atMost }));

    [Fact]
    public void Of_cannotTell_givesTheReason() =>
        Assert.Equal("the previous year is not stated, \"B5\" has no such column", EquationText.Of(Sample.Unknown));

    [Fact]
    public void Of_checkWithoutFigures_isEmpty() => Assert.Equal("", EquationText.Of(Sample.Sum with { Terms = [] }));
}
