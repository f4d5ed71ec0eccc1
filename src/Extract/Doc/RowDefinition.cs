using System.Buffers.Binary;

namespace Gouji.Extract.Doc;

/// <summary>
/// The cells of a row as the mark at its end defines them ([MS-DOC] 2.6.3): the edges between them and which of them are merged. Later
/// changes insert, delete, merge and resize cells.
/// </summary>
internal sealed class RowDefinition
{
    private const int CellBytes = 20;

    // 2.9.321: no more than 63 columns. A file that inserts more than a byte can number is damaged.
    private const int MostCells = 255;

    private readonly List<int> _edges = [];
    private readonly List<RowCell> _cells = [];

    /// <summary>Positions of the edges in twips: one more than cells; empty where nothing defines the row.</summary>
    public IReadOnlyList<int> Edges => _edges;

    public IReadOnlyList<RowCell> Cells => _cells;

    public void Clear()
    {
        _edges.Clear();
        _cells.Clear();
    }

    /// <summary>Takes a change of properties, if it is one that matters.</summary>
    public void Take(in SprmReader change)
    {
        switch (change.Code)
        {
            case SprmCode.TableDefinition:
                Define(change.Operand);
                break;
            case SprmCode.InsertCells:
                Insert(change.Operand[0], change.Operand[1], BinaryPrimitives.ReadInt16LittleEndian(change.Operand[2..]));
                break;
            case SprmCode.DeleteCells:
                Delete(change.Operand[0], change.Operand[1]);
                break;
            case SprmCode.ColumnWidth:
                Resize(change.Operand[0], change.Operand[1], BinaryPrimitives.ReadInt16LittleEndian(change.Operand[2..]));
                break;

            // 2.9.124 (ItcFirstLim): the first cell, and the one after the last.
            case SprmCode.MergeCells:
                for (int i = change.Operand[0]; i < Math.Min(change.Operand[1], _cells.Count); i++)
                {
                    _cells[i] = _cells[i] with { Horizontal = i == change.Operand[0] ? 3 : 1 };
                }

                break;
            case SprmCode.SplitCells:
                for (int i = change.Operand[0]; i < Math.Min(change.Operand[1], _cells.Count); i++)
                {
                    _cells[i] = _cells[i] with { Horizontal = 0 };
                }

                break;
            case SprmCode.MergeDown when change.Operand.Length >= 2 && change.Operand[0] < _cells.Count:
                _cells[change.Operand[0]] = _cells[change.Operand[0]] with { Vertical = Vertical(change.Operand[1]) };
                break;
        }
    }

    private static VerticalMerge Vertical(int flags) => (flags & 3) switch
    {
        0 => VerticalMerge.None,
        1 => VerticalMerge.Continue,
        _ => VerticalMerge.Restart,
    };

    // 2.9.321: the number of cells, their edges, and as many descriptions of cells as the writer cared to give; the rest are plain.
    private void Define(ReadOnlySpan<byte> operand)
    {
        if (operand.IsEmpty || operand.Length < 1 + ((operand[0] + 1) * 2))
        {
            return;
        }

        Clear();
        int count = operand[0];
        for (var i = 0; i <= count; i++)
        {
            var edge = BinaryPrimitives.ReadInt16LittleEndian(operand[(1 + (i * 2))..]);

            // Edges run from left to right; one that runs back leaves its cell no width.
            _edges.Add(i == 0 ? edge : Math.Max(edge, _edges[^1]));
        }

        var cells = operand[(1 + ((count + 1) * 2))..];
        for (var i = 0; i < count; i++)
        {
            // 2.9.317 (TCGRF).
            var flags = cells.Length >= CellBytes ? BinaryPrimitives.ReadUInt16LittleEndian(cells) : 0;
            _cells.Add(new RowCell(flags & 3, Vertical(flags >> 5)));
            cells = cells[Math.Min(CellBytes, cells.Length)..];
        }
    }

    // 2.6.3 (sprmTInsert): before the cell, or after the last one with cells of the same width between.
    private void Insert(int at, int count, int width)
    {
        width = Math.Max(0, width);
        if (_edges.Count == 0)
        {
            _edges.Add(0);
        }

        while (_cells.Count < Math.Min(at, MostCells))
        {
            InsertOne(_cells.Count, width);
        }

        for (; count > 0; count--)
        {
            InsertOne(at, width);
        }
    }

    private void InsertOne(int at, int width)
    {
        if (_cells.Count >= MostCells)
        {
            return;
        }

        _cells.Insert(at, default);
        _edges.Insert(at + 1, _edges[at]);
        Shift(at + 1, width);
    }

    private void Delete(int first, int limit)
    {
        limit = Math.Min(limit, _cells.Count);
        for (var i = limit - 1; i >= first; i--)
        {
            var width = _edges[i + 1] - _edges[i];
            _cells.RemoveAt(i);
            _edges.RemoveAt(i + 1);
            Shift(i + 1, -width);
        }
    }

    private void Resize(int first, int limit, int width)
    {
        for (var i = first; i < Math.Min(limit, _cells.Count); i++)
        {
            Shift(i + 1, Math.Max(0, width) - (_edges[i + 1] - _edges[i]));
        }
    }

    private void Shift(int from, int by)
    {
        for (var i = from; i < _edges.Count; i++)
        {
            _edges[i] += by;
        }
    }
}

/// <summary>How a cell joins its neighbours.</summary>
/// <param name="Horizontal">
/// 0 where it stands alone. Cells merged in a row bear other values; which of them marks the first one is described in two ways (by
/// MS-DOC 2.9.317 it is 2 or 3, by the format's first description 1), but it is always the value with which the set begins.
/// </param>
/// <param name="Vertical">How it joins the cell above.</param>
internal readonly record struct RowCell(int Horizontal, VerticalMerge Vertical);

/// <summary>How a cell joins the one above (VerticalMergeFlag, [MS-DOC] 2.9.342).</summary>
internal enum VerticalMerge
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>It goes on with the cell above.</summary>
    Continue,

    /// <summary>It begins a merged cell.</summary>
    Restart,
}
