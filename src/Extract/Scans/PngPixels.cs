using System.Buffers.Binary;
using System.IO.Compression;

namespace Gouji.Extract.Scans;

/// <summary>
/// Unpacks PNG pictures (ISO/IEC 15948) of every kind into grey; what is transparent, as much of a picture of a screen may be, shows the
/// white of paper. A picture that ends early must not pass for a page that is empty below.
/// </summary>
/// <param name="head">Size, bits of a sample (1, 2, 4, 8 or 16), kind of colour (0, 2, 3, 4 or 6) and whether it is interlaced.</param>
/// <param name="palette">Red, green and blue of each colour; empty without palette.</param>
/// <param name="transparency">How much of each colour of the palette covers, or the one colour that does not.</param>
internal sealed class PngPixels(PngHead head, byte[] palette, byte[] transparency)
{
    /// <summary>The seven passes of an interlaced picture: first column and row, and the steps between them.</summary>
    private static readonly (int Left, int Top, int Across, int Down)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly byte[] _grey = new byte[checked(head.Width * head.Height)];
    private readonly int _bitsOfPixel = head.Samples * head.Bits;

    /// <summary>The grey of each pixel, in rows from the top; null where the rows end early or are none.</summary>
    /// <param name="packed">What the IDAT chunks hold.</param>
    public byte[]? Unpack(Stream packed)
    {
        try
        {
            using var rows = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
            foreach (var (left, top, across, down) in head.IsInterlaced ? Passes : [(0, 0, 1, 1)])
            {
                if (head.Width > left && head.Height > top && !Pass(rows, left, top, across, down))
                {
                    return null;
                }
            }

            // The check sum behind the last row is looked at.
            rows.ReadByte();
            return _grey;
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    private bool Pass(ZLibStream rows, int left, int top, int across, int down)
    {
        var pixels = (head.Width - left + across - 1) / across;
        var bytes = (int)((((long)pixels * _bitsOfPixel) + 7) / 8);
        var (above, row) = (new byte[bytes], new byte[bytes]);
        for (var y = top; y < head.Height; y += down)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            if (filter is < 0 or > 4)
            {
                return false;
            }

            Unfilter(filter, row, above, Math.Max(1, _bitsOfPixel / 8));
            for (var i = 0; i < pixels; i++)
            {
                _grey[(y * head.Width) + left + (i * across)] = Grey(row, i);
            }

            (above, row) = (row, above);
        }

        return true;
    }

    /// <summary>Undoes a filter of clause 9; the bytes of the pixel before and of the row above count as 0 at the edges.</summary>
    private static void Unfilter(int filter, byte[] row, byte[] above, int step)
    {
        for (var i = 0; i < row.Length && filter != 0; i++)
        {
            int before = i < step ? 0 : row[i - step], over = above[i], corner = i < step ? 0 : above[i - step];
            var guess = filter switch
            {
                1 => before,
                2 => over,
                3 => (before + over) / 2,
                _ => Paeth(before, over, corner),
            };
            row[i] = (byte)((row[i] + guess) & 0xFF);
        }
    }

    private static int Paeth(int before, int over, int corner)
    {
        var (toBefore, toOver, toCorner) = (Math.Abs(over - corner), Math.Abs(before - corner), Math.Abs(before + over - (2 * corner)));
        return toBefore <= toOver && toBefore <= toCorner ? before : toOver <= toCorner ? over : corner;
    }

    private byte Grey(byte[] row, int pixel)
    {
        switch (head.Kind)
        {
            case 3:
                var index = Sample(row, pixel);
                var at = Math.Min(index * 3, palette.Length - 3);
                return OnWhite(Luma(palette[at], palette[at + 1], palette[at + 2]), index < transparency.Length ? transparency[index] : 255);
            case 0:
                return OnWhite(Level(row, pixel), IsClear(row, pixel) ? 0 : 255);
            case 2:
                return OnWhite(Luma(Level(row, pixel * 3), Level(row, (pixel * 3) + 1), Level(row, (pixel * 3) + 2)), IsClear(row, pixel) ? 0 : 255);
            case 4:
                return OnWhite(Level(row, pixel * 2), Level(row, (pixel * 2) + 1));
            default:
                return OnWhite(Luma(Level(row, pixel * 4), Level(row, (pixel * 4) + 1), Level(row, (pixel * 4) + 2)), Level(row, (pixel * 4) + 3));
        }
    }

    /// <summary>Whether a pixel has the one colour that is transparent.</summary>
    private bool IsClear(byte[] row, int pixel)
    {
        if (transparency.Length != head.Samples * 2)
        {
            return false;
        }

        for (var i = 0; i < head.Samples; i++)
        {
            if (Sample(row, (pixel * head.Samples) + i) != BinaryPrimitives.ReadUInt16BigEndian(transparency.AsSpan(i * 2)))
            {
                return false;
            }
        }

        return true;
    }

    private int Sample(byte[] row, int number) => head.Bits switch
    {
        8 => row[number],
        16 => BinaryPrimitives.ReadUInt16BigEndian(row.AsSpan(number * 2)),
        _ => (row[number * head.Bits / 8] >> (8 - head.Bits - (number * head.Bits % 8))) & ((1 << head.Bits) - 1),
    };

    /// <summary>A sample as one of 256 levels.</summary>
    private int Level(byte[] row, int number) => Sample(row, number) * 255 / ((1 << head.Bits) - 1);

    private static int Luma(int red, int green, int blue) => ((red * 299) + (green * 587) + (blue * 114)) / 1000;

    private static byte OnWhite(int grey, int cover) => (byte)(((grey * cover) + (255 * (255 - cover))) / 255);
}
