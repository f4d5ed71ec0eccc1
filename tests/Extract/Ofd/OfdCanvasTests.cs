using Gouji.Extract.Tests.Docx;
using Gouji.Model;
using static Gouji.Extract.Tests.Ofd.OfdBuilder;

namespace Gouji.Extract.Tests.Ofd;

public sealed class OfdCanvasTests
{
    private static readonly double[] Edges = [20, 60, 90];

    [Fact]
    public void Draw_strokedTable_isATable() => Assert.Equal("[项目|金额 / 合计|12.50]", Single(Table(Edges, 50, 8, "项目|金额", "合计|12.50")));

    [Theory]
    [InlineData("Stroke=\"false\" Fill=\"true\"", "M 0 0 L {0} 0 L {0} {1} L 0 {1} C")]
    [InlineData("LineWidth=\"0.5\" DashPattern=\"1 1\"", "M 0 0 L {0} {1}")]
    [InlineData("LineWidth=\"0.5\" CTM=\"0.5 0 0 0.5 0 0\"", "M 0 0 L {2} {3}")]
    public void Draw_bordersOfOtherMakings_areTheSameTable(string attributes, string data)
    {
        var rules = new[] { (20.0, 50.0, 70.0, 0.2), (20, 58, 70, 0.2), (20, 66, 70, 0.2), (20, 50, 0.2, 16), (60, 50, 0.2, 16), (90, 50, 0.2, 16.0) };
        var drawn = string.Concat(rules.Select(rule => FormattableString.Invariant($"<ofd:PathObject ID=\"8\" Boundary=\"{rule.Item1} {rule.Item2} {rule.Item3} {rule.Item4}\" {attributes}><ofd:AbbreviatedData>")
            + string.Format(System.Globalization.CultureInfo.InvariantCulture, data, rule.Item3, rule.Item4, rule.Item3 * 2, rule.Item4 * 2) + "</ofd:AbbreviatedData></ofd:PathObject>"));

        Assert.Equal("[项目|金额 / 合计|12.50]", Single(drawn + Texts(Edges, 50, 8, "项目|金额", "合计|12.50")));
    }

    [Fact]
    public void Draw_pathThatIsNotStroked_isNoRule() =>
        Assert.Equal("项目金额", Single(Rules(Edges, [50, 58]).Replace("Boundary", "Stroke=\"false\" Boundary", StringComparison.Ordinal) + Show(21, 55, "项目金额")));

    [Fact]
    public void Draw_missingRules_areSpans()
    {
        var table = Read(new OfdBuilder().Page(Line(20, 50, 90, 50) + Line(20, 58, 90, 58) + Line(20, 66, 90, 66) + Line(20, 50, 20, 66) + Line(90, 50, 90, 66) + Line(60, 58, 60, 66)
            + Show(30, 55, "收入") + Texts(Edges, 58, 8, "合计|12.50")));
        var grid = Assert.IsType<TableBlock>(Assert.Single(table.Blocks)).Grid;

        Assert.Equal((1, 2, "收入"), (grid[0, 1].RowSpan, grid[0, 1].ColumnSpan, grid[0, 1].Text));
        Assert.Equal("12.50", grid[1, 1].Text);
    }

    [Fact]
    public void Draw_filledBoxes_areATableWithoutRules()
    {
        var boxes = string.Concat(new[] { (20, 50), (60, 50), (20, 58), (60, 58) }.Select(static at => Path(
            FormattableString.Invariant($"M {at.Item1} {at.Item2} L {at.Item1 + 39.5} {at.Item2} L {at.Item1 + 39.5} {at.Item2 + 7.5} L {at.Item1} {at.Item2 + 7.5} C"), "Fill=\"true\" Stroke=\"false\"", "<ofd:FillColor Value=\"200 220 240\"/>")));

        Assert.Equal("[项目|金额 / 合计|12.50]", Single(boxes + Texts([20, 60, 100], 50, 8, "项目|金额", "合计|12.50")));
        Assert.Equal(4, Read(new OfdBuilder().Page(boxes.Replace("200 220 240", "#FF #FF #FF", StringComparison.Ordinal) + Texts([20, 60, 100], 50, 8, "项目|金额", "合计|12.50"))).Blocks.Count + 2);
    }

    [Fact]
    public void Draw_blocksWithinBlocks_areOfThePage() =>
        Assert.Equal("[项目|金额 / 合计|12.50]", Single("<ofd:PageBlock ID=\"3\"><ofd:PageBlock ID=\"4\">" + Table(Edges, 50, 8, "项目|金额", "合计|12.50") + "</ofd:PageBlock></ofd:PageBlock>"));

    [Fact]
    public void Draw_compositeObject_drawsItsUnitAtItsPlace()
    {
        var content = Read(new OfdBuilder()
            .Resources($"<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"5\" Width=\"200\" Height=\"50\"><ofd:Content>{Table([40, 120, 180], 0, 16, "项目|金额", "合计|12.50")}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>")
            .Page(Show(20, 40, "表一") + "<ofd:CompositeObject ID=\"6\" ResourceID=\"5\" Boundary=\"0 50 105 25\" CTM=\"0.5 0 0 0.5 0 0\"/>"));

        Assert.Equal(["表一", "[项目|金额 / 合计|12.50]"], Drawn.Blocks(content));
        var box = Assert.IsType<TableBlock>(content.Blocks[1]).Grid[0, 0].Box!.Value;
        Assert.Equal(20 * 72 / 25.4m, box.Left, 0);
        Assert.Equal((297 - 50) * 72 / 25.4m, box.Top, 0);
    }

