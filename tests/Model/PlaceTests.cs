namespace Gouji.Model.Tests;

public sealed class PlaceTests
{
    private static readonly Place Cell = new()
    {
        Sha256 = "00",
        Source = new SourcePosition(null, 694, 2),
        Block = 31,
        Table = 5,
        Row = 3,
        Column = 6,
        Span = new TextSpan(0, 6),
    };

    [Fact]
    public void ToString_cell_namesTableRowColumnAndCharacter() => Assert.Equal("table=5;row=3;column=6;line=694;char=2;length=6", Cell.ToString());

    [Fact]
    public void ToString_cellOnAPageOfAPart_namesThemToo() =>
        Assert.Equal("page=7;table=5;row=3;column=6;part=word/document.xml;line=694;char=2;length=6", (Cell with { Page = 7, Source = new SourcePosition("word/document.xml", 694, 2) }).ToString());

    [Fact]
    public void ToString_paragraph_namesItsNumberAndOffset() =>
        Assert.Equal("paragraph=31;line=12;char=1;offset=8;length=6", (Cell with { Table = null, Row = null, Column = null, Source = new SourcePosition(null, 12, 1), Span = new TextSpan(8, 6) }).ToString());

    [Fact]
    public void ToString_anyCulture_isTheSame()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal("table=5;row=3;column=6;line=694;char=2;length=6", Cell.ToString());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
