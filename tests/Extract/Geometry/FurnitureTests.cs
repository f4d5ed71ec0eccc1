namespace Gouji.Extract.Tests.Geometry;

public sealed class FurnitureTests
{
    [Theory]
    [InlineData("12")]
    [InlineData("— 3 —")]
    [InlineData("-3-")]
    [InlineData("第 3 页")]
    [InlineData("第3页 共12页")]
    [InlineData("3/12")]
    public void Remove_pageNumber_isLeftOutAndNoted(string number)
    {
        var blocks = Drawing.Blocks(out var notes, new Drawing().Text(50, 500, "正文。").Text(290, 30, number));

        Assert.Single(blocks);
        Assert.Equal("page-furniture-left-out", Assert.Single(notes).Code);
    }

    [Fact]
    public void Remove_headerOfEveryPage_isLeftOut() =>
        Assert.Equal(["正文1。", "正文2。", "正文3。"], Drawing.Read([.. Enumerable.Range(1, 3).Select(static i => new Drawing(i).Text(50, 780, "某某局2024年部门预算").Text(50, 500, $"正文{i}。"))]));

    [Fact]
    public void Remove_lineOfOnePage_stays() =>
        Assert.Equal(["某某局2024年部门预算", "正文。"], Drawing.Read(new Drawing().Text(50, 780, "某某局2024年部门预算").Text(50, 500, "正文。")));

    [Fact]
    public void Remove_unitAboveEveryTable_stays() =>
        Assert.Equal(3, Drawing.Read([.. Enumerable.Range(1, 3).Select(static i => new Drawing(i).Text(50, 780, "单位：万元").Text(50, 500, $"正文{i}。"))]).Count(static text => text == "单位：万元"));

    [Fact]
    public void Remove_numberInTheMiddleOfThePage_stays() => Assert.Equal(["12"], Drawing.Read(new Drawing().Text(50, 500, "12")));
}
