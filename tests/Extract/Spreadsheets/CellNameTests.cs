using CsCheck;
using Gouji.Extract.Spreadsheets;

namespace Gouji.Extract.Tests.Spreadsheets;

public sealed class CellNameTests
{
    [Fact]
    public void TryParse_anyNameOfACell_givesItsRowAndColumn() =>
        Gen.Select(Gen.Int[1, CellName.MostRows], Gen.Int[1, CellName.MostColumns]).Sample((row, column) =>
            CellName.TryParse(CellName.Of(row, column), out var r, out var c) && (r, c) == (row, column));

    [Theory]
    [InlineData("XFD1", true)]
    [InlineData("XFE1", false)]
    [InlineData("A0", false)]
    [InlineData("A", false)]
    [InlineData("1", false)]
    [InlineData("A1048577", false)]
    [InlineData("AAAAAAAAAAAA1", false)]
    public void TryParse_cellThatASheetCannotHave_isFalse(string name, bool expected) => Assert.Equal(expected, CellName.TryParse(name, out _, out _));
}
