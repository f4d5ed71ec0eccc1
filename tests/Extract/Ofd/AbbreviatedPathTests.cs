using Gouji.Extract.Geometry;
using Gouji.Extract.Ofd;

namespace Gouji.Extract.Tests.Ofd;

public sealed class AbbreviatedPathTests
{
    [Theory]
    [InlineData("M 0 0 L 10 0 L 10 5", "0,0-10,0 10,0-10,5")]
    [InlineData("M0 0L10 0,10 5", "0,0-10,0 10,0-10,5")]
    [InlineData("S 1 1 L 2 1 C", "1,1-2,1 2,1-1,1")]
    [InlineData("M 0 0 5 0", "0,0-5,0")]
    [InlineData("M 0 0 Q 1 1 2 2 L 3 2", "2,2-3,2")]
    [InlineData("M 0 0 B 1 1 2 2 3 3 L 4 3", "3,3-4,3")]
    [InlineData("M 0 0 A 5 5 0 0 1 6 6 L 7 6", "6,6-7,6")]
    [InlineData("M 0 0 L 1 0 X 3 L 5 5", "0,0-1,0")]
    [InlineData("M 1e1 -5 L -1 -5", "10,-5--1,-5")]
    [InlineData("L", "")]
    public void Draw_operators_giveTheirStraightPieces(string data, string expected)
    {
        var pen = new PathPen();
        AbbreviatedPath.Draw(data, Matrix.Identity, pen, static () => { });

        Assert.Equal(expected, string.Join(' ', pen.Segments.Select(static piece => FormattableString.Invariant($"{piece.From.X},{piece.From.Y}-{piece.To.X},{piece.To.Y}"))));
    }
}
