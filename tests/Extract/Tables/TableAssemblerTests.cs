using CsCheck;
using Gouji.Extract.Tables;
using Gouji.Extract.Tests.Docx;
using Gouji.Model;

namespace Gouji.Extract.Tests.Tables;

public sealed class TableAssemblerTests
{
    private static readonly SourcePosition At = new(null, 1, 1);

    [Fact]
    public void Build_noCell_givesNoTable()
    {
        var assembler = new TableAssembler(new ReadingLimits());
        assembler.BeginRow();

        Assert.Null(assembler.Build(At));
    }

    [Fact]
    public void Add_underRowSpan_takesFirstFreeColumn()
    {
        var table = Assemble(assembler =>
        {
            assembler.BeginRow();
            assembler.Add("甲", At, rowSpan: 2);
            assembler.Add("乙", At);
            assembler.BeginRow();
            assembler.Add("丙", At);
        });

        Assert.Equal("甲|乙 / 甲|丙", Drawn.Table(table));
        Assert.Empty(table.Guesses);
    }

    [Fact]
    public void Add_columnSpanOverRowSpanFromAbove_isCutAndNoted()
    {
        var table = Assemble(assembler =>
        {
            assembler.BeginRow();
            assembler.Add("甲", At);
            assembler.Add("乙", At, rowSpan: 2);
            assembler.BeginRow();
            assembler.Add("丙", At, columnSpan: 2);
        });

        Assert.Equal("甲|乙 / 丙|乙", Drawn.Table(table));
        Assert.Equal((TableGuessKind.SpansMended, 1), (table.Guesses[0].Kind, table.Guesses[0].Row));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(int.MaxValue)]
    public void Add_rowSpanBeyondTheLastRow_endsWithTheTable(int rowSpan)
    {
        var table = Assemble(assembler =>
        {
            assembler.BeginRow();
            assembler.Add("甲", At);
            assembler.BeginRow();
            assembler.Add("乙", At, rowSpan: rowSpan);
            assembler.BeginRow();
        });

        Assert.Equal("甲 / 乙 / 乙", Drawn.Table(table));
    }

    [Fact]
    public void Build_shortRow_hasAbsentCellsAndIsNoted()
    {
        var table = Assemble(assembler =>
        {
            assembler.BeginRow();
            assembler.Add("甲", At);
            assembler.Add("", At);
            assembler.Add("丙", At);
            assembler.BeginRow();
            assembler.Add("丁", At);
        });

        Assert.Equal("甲||丙 / 丁|∅|∅", Drawn.Table(table));
        Assert.Equal(new TableGuess(TableGuessKind.CellsLost, 1, "row has 1 of 3 cells"), Assert.Single(table.Guesses));
    }

    [Fact]
    public void Skip_inOneRow_leavesAbsentCells()
    {
        var table = Assemble(assembler =>
        {
            assembler.BeginRow();
            assembler.Skip(1);
            assembler.Add("乙", At);
            assembler.BeginRow();
            assembler.Add("丙", At, columnSpan: 2);
        });

        Assert.Equal("∅|乙 / 丙|丙", Drawn.Table(table));
    }

    [Fact]
    public void Skip_inEveryRow_leavesNoColumn()
    {
        var table = Assemble(assembler =>
        {
            assembler.BeginRow();
            assembler.Skip(2);
            assembler.Add("甲", At);
            assembler.BeginRow();
            assembler.Skip(2);
            assembler.Add("乙", At);
        });

        Assert.Equal("甲 / 乙", Drawn.Table(table));
        Assert.Empty(table.Guesses);
    }

    [Fact]
    public void TryExtend_sameColumns_growsTheCellAndJoinsTheText()
    {
        var table = Assemble(assembler =>
        {
            assembler.BeginRow();
            assembler.Add("甲", At, columnSpan: 2, mergesDown: true);
            assembler.BeginRow();
            Assert.True(assembler.TryExtend("余", new SourcePosition(null, 2, 2), 2));
            assembler.BeginRow();
            Assert.True(assembler.TryExtend("", At, 2));
        });

        var cell = Assert.Single(table.Grid.Cells);
        Assert.Equal((3, 2, "甲\n余", At), (cell.RowSpan, cell.ColumnSpan, cell.Text, cell.Source));
    }

