using Gouji.Extract.Text;

namespace Gouji.Extract.Tests.Text;

public sealed class CellKindTests
{
    [Theory]
    [InlineData("", CellKind.Blank)]
    [InlineData("201", CellKind.Integer)]
    [InlineData("2013101", CellKind.Integer)]
    [InlineData("１２", CellKind.Integer)]
    [InlineData("2020", CellKind.Year)]
    [InlineData("12345678", CellKind.Figure)]
    [InlineData("1,145.60", CellKind.Figure)]
    [InlineData("1，145．60", CellKind.Figure)]
    [InlineData("-3", CellKind.Figure)]
    [InlineData("（1.2）", CellKind.Figure)]
    [InlineData("12.5%", CellKind.Figure)]
    [InlineData("—", CellKind.Figure)]
    [InlineData("%", CellKind.Label)]
    [InlineData("1.2.3", CellKind.Label)]
    [InlineData("80万元", CellKind.Label)]
    [InlineData("2020年", CellKind.Label)]
    [InlineData("≥95%", CellKind.Label)]
    [InlineData("合计", CellKind.Label)]
    public void Of_text_tellsFiguresCodesAndWordsApart(string text, object kind) => Assert.Equal((CellKind)kind, CellKinds.Of(text));
}
