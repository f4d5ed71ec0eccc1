using System.Text;
using CsCheck;
using Gouji.Model;

namespace Gouji.Extract.Tests.Html;

public sealed class TablePlacementTests
{
    [Theory]
    [InlineData("<tr><td>1<td>2<tr><td>3<td>4", "1|2 / 3|4")]
    [InlineData("<tr><td colspan=2>1</td><td rowspan=2>2</td></tr><tr><td>3</td><td>4</td></tr>", "1|<|2 / 3|4|^")]
    [InlineData("<tr><th>1<td>2<tr><th>3<td>4", "1|2 / 3|4")]
    [InlineData("<tfoot><tr><td>5<td>6</tfoot><tbody><tr><td>3<td>4</tbody><thead><tr><td>1<td>2</thead>", "1|2 / 3|4 / 5|6")]
    [InlineData("<col><colgroup><col></colgroup><tr><td>1<td>2", "1|2")]
    [InlineData("<tr><td rowspan=0>1<td>2<tr><td>3<tr><td>4", "1|2 / ^|3 / ^|4")]
    [InlineData("<tbody><tr><td rowspan=0>1<td>2<tr><td>3<tbody><tr><td>4<td>5", "1|2 / ^|3 / 4|5")]
    [InlineData("<tbody><tr><td rowspan=9>1<td>2<tbody><tr><td>4<td>5", "1|2 / 4|5")]
    [InlineData("<tr><td rowspan=99999999>1<td>2<tr><td>3", "1|2 / ^|3")]
    [InlineData("<tr><td rowspan='+2px'>1<td colspan=-3>2<tr><td colspan=x>3", "1|2 / ^|3")]
    [InlineData("<tr><td colspan=0>1<td>2", "1|2")]
    [InlineData("<tr><td rowspan=2>1<td rowspan=2>2<tr></tr><tr><td>3<td>4", "1|2 / ^|^ / 3|4")]
    [InlineData("<tr></tr><tr><td>1<td>2<tr><!-- x --></tr><tr><td>3<td>4<tr>", "1|2 / 3|4")]
    [InlineData("<tr><td>1<td>2<td>3<tr><td>4", "1|2|3 / 4|?|?")]
    [InlineData("<tr><td>1<td> &nbsp;<tr><td><td>2", "1| / |2")]
    public void Read_spansAndRows_giveTheGridOfABrowser(string rows, string expected) =>
        Assert.Equal(expected, HtmlPage.Draw(HtmlPage.Table($"<table>{rows}</table>")));

    [Fact]
    public void Read_spanWiderThanTheTable_isCutAndNoted()
    {
        var table = HtmlPage.Table("<table><tr><td colspan=99999>题<tr><td>1<td>2<tr><td>3<td>4</table>");
        Assert.Equal("题|< / 1|2 / 3|4", HtmlPage.Draw(table));
        var guess = Assert.Single(table.Guesses);
        Assert.Equal((TableGuessKind.SpansMended, "spans ask for 1000 columns, but cells begin in 2 only"), (guess.Kind, guess.Detail));
    }

    [Fact]
    public void Read_spanOverACellFromAbove_isMendedAndNoted()
    {
        var table = HtmlPage.Table("<table><tr><td>1<td rowspan=2>2<td>x<tr><td colspan=3>3</table>");
        Assert.Equal("1|2|x / 3|^|?", HtmlPage.Draw(table));
        Assert.Contains(table.Guesses, guess => guess is { Kind: TableGuessKind.SpansMended, Row: 1 });
    }

    [Fact]
    public void Read_caption_belongsToTheTable()
    {
        var table = HtmlPage.Table("<table><caption>预算<br>总表</caption><tr><td>1</table>");
        Assert.Equal("预算\n总表", table.Caption);
        Assert.Equal("1", HtmlPage.Draw(table));
    }

    [Fact]
    public void Read_captionWithoutRows_isAParagraph() => Assert.Equal(["题"], HtmlPage.Blocks("<table><caption>题</caption></table>"));