    [Fact]
    public void TryExtend_textOnlyBelow_standsWhereItsTextIs()
    {
        var below = new SourcePosition(null, 7, 7);
        var table = Assemble(assembler =>
        {
            assembler.BeginRow();
            assembler.Add("", At, mergesDown: true);
            assembler.BeginRow();
            assembler.TryExtend("余", below, 1);
        });

        Assert.Equal(("余", below), (table.Grid[0, 0].Text, table.Grid[0, 0].Source));
    }

    [Fact]
    public void TryExtend_otherColumns_isRefusedAndNoted()
    {
        var table = Assemble(assembler =>
        {
            assembler.BeginRow();
            assembler.Add("甲", At, columnSpan: 2, mergesDown: true);
            assembler.BeginRow();
            Assert.False(assembler.TryExtend("", At, 1));
            assembler.Add("", At);
            assembler.Add("乙", At);
        });

        Assert.Equal("甲|甲 / |乙", Drawn.Table(table));
        Assert.Equal((TableGuessKind.SpansMended, 1), (table.Guesses[0].Kind, table.Guesses[0].Row));
    }

    [Fact]
    public void TryExtend_aboveDoesNotMerge_isRefused()
    {
        Assemble(assembler =>
        {
            assembler.BeginRow();
            Assert.False(assembler.TryExtend("", At, 1));
            assembler.Add("甲", At);
            assembler.BeginRow();
            Assert.False(assembler.TryExtend("", At, 1));
            assembler.Add("乙", At);
        });
    }

    [Fact]
    public void TryExtend_afterARowWithout_isRefused()
    {
        Assemble(assembler =>
        {
            assembler.BeginRow();
            assembler.Add("甲", At, mergesDown: true);
            assembler.BeginRow();
            assembler.Add("乙", At);
            assembler.BeginRow();
            Assert.False(assembler.TryExtend("", At, 1));
            assembler.Add("丙", At);
        });
    }

    [Fact]
    public void Add_moreCellsThanAllowed_isTooLarge()
    {
        var assembler = new TableAssembler(new ReadingLimits { TableCells = 10 });
        assembler.BeginRow();

        var error = Assert.Throws<UnreadableDocumentException>(() => assembler.Add("", At, columnSpan: int.MaxValue));

        Assert.Equal(UnreadableReason.TooLarge, error.Reason);
    }

    [Fact]
    public void Skip_moreColumnsThanAllowed_isTooLarge()
    {
        var assembler = new TableAssembler(new ReadingLimits());
        assembler.BeginRow();
        assembler.Skip(1_000_000);

        var error = Assert.Throws<UnreadableDocumentException>(() => assembler.Skip(int.MaxValue));

        Assert.Equal(UnreadableReason.TooLarge, error.Reason);
    }

    [Fact]
    public void BeginRow_rowsWithoutCells_countAgainstTheLimit()
    {
        var assembler = new TableAssembler(new ReadingLimits { TableCells = 100 });
        assembler.BeginRow();
        assembler.Add("", At, columnSpan: 10);
        for (var row = 1; row < 10; row++)
        {
            assembler.BeginRow();
        }

        Assert.Equal(UnreadableReason.TooLarge, Assert.Throws<UnreadableDocumentException>(assembler.BeginRow).Reason);
    }

    /// <summary>Whatever the spans, a grid comes out, and no text is lost.</summary>
    [Fact]
    public void Build_anySpans_coversEveryPositionOnceAndKeepsEveryText()
    {
        var cell = Gen.Select(Gen.Int[-1, 4], Gen.Int[-1, 4], Gen.Int[0, 2], Gen.Bool);
        cell.Array[0, 6].Array[1, 6].Sample(rows =>
        {
            var assembler = new TableAssembler(new ReadingLimits());
            var number = 0;
            foreach (var row in rows)
            {
                assembler.BeginRow();
                foreach (var (columnSpan, rowSpan, skip, merges) in row)
                {
                    var text = $"<{number++}>";
                    assembler.Skip(skip == 2 ? 1 : 0);
                    if (!merges || !assembler.TryExtend(text, At, Math.Max(1, columnSpan)))
                    {
                        assembler.Add(text, At, columnSpan, merges ? 1 : rowSpan, mergesDown: merges);
                    }
                }
            }

            var table = assembler.Build(At);
            var all = table is null ? "" : string.Concat(table.Grid.Cells.Select(c => c.Text));
            return Enumerable.Range(0, number).All(i => all.Contains($"<{i}>", StringComparison.Ordinal));
        });
    }

    private static TableBlock Assemble(Action<TableAssembler> fill)
    {
        var assembler = new TableAssembler(new ReadingLimits());
        fill(assembler);
        return assembler.Build(At)!;
    }
}
