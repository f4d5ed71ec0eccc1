using System.Text.Json;
using Gouji.Cli.Checking;
using Gouji.Cli.Tests.Support;
using Gouji.Model;

namespace Gouji.Cli.Tests.Commands;

public sealed class TablesCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_terminal_drawsMergedCellsMergedAndLostOnesDotted()
    {
        Assert.Equal(ExitStatus.Ok, Run());
        Assert.Equal(
            """
            table 1: 4 rows, 3 columns  表五
            ┌──────────┬───────────────┐
            │ 项目     │ 金额          │
            │          ├────────┬──────┤
            │          │ 小计   │ 基本 │
            ├──────────┼────────┴──────┤
            │ 行政运行 │ 950.64        │
            ├──────────┼────────┬──────┤
            │ a|b,"c"  │ 194.96 │ ···· │
            │ 第二行   │        │ ···· │
            └──────────┴────────┴──────┘
            guess  cells_lost  row 4  row has 2 of 3 cells

            table 2: 1 rows, 1 columns
            ┌───┐
            │ x │
            └───┘

            note  charset-mislabelled  the charset is mislabelled

            """,
            _terminal.Out);
    }

    [Fact]
    public void Run_csv_isTheGridWithEmptyPlacesForMergedCells()
    {
        Assert.Equal(ExitStatus.Ok, Run("--format", "csv"));
        Assert.Equal("项目,金额,\n,小计,基本\n行政运行,950.64,\n\"a|b,\"\"c\"\"\n第二行\",194.96,\n\nx\n", _terminal.Out);
    }

    [Fact]
    public void Run_markdown_escapesWhatWouldBreakTheTable()
    {
        Assert.Equal(ExitStatus.Ok, Run("--format", "markdown", "--table", "1"));
        Assert.Equal(
            """
            | 项目 | 金额 |  |
            | --- | --- | --- |
            |  | 小计 | 基本 |
            | 行政运行 | 950.64 |  |
            | a\|b,"c"<br>第二行 | 194.96 |  |

            """,
            _terminal.Out);
    }

    [Fact]
    public void Run_html_keepsMergedCellsMerged()
    {
        Assert.Equal(ExitStatus.Ok, Run("--format", "html", "--table", "1"));
        Assert.Contains("<caption>表五</caption>\n<tr><td rowspan=\"2\">项目</td><td colspan=\"2\">金额</td></tr>\n<tr><td>小计</td><td>基本</td></tr>", _terminal.Out);
        Assert.Contains("<td>a|b,&quot;c&quot;<br>第二行</td><td>194.96</td><td class=\"absent\"></td>", _terminal.Out);
    }

    [Theory]
    [InlineData("--format", "json")]
    [InlineData("--json", "--table=1")]
    public void Run_json_countsRowsAndColumnsFromOne(params string[] options)
    {
        Assert.Equal(ExitStatus.Ok, Run(options));
        using var json = JsonDocument.Parse(_terminal.Out);
        var table = json.RootElement.GetProperty("tables")[0];
        Assert.Equal(1, table.GetProperty("number").GetInt32());
        Assert.Equal("""{"kind":"cells_lost","row":4,"detail":"row has 2 of 3 cells"}""", table.GetProperty("guesses")[0].GetRawText());
        Assert.Equal("""{"row":1,"column":2,"row_span":1,"column_span":2,"text":"金额","absent":false}""", table.GetProperty("cells")[1].GetRawText());
    }

    [Theory]
    [InlineData("3", ExitStatus.Usage, "there is no table 3 in '{0}'; it has 2")]
    public void Run_tableThatIsNotThere_saysHowManyThereAre(string number, int status, string expected)
    {
        Assert.Equal(status, Run("--table", number));
        Assert.Equal("gouji: " + expected.Replace("{0}", _folder["a.txt"]) + "\n", _terminal.Error);
    }

    [Fact]
    public void Run_pathsThatAreNoDocument_areToldApart()
    {
        Assert.Equal(ExitStatus.Usage, _terminal.Run("tables", _folder.Path));
        Assert.Equal($"gouji: '{_folder.Path}' is a folder; name one file\n", _terminal.Error);
        Assert.Equal(ExitStatus.Usage, _terminal.Run("tables", _folder["gone"]));
        Assert.Equal($"gouji: there is no file '{_folder["gone"]}'\n", _terminal.Error);
        Assert.Equal(ExitStatus.Unreadable, _terminal.Run("tables", _folder.Write("empty.txt", "")));
        Assert.StartsWith($"gouji: {_folder["empty.txt"]}: The file is empty", _terminal.Error);
    }

    private int Run(params string[] options) => _terminal.Run(Stages, ["tables", _folder.Write("a.txt"), .. options]);

    private static Stages Stages => FakeStages.Reading(
        new Paragraph("表五") { Source = default },
        Table(
            4,
            3,
            [new TableGuess(TableGuessKind.CellsLost, 3, "row has 2 of 3 cells")],
            Cell(0, 0, "项目", rows: 2),
            Cell(0, 1, "金额", columns: 2),
            Cell(1, 1, "小计"),
            Cell(1, 2, "基本"),
            Cell(2, 0, "行政运行"),
            Cell(2, 1, "950.64", columns: 2),
            Cell(3, 0, "a|b,\"c\"\n第二行"),
            Cell(3, 1, "194.96"),
            Cell(3, 2, "") with { Absent = true }) with { Caption = "表五" },
        Table(1, 1, [], Cell(0, 0, "x")));

    private static TableBlock Table(int rows, int columns, TableGuess[] guesses, params TableCell[] cells)
    {
        Assert.True(TableGrid.TryCreate(rows, columns, cells, out var grid, out var problem), problem);
        return new TableBlock(grid, guesses) { Source = default };
    }

    private static TableCell Cell(int row, int column, string text, int rows = 1, int columns = 1) => new(row, column, rows, columns, text, default);
}
