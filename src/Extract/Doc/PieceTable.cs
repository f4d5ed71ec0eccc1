using Gouji.Model;

namespace Gouji.Extract.Doc;

/// <summary>
/// The piece table ([MS-DOC] 2.4.1, 2.8.35): which bytes hold which characters. A document saved in full has few pieces, one saved
/// fast has a piece for every change since, in any order of bytes, each perhaps with changes of properties.
/// </summary>
internal sealed class PieceTable
{
    private readonly Piece[] _pieces;

    private PieceTable(Piece[] pieces) => _pieces = pieces;

    public ReadOnlySpan<Piece> Pieces => _pieces;

    /// <summary>Reads the Clx: changes of properties first, then the pieces (2.9.38).</summary>
    /// <param name="clx">The Clx.</param>
    /// <param name="main">The stream that holds the text.</param>
    /// <param name="characters">Characters that the pieces must hold.</param>
    public static PieceTable Read(Bytes clx, Bytes main, long characters)
    {
        var changes = new List<byte[]>();
        long at = 0;
        for (; clx.U8(at) == 1; at += 3 + changes[^1].Length)
        {
            changes.Add(clx.Span(at + 3, clx.U16(at + 1)).ToArray());
        }

        if (clx.U8(at) != 2)
        {
            throw clx.Damage("找不到文本的分段表（Pcdt）", "the table of text pieces (Pcdt) is missing");
        }

        var length = clx.U32(at + 1);
        var plc = clx.At(at + 5, length);
        var count = (plc.Length - 4) / 12;
        if (count < 1)
        {
            throw clx.Damage("文本的分段表为空", "the table of text pieces is empty");
        }

        var pieces = new Piece[count];
        for (var i = 0; i < count; i++)
        {
            pieces[i] = ReadPiece(plc, i, count, changes, main);
        }

        if (pieces[0].Start != 0 || pieces[^1].End < characters)
        {
            throw clx.Damage("文本的分段不完整", "the text pieces do not cover the whole text");
        }

        return new PieceTable(pieces);
    }

    /// <summary>Index of the piece that holds a character.</summary>
    public int Find(int character)
    {
        var low = 0;
        var high = _pieces.Length - 1;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_pieces[middle].End <= character)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    // 2.9.177, 2.9.73: the 30 bits of the offset are doubled where the characters are single bytes.
    private static Piece ReadPiece(Bytes plc, int index, int count, List<byte[]> changes, Bytes main)
    {
        var start = plc.I32(index * 4L);
        var end = plc.I32((index + 1) * 4L);
        var descriptor = ((count + 1) * 4L) + (index * 8L);
        var position = plc.U32(descriptor + 2);
        var isCompressed = (position & 0x40000000) != 0;
        var offset = (int)(position & 0x3FFFFFFF) >> (isCompressed ? 1 : 0);
        var piece = new Piece(start, end, offset, isCompressed, Changes(plc.U16(descriptor + 6), changes));
        if (start < 0 || end < start)
        {
            throw plc.Damage("文本的分段次序有误", "the text pieces are out of order");
        }

        _ = main.At(offset, (long)(end - start) << piece.WidthShift);
        return piece;
    }

    // 2.9.213: one change in short form, or the number of a list of changes.
    private static byte[] Changes(ushort prm, List<byte[]> lists)
    {
        if ((prm & 1) != 0)
        {
            return prm >> 1 < lists.Count ? lists[prm >> 1] : [];
        }

        var code = SprmCode.OfShort((prm >> 1) & 0x7F);
        return code == 0 ? [] : [(byte)(code & 0xFF), (byte)(code >> 8), (byte)(prm >> 8)];
    }
}

/// <summary>A run of characters that lie together in the WordDocument stream.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Character after the last one.</param>
/// <param name="Offset">Offset of the first character in bytes.</param>
/// <param name="IsCompressed">Whether a character is one byte, not two.</param>
/// <param name="Changes">Changes of properties that apply to the whole piece, after all others (2.4.6.1).</param>
internal readonly record struct Piece(int Start, int End, int Offset, bool IsCompressed, byte[] Changes)
{
    /// <summary>0 where a character is one byte, 1 where it is two.</summary>
    public int WidthShift => IsCompressed ? 0 : 1;

    /// <summary>Offset of a character in bytes.</summary>
    public int OffsetOf(int character) => Offset + ((character - Start) << WidthShift);
}
