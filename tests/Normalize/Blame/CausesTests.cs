using System.Globalization;
using Gouji.Model;
using Gouji.Normalize.Blame;

namespace Gouji.Normalize.Tests.Blame;

public sealed class CausesTests
{
    private static readonly Dictionary<(int Table, int Row, int Column), Fact> Alone = [];

    [Theory]
    [InlineData("950.46", "950.64", "digits-swapped")]
    [InlineData("1175.60", "1157.60", "digits-swapped")]
    [InlineData("143.07", "153.07", "one-digit-wrong")]
    [InlineData("950.60", "950.64", "one-digit-wrong")]
    [InlineData("50.64", "950.64", "digit-dropped")]
    [InlineData("95.64", "950.64", "digit-dropped")]
    [InlineData("9950.64", "950.64", "digit-added")]
    [InlineData("9506.4", "950.64", "ten-times-too-large")]
    [InlineData("95064", "950.64", "ten-times-too-large")]
    [InlineData("95.064", "950.64", "ten-times-too-small")]
    [InlineData("9506400", "950.64", "yuan-for-ten-thousand")]
    [InlineData("0.0950", "950", "yuan-for-ten-thousand")]
    [InlineData("-12.00", "12.00", "sign")]
    [InlineData("12.00", "-12.00", "sign")]
    [InlineData("123.45", "678.90", null)]
    [InlineData("12.00", "345.00", null)]
    public void Of_slipOfTheHand_isNamed(string stated, string expected, string? cause)
    {
        var printed = decimal.Parse(stated, CultureInfo.InvariantCulture);
        Assert.Equal(cause, Causes.Of(printed, decimal.Parse(expected, CultureInfo.InvariantCulture), Equations.Cell(2, 3, printed), Alone));
    }

    [Fact]
    public void Of_blankCell_isAMissingFigure() => Assert.Equal(Causes.MissingFigure, Causes.Of(null, 12m, Equations.Cell(2, 3, null), Alone));

    [Fact]
    public void Of_dash_isAMissingFigure() => Assert.Equal(Causes.MissingFigure, Causes.Of(0m, 12m, Equations.Cell(2, 3, null, FactState.Dash), Alone));

    [Fact]
    public void Of_printedZero_isNoMissingFigure() => Assert.NotEqual(Causes.MissingFigure, Causes.Of(0m, 12m, Equations.Cell(2, 3, 0m), Alone));

    [Fact]
    public void Of_figureOfTheRowAbove_isCopied()
    {
        var above = Equations.Cell(1, 3, 77.31m);
        Assert.Equal("copied-from-above", Causes.Of(77.31m, 12m, Equations.Cell(2, 3, 77.31m), Neighbours(above)));
    }

    [Fact]
    public void Of_sameFigureElsewhere_isNotCopied() =>
        Assert.Null(Causes.Of(77.31m, 12m, Equations.Cell(2, 3, 77.31m), Neighbours(Equations.Cell(1, 4, 77.31m), Equations.Cell(3, 3, 77.31m))));

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Of_figureBesideABlankWhereNothingShouldStand_isShifted(int blank) =>
        Assert.Equal(Causes.Shifted, Causes.Of(77.31m, 0m, Equations.Cell(2, 3, 77.31m), Neighbours(Equations.Cell(2, blank, null))));

    [Fact]
    public void IsShift_wholeFigureIntoTheBlankCellOfItsRow_isOne()
    {
        var (from, to) = (Equations.Cell(2, 3, 12m), Equations.Cell(2, 5, null));
        Assert.True(Causes.IsShift([new CellChange(from, -120_000m), new CellChange(to, 120_000m)]));
        Assert.True(Causes.IsShift([new CellChange(to, 120_000m), new CellChange(from, -120_000m)]));
    }

    [Fact]
    public void IsShift_otherRowOrPartOfTheFigure_isNone()
    {
        var from = Equations.Cell(2, 3, 12m);
        Assert.False(Causes.IsShift([new CellChange(from, -120_000m), new CellChange(Equations.Cell(3, 5, null), 120_000m)]));
        Assert.False(Causes.IsShift([new CellChange(from, -20_000m), new CellChange(Equations.Cell(2, 5, null), 20_000m)]));
        Assert.False(Causes.IsShift([new CellChange(from, -120_000m), new CellChange(Equations.Cell(2, 5, 1m), 120_000m)]));
        Assert.False(Causes.IsShift([new CellChange(from, -120_000m)]));
    }

    private static Dictionary<(int Table, int Row, int Column), Fact> Neighbours(params Fact[] facts) =>
        facts.ToDictionary(static fact => (fact.Place.Table!.Value, fact.Place.Row!.Value, fact.Place.Column!.Value));
}
