using Gouji.Extract.Geometry;

namespace Gouji.Extract.Tests.Geometry;

public sealed class ParagraphFlowTests
{
    [Fact]
    public void Add_fullLines_areOneParagraphWithoutSpaces() =>
        Assert.Equal(
            ["二四年收入预算为一百万元比上年减少十万元。", "支出预算为一百万。"],
            Drawing.Read(Prose("　二四年收入预算为", "一百万元比上年减少十", "万元。", "　支出预算为一百万。")));

    [Fact]
    public void Add_lineThatIsNotFull_endsItsParagraph() =>
        Assert.Equal(["收入说明", "收入预算合计为一百万", "支出"], Drawing.Read(Prose("收入说明", "收入预算合计为一百万", "　支出")));

    [Fact]
    public void Add_figureThatMovedToTheNextLine_comesTogetherWithItsSentence() =>
        Assert.Equal(["收入预算合计为15621.11万元，比上年减少一百万元。"], Drawing.Read(Prose("收入预算合计为", "15621.11万元，比上年", "减少一百万元。")));

    [Fact]
    public void Add_figureCutAtTheLineEnd_isOneFigure() =>
        Assert.Equal(["全年收入预算合计156.21万元，比上年减少一百万元。"], Drawing.Read(Prose("全年收入预算合计156", ".21万元，比上年减少", "一百万元。")));

    [Fact]
    public void Add_numberOfAList_beginsAParagraph() =>
        Assert.Equal(["一、收入情况说明如下", "二、支出情况说明如下"], Drawing.Read(Prose("一、收入情况说明如下", "二、支出情况说明如下")));

    [Fact]
    public void Add_headingInAnotherFont_endsWithItsFont() =>
        Assert.Equal(["关于收入预算情况说明", "收入预算为一百万元。"], Drawing.Read(Prose(1, true, "关于收入预算情况说明", "收入预算为一百万元。")));

    [Fact]
    public void Add_sentenceOverThePage_isOneParagraphOfTheFirstPage()
    {
        var blocks = Drawing.Blocks(out _, Prose(1, false, "收入预算为一百万元比"), Prose(2, false, "上年减少十万元。", "　支出预算为一百万元"));

        Assert.Equal("收入预算为一百万元比上年减少十万元。", Assert.IsType<Gouji.Model.Paragraph>(blocks[0]).Text);
        Assert.Equal((1, 2), (blocks[0].Page!.Value, blocks[1].Page!.Value));
    }

    [Fact]
    public void Add_contents_keepALineAnEntry() =>
        Assert.Equal(["一部门概况…………………1", "二部门预算…………………2"], Drawing.Read(new Drawing().Text(50, 700, "一部门概况…………………1").Text(50, 684, "二部门预算…………………2")));

    [Fact]
    public void Add_pageTurned_isReadUpright() =>
        Assert.Equal(["[甲|1]"], Drawing.Read(new Drawing().Across(300, 100, 140).Across(400, 100, 140).Across(500, 100, 140).Down(100, 300, 500).Down(140, 300, 500)
            .Text(120, 310, "甲", direction: Direction.Up).Text(120, 410, "1", direction: Direction.Up)));

    private static Drawing Prose(params string[] lines) => Prose(1, false, lines);

    /// <summary>Lines of ten characters that fill the page from margin to margin; a full-width space is an indent.</summary>
    private static Drawing Prose(int page, bool isFirstOther, params string[] lines)
    {
        var drawing = new Drawing(page);
        for (var i = 0; i < lines.Length; i++)
        {
            drawing.Style(isFirstOther && i == 0 ? 2 : 1).Text(lines[i][0] == '　' ? 95 : 50, 640 - (60 * i), lines[i].TrimStart('　'), 45);
        }

        return drawing;
    }
}
