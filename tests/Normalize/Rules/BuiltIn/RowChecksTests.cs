using Gouji.Model;

namespace Gouji.Normalize.Tests.Rules.BuiltIn;

public sealed class RowChecksTests
{
    [Fact]
    public void NoNegative_negativeFigure_isNamedWithItsFigure()
    {
        var result = Assert.Single(Checks.Run("no-negative", "B3[2013101].total -12.00", FormRole.B3));
        Assert.Equal((Verdict.Broken, -12m, MoneyUnit.TenThousandYuan), (result.Verdict, result.Stated, result.Unit));
        Assert.Contains("-12.00", result.Remark!.En);
    }

    [Fact]
    public void NoDuplicates_sameAmountTwice_mayBeCountedTwice()
    {
        var result = Assert.Single(Checks.Run("no-duplicates", "B3[2013101].total 2.00  B3[2013101 再列].total 2.00", FormRole.B3));
        Assert.Equal((Verdict.Broken, null, 2), (result.Verdict, result.AtMost, result.Places.Count));
    }

    [Fact]
    public void NoDuplicates_differentAmounts_areANoticeInAFormByFunction() =>
        Assert.Equal(Severity.Notice, Assert.Single(Checks.Run("no-duplicates", "B3[2013101].total 2.00  B3[2013101 再列].total 3.00", FormRole.B3)).AtMost);

    [Fact]
    public void NoDuplicates_blankRowBesideAFilledOne_isResidue()
    {
        var result = Assert.Single(Checks.Run("no-duplicates", "B6[30201].total -  B6[30201 再列].total 2.00  B6[30202].total 1.00", FormRole.B6));
        Assert.Equal((Verdict.Broken, Severity.Notice), (result.Verdict, result.AtMost));
        Assert.Contains("30201", result.Remark!.Zh);
    }

    [Fact]
    public void NoDuplicates_projectsOfOneItem_areNone() =>
        Assert.Equal(Verdict.Holds, Assert.Single(Checks.Run("no-duplicates", "B7[2013199 甲项目].total 2.00  B7[2013199 乙项目].total 2.00", FormRole.B7)).Verdict);

    [Fact]
    public void OneOfTwo_personnelAndPublicInOneItem_namesTheItem() =>
        Assert.Contains("30101", Assert.Single(Checks.Run("one-of-two", "B6[30101].total 2.00  B6[30101].personnel 1.00  B6[30101].public 1.00", FormRole.B6).Broken()).Remark!.En);

    [Fact]
    public void TotalsPrinted_blankTotal_isExpectedToBeTheSumOfItsRows()
    {
        var result = Assert.Single(Checks.Run("totals-printed", "B3[total].total -  B3[2013101].total 100.00  B3[2013199].total 200.00", FormRole.B3));
        Assert.Equal((300m, MoneyUnit.TenThousandYuan, "missing-figure"), (result.Expected, result.Unit, result.Cause));
    }

    [Fact]
    public void TotalsPrinted_blankWhole_isExpectedToBeTheSumOfItsColumns() =>
        Assert.Equal(30m, Assert.Single(Checks.Run("totals-printed", "B3[2013101].total -  B3[2013101].basic 10.00  B3[2013101].project 20.00", FormRole.B3)).Expected);

    [Theory]
    [InlineData("B3[total].total -  B3[2013101].total -")]
    [InlineData("B3[total].total -  B3[2013101].total 0.00")]
    [InlineData("B3[total].total 3.00  B3[2013101].total 3.00  B3[2013101].basic -")]
    public void TotalsPrinted_nothingMissing_holds(string example) => Assert.Equal(Verdict.Holds, Assert.Single(Checks.Run("totals-printed", example, FormRole.B3)).Verdict);

    [Fact]
    public void FiguresReadable_cellThatIsNoFigure_isShown() => Assert.Contains("12.00.3", Assert.Single(Checks.Run("figures-readable", "B3[2013101].total 12.00.3  B3[2013102].total 1.00")).Remark!.Zh);

    [Theory]
    [InlineData("B8[row].total 30.00  B8[row].total 10.00  B8[row].total 20.00", "first is the sum")]
    [InlineData("B8[row].total 30.00  B8[row].total 10.00  B8[row].total 21.00", "without labels")]
    [InlineData("B8[row].operation 93.00  B8[row].operation 71.00  B8[row].operation 22.00  B6[30231].total 71.00", "total, basic and project")]
    public void RowsLabelled_bareRows_areToldByTheirFiguresAlone(string example, string told) =>
        Assert.Contains(told, Assert.Single(Checks.Run("rows-labelled", example, FormRole.B8)).Remark!.En);

    [Fact]
    public void RowsLabelled_oneRow_needsNoLabel() => Assert.Equal(Verdict.Holds, Assert.Single(Checks.Run("rows-labelled", "B8[row].total 30.00", FormRole.B8)).Verdict);
}