    [Theory]
    [InlineData("<p>甲</p><p>乙</p>", "甲\n乙")]
    [InlineData("甲<br>乙<br><br>丙", "甲\n乙\n\n丙")]
    [InlineData("<div><p> 　甲&nbsp; </p></div>", "甲")]
    [InlineData("<p>甲<br></p><p>　乙</p>", "甲\n　乙")]
    [InlineData("1,000.50\n", "1,000.50")]
    [InlineData("<ol><li>甲<li>乙</ol>", "1. 甲\n2. 乙")]
    [InlineData("<li>甲<ol><li></ol>", "甲")]
    [InlineData("<ol><li><ol><li>甲</ol><li><li>乙</ol>", "1. 1. 甲\n3. 乙")]
    [InlineData("甲<pre>\n a\n b</pre>", "甲\n a\n b")]
    [InlineData("<nobr>甲</nobr> <b>乙</b>", "甲 乙")]
    public void Read_cellText_hasALineABlock(string cell, string expected) =>
        Assert.Equal(expected, HtmlPage.Table($"<table><tr><td>x<td>{cell}<td>y</table>").Grid[0, 1].Text);

    [Fact]
    public void Read_textBetweenRows_standsBeforeTheTable() =>
        Assert.Equal(
            ["甲", "乙", "丙", "1|2 / 3|4"],
            HtmlPage.Blocks("<table>甲<tr><td>1<td>2</tr><p>乙</p><tr><td>3<td>4</tr><div>丙</div></table>"));

    [Fact]
    public void Read_gridOverTheLimit_isRefused()
    {
        var limits = new ReadingLimits { TableCells = 99 };
        var rows = new StringBuilder().Insert(0, "<tr><td>1<td>2", 50);
        Assert.Equal(UnreadableReason.TooLarge, Assert.Throws<UnreadableDocumentException>(() => HtmlPage.Read($"<table>{rows}</table>", limits)).Reason);
    }

    [Theory]
    [InlineData("<tr><td rowspan=65534>x", 20_000)]
    [InlineData("<td colspan=1000>x", 100_000)]
    [InlineData("<tr><td colspan=1000>x<td colspan=1000>x<td colspan=1000>x<td>x", 20_000)]
    public void Read_spansThatBlowTheGridUp_areRefused(string cells, int times)
    {
        var html = new StringBuilder("<table><tr>").Insert(11, cells, times).ToString();
        Assert.Equal(UnreadableReason.TooLarge, Assert.Throws<UnreadableDocumentException>(() => HtmlPage.Read(html)).Reason);
    }

    [Fact]
    public void Read_anyGridWithSpans_comesBackAsItWas()
    {
        var sizes = Gen.Int[1, 3].Array[49];
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 7], sizes, sizes, Gen.Bool.Array[49]).Sample((rowCount, columnCount, widths, heights, closed) =>
        {
            var (html, expected) = Write(rowCount, columnCount, widths, heights, closed);
            if (expected.Count == 1)
            {
                return; // one text alone is a paragraph
            }

            var grid = HtmlPage.Table(html).Grid;
            Assert.Equal(expected, grid.Cells.Select(cell => (cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text)));
            Assert.Equal(rowCount, grid.RowCount);
        });
    }

    private static (string Html, List<(int Row, int Column, int RowSpan, int ColumnSpan, string Text)> Cells) Write(
        int rowCount, int columnCount, int[] widths, int[] heights, bool[] closed)
    {
        var html = new StringBuilder("<table>");
        var taken = new bool[rowCount, columnCount];
        var cells = new List<(int Row, int Column, int RowSpan, int ColumnSpan, string Text)>();
        for (var row = 0; row < rowCount; row++)
        {
            html.Append("<tr>");
            for (var column = 0; column < columnCount; column++)
            {
                if (taken[row, column])
                {
                    continue;
                }

                var at = (row * 7) + column;
                var height = Math.Min(heights[at], rowCount - row);
                var width = 1;
                while (width < widths[at] && column + width < columnCount && !taken[row, column + width])
                {
                    width++;
                }

                for (var i = 0; i < height; i++)
                {
                    for (var j = 0; j < width; j++)
                    {
                        taken[row + i, column + j] = true;
                    }
                }

                cells.Add((row, column, height, width, $"r{row}c{column}"));
                html.Append($"<td rowspan=\"{height}\" colspan={width}>").Append(closed[at] ? "<p><font>" : "\n ").Append($"r{row}c{column}");
                html.Append(closed[at] ? "</font></p></td>" : "");
            }

            html.Append(closed[row] ? "</tr>\n" : "");
        }

        // Columns at the end that no cell begins in cannot be told from their neighbour, and fall to it.
        var columns = cells.Max(cell => cell.Column) + 1;
        return (html.Append("</table>").ToString(), [.. cells.Select(cell => cell with { ColumnSpan = Math.Min(cell.ColumnSpan, columns - cell.Column) })]);
    }
}
