using System.Text;
using Gouji.Extract.Text;
using Gouji.Model;

namespace Gouji.Extract.Tests.Text;

/// <summary>What holds for every document printed in this convention; published ones are read too where they lie beside the sources.</summary>
public sealed class PrintedDocumentsTests
{
    private static readonly string Bundled =
        "表一：\n收支总表\n编制部门：测绘局    单位：万元\n"
        + PrintedText.Table("收  入|支  出", "项目|金额|科目|金额", "门票|1.00　|201 办公|　", "合计|1.00|合计|")
        + "\n备注：没有其他收入。\n表二：\n用车表\n"
        + "\t科目\n\t\n\n购置\n\t运行\n\n" + PrintedText.Table("水费|1.00|", "电费|[bookmark: a]|2.00")
        + "\n说明到此为止。\n";

    [Fact]
    public void EveryCellLine_isInOneCell()
    {
        foreach (var text in Documents())
        {
            var cells = PrintedText.Read(text).Blocks.OfType<TableBlock>().SelectMany(table => table.Grid.Cells).Where(cell => !cell.Absent && cell.Text.Length > 0)
                .ToLookup(cell => cell.Source.Line);
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var tab = lines[i].IndexOf('\t', StringComparison.Ordinal);
                if (tab >= 0 && CellText.Read(lines[i].AsSpan(tab + 1), i + 1, tab + 1) is { Kind: not CellKind.Blank } printed)
                {
                    var cell = Assert.Single(cells[i + 1]);
                    Assert.Equal(printed.Text, cell.Text);
                    Assert.Equal(printed.Source, cell.Source);
                }
            }
        }
    }

    [Fact]
    public void EveryLine_isInABlockOrACell()
    {
        foreach (var text in Documents())
        {
            var expected = text.Split('\n').Select((line, i) => CellText.Read(line, i + 1, 0).Text).Where(line => line.Length > 0);
            Assert.Equal(expected, PrintedText.Texts(PrintedText.Read(text)).SelectMany(cell => cell.Split('\n')).Where(line => line.Length > 0));
        }
    }

    [Fact]
    public void KnownDocument_hasItsTables()
    {
        var bundled = PrintedText.Read(Bundled).Blocks.OfType<TableBlock>().ToArray();
        Assert.Equal([(4, 4), (3, 3)], bundled.Select(table => (table.Grid.RowCount, table.Grid.ColumnCount)));
        Assert.Equal("科目 | 购置 | 运行", PrintedText.Row(bundled[1], 0));

        if (Published("kezhou-party-office-2020-budget.txt") is not { } text)
        {
            return;
        }

        var tables = PrintedText.Read(text).Blocks.OfType<TableBlock>().ToArray();
        Assert.Equal(
            [(34, 4), (4, 15), (25, 7), (32, 6), (26, 7), (35, 6), (11, 16), (9, 6), (22, 7), (18, 11), (20, 11), (20, 11), (19, 11), (20, 11)],
            tables.Select(table => (table.Grid.RowCount, table.Grid.ColumnCount)));
        Assert.Equal("项目[1×4] | 支出预算[1×3]", PrintedText.Row(tables[2], 0));
        Assert.Equal("财政拨款收入[1×2] | 财政拨款支出[1×4]", PrintedText.Row(tables[3], 0));
        Assert.Equal("合计[2×1] | 因公出国（境）费[2×1] | 公务用车购置及运行费[1×3] | 公务接待费[2×1]", PrintedText.Row(tables[7], 0));
        Assert.Equal("项  目[1×4] | 政府性基金预算支出[1×3]", PrintedText.Row(tables[8], 0));

        var income = tables[1].Grid;
        Assert.Equal((0, 3, "功能分类科目编码"), (income[0, 0].Column, income[0, 0].ColumnSpan, income[0, 0].Text));
        Assert.Equal(("上级补助收入", 194), (income[1, 9].Text, income[1, 9].Source.Line));
        Assert.Equal("1145.60", income[2, 5].Text);
        Assert.All(Enumerable.Range(6, 9), column => Assert.True(income[2, column].Absent));
        Assert.Equal(("合计", 4), (income[3, 0].Text, income[3, 0].ColumnSpan));
        Assert.Equal(("上级专项收入", "12"), (income[0, 12].Text, income[3, 12].Text));
    }

    private static IEnumerable<string> Documents()
    {
        yield return Bundled;
        if (PublishedFolder() is { } folder)
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
            {
                yield return File.ReadAllText(file, Encoding.UTF8);
            }
        }
    }

    private static string? Published(string name) =>
        PublishedFolder() is { } folder && File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name), Encoding.UTF8) : null;

    /// <summary>The folder of published documents, in a folder <c>shared</c> beside the root of the sources or further up; null where there is none.</summary>
    private static string? PublishedFolder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "pipeline.sln")))
        {
            root = root.Parent;
        }

        for (var above = root?.Parent; above is not null; above = above.Parent)
        {
            var folder = Path.Combine(above.FullName, "shared", "seed");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
