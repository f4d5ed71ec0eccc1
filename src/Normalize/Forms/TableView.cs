using Gouji.Model;
using Gouji.Normalize.Text;

namespace Gouji.Normalize.Forms;

/// <summary>
/// A run of rows of a source table that is one form: most often the whole table, or the rows from one inner title to the next.
/// Rows and columns count from 0 in the source grid.
/// </summary>
internal sealed class TableView
{
    private readonly string?[] _keys;
    private readonly string?[] _letters;

    public TableView(TableBlock block, int number, int blockNumber, int firstRow, int endRow)
    {
        Block = block;
        Number = number;
        BlockNumber = blockNumber;
        FirstRow = firstRow;
        EndRow = endRow;
        var size = block.Grid.RowCount * block.Grid.ColumnCount;
        _keys = new string?[size];
        _letters = new string?[size];
    }

    private TableView(TableView whole, int firstRow, int endRow)
    {
        (Block, Number, BlockNumber, FirstRow, EndRow) = (whole.Block, whole.Number, whole.BlockNumber, firstRow, endRow);
        (_keys, _letters) = (whole._keys, whole._letters);
    }

    public TableBlock Block { get; }

    /// <summary>1-based number of the source table in the document.</summary>
    public int Number { get; }

    /// <summary>1-based number of the block in the document.</summary>
    public int BlockNumber { get; }

    public int FirstRow { get; }

    /// <summary>Behind the last row.</summary>
    public int EndRow { get; }

    public TableGrid Grid => Block.Grid;

    public int ColumnCount => Grid.ColumnCount;

    /// <summary>Some rows of this run.</summary>
    public TableView Rows(int firstRow, int endRow) => new(this, firstRow, endRow);

    public TableCell Cell(int row, int column) => Grid[row, column];

    /// <summary>True where the cell begins at this position rather than reaching over from the left or above.</summary>
    public bool Begins(int row, int column)
    {
        var cell = Grid[row, column];
        return cell.Row == row && cell.Column == column;
    }

    /// <summary>The folded text of the cell that covers a position.</summary>
    public string Key(int row, int column)
    {
        var cell = Grid[row, column];
        ref var key = ref _keys[(cell.Row * ColumnCount) + cell.Column];
        return key ??= cell.Text.Length == 0 ? "" : Fold.Key(cell.Text);
    }

    /// <summary>The folded text without punctuation.</summary>
    public string Letters(int row, int column)
    {
        var cell = Grid[row, column];
        ref var letters = ref _letters[(cell.Row * ColumnCount) + cell.Column];
        return letters ??= FoldedText.Letters(Key(row, column));
    }

    /// <summary>Whether a row lost cells when it was read.</summary>
    public bool LostCells(int row)
    {
        foreach (var guess in Block.Guesses)
        {
            if (guess.Kind == TableGuessKind.CellsLost && guess.Row == row)
            {
                return true;
            }
        }

        return false;
    }

    public Place PlaceOf(string sha256, TableCell cell, TextSpan span)
    {
        var source = cell.Source;
        if (span.Start > 0 && !cell.Text.AsSpan(0, Math.Min(span.Start, cell.Text.Length)).Contains('\n'))
        {
            source = source with { Character = source.Character + span.Start };
        }

        return new Place
        {
            Sha256 = sha256,
            Source = source,
            Block = BlockNumber,
            Table = Number,
            Row = cell.Row + 1,
            Column = cell.Column + 1,
            Page = Block.Page,
            Box = cell.Box,
            Span = span,
        };
    }
}