    [Fact]
    public void Draw_compositeObjectsInACircle_areCut() => Assert.Equal(["正文。"], Drawn.Blocks(Read(new OfdBuilder()
        .Resources($"<ofd:CompositeGraphicUnits>{Unit(5, 6, 10)}{Unit(6, 5, 10)}</ofd:CompositeGraphicUnits>")
        .Page(Composite(5) + Show(20, 50, "正文。")))));

    // Ten units that hold the next ten times each would draw for ever.
    [Fact]
    public void Draw_compositeObjectsThatMultiply_areTooLargeSoon()
    {
        var units = string.Concat(Enumerable.Range(1, 10).Select(static id => Unit(id, id + 1, 10)));
        var start = Environment.TickCount64;
        var error = Fail(new OfdBuilder().Resources($"<ofd:CompositeGraphicUnits>{units}</ofd:CompositeGraphicUnits>").Page(Composite(1) + Show(20, 50, "正文。")).Build());

        Assert.Equal(UnreadableReason.TooLarge, error.Reason);
        Assert.InRange(Environment.TickCount64 - start, 0, 10_000);
    }

    [Fact]
    public void Draw_clippedText_isNotReadAndNoted()
    {
        const string Clip = "<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary=\"0 0 12 6\" Fill=\"true\"><ofd:AbbreviatedData>M 0 0 L 12 0 L 12 6 L 0 6 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>";
        var content = Read(new OfdBuilder().Page(Show(20, 50, "部门预算", children: Clip)));

        Assert.Equal(["部门预"], Drawn.Blocks(content));
        Assert.Equal("hidden-left-out", Assert.Single(content.Notes).Code);
    }

    [Fact]
    public void Draw_invisibleObjects_areNotReadAndNoted()
    {
        var content = Read(new OfdBuilder().Page(Show(20, 50, "正文。") + Show(20, 60, "隐藏", attributes: "Visible=\"false\"")));

        Assert.Equal(["正文。"], Drawn.Blocks(content));
        Assert.Equal("hidden-left-out", Assert.Single(content.Notes).Code);
        Assert.Contains("2 glyphs", content.Notes[0].Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CTM=\"0.7 0.7 -0.7 0.7 0 0\"", 4)]
    [InlineData("Alpha=\"60\"", 16)]
    public void Draw_watermark_isLeftOutAndNoted(string attributes, double size)
    {
        var content = Read(new OfdBuilder().Page(Show(20, 50, "正文。") + Show(60, 150, "内部资料", size, attributes)));

        Assert.Equal(["正文。"], Drawn.Blocks(content));
        Assert.Equal("watermark-left-out", Assert.Single(content.Notes).Code);
    }

    [Theory]
    [InlineData("Alpha=\"0\"")]
    [InlineData("Fill=\"false\"")]
    public void Draw_textWithoutInk_countsOnlyWhereThereIsNoOther(string attributes)
    {
        Assert.Equal(["正文。"], Drawn.Blocks(Read(new OfdBuilder().Page(Show(20, 50, "正文。") + Show(20, 60, "底层", attributes: attributes)))));

        var recognised = Read(new OfdBuilder().Page("<ofd:ImageObject ID=\"4\" ResourceID=\"3\" Boundary=\"0 0 210 297\" CTM=\"210 0 0 297 0 0\"/>" + Show(20, 60, "底层", attributes: attributes)));
        Assert.Equal(["底层"], Drawn.Blocks(recognised));
        Assert.Equal("text-recognised", Assert.Single(recognised.Notes).Code);
    }

    [Fact]
    public void Draw_widthOfALine_comesFromItsParametersThroughAllTheyAreRelativeTo()
    {
        // A short stroke with a wide pen is a rule across its direction: without its width the table would have no lower border.
        var rules = Rules(Edges, [50, 58]) + Path("M 55 66 L 55 67", "DrawParam=\"3\"");
        var builder = new OfdBuilder().Resources("<ofd:DrawParams><ofd:DrawParam ID=\"3\" Relative=\"4\"/><ofd:DrawParam ID=\"4\" Relative=\"3\" LineWidth=\"70\"/></ofd:DrawParams>");

        Assert.Equal(["[项目|金额 / 合计|12.50]"], Drawn.Blocks(Read(builder.Page(rules + Line(20, 58, 20, 66) + Line(60, 58, 60, 66) + Line(90, 58, 90, 66) + Texts(Edges, 50, 8, "项目|金额", "合计|12.50")))));
    }

    private static string Unit(int id, int inner, int times) =>
        $"<ofd:CompositeGraphicUnit ID=\"{id}\"><ofd:Content>{string.Concat(Enumerable.Repeat(Composite(inner), times))}</ofd:Content></ofd:CompositeGraphicUnit>";

    private static string Composite(int unit) => $"<ofd:CompositeObject ID=\"6\" ResourceID=\"{unit}\" Boundary=\"0 0 1 1\"/>";

    private static string Single(string objects) => Assert.Single(Drawn.Blocks(Read(new OfdBuilder().Page(objects))));
}
