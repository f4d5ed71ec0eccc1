using Gouji.Extract.Ofd;

namespace Gouji.Extract.Tests.Ofd;

public sealed class MatrixTests
{
    [Fact]
    public void Then_twoMaps_areOneBehindTheOther() =>
        Assert.Equal((13, 22), new Matrix(2, 0, 0, 2, 1, 0).Then(Matrix.Shift(10, 20)).Point(1, 1));

    [Fact]
    public void OfPage_topLeft_isTheTopInPoints()
    {
        var page = Matrix.OfPage(842);

        Assert.Equal((0, 842), page.Point(0, 0));
        Assert.Equal(72, page.Point(25.4, 0).X, 9);
        Assert.Equal(770, page.Point(0, 25.4).Y, 9);
    }

    [Fact]
    public void Box_turned_isTheRoomAround()
    {
        var box = new Matrix(0, 1, -1, 0, 0, 0).Box(0, 0, 2, 1);

        Assert.Equal((-1, 0, 0, 2), (box.Left, box.Bottom, box.Right, box.Top));
    }
}
