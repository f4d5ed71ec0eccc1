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
        EquationText.Of(Sample.Sum with { Right = 0, Terms = [new Term(-1m, Sample.Basic, false), new Term(-0.50m, Sample.Project, false)] }));

    [Fact]
    public void Of_count_showsWhatWasCounted() => Assert.Equal(
        "1145.6 [paragraph=31;offset=14] = 5",
        EquationText.Of(Sample.Sum with { Right = 5, Terms = [new Term(1m, Sample.Said, false)] }));

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

    // A sentence prints 减少 and 143.07: what is taken away as a fall is added as it is printed.
    [Fact]
    public void Of_rate_isADivision()
    {
        var (rate, fall) = (Sample.Said with { Stated = -13.08m, Unit = null, Amount = null }, Sample.Said with { Stated = -143.07m });
        Assert.Equal(
            "-13.08 [paragraph=31;offset=14]% = -143.07 [paragraph=31;offset=14] ÷ (950.64 [table=5;row=11;column=6] + 143.07 [paragraph=31;offset=14])",
            EquationText.Of(Sample.Sum with { Terms = [new Term(1m, rate, false), new Term(1m, fall, true), new Term(1m, Sample.Basic, true, Divisor: true), new Term(-1m, fall, true, Divisor: true)] }));
    }

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
