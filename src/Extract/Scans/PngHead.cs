using System.Buffers.Binary;

namespace Gouji.Extract.Scans;

/// <summary>The head of a PNG picture (ISO/IEC 15948, 11.2.2).</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Bits">Of a sample.</param>
/// <param name="Kind">0 grey, 2 red, green and blue, 3 palette, 4 grey with cover, 6 red, green and blue with cover.</param>
/// <param name="IsInterlaced">In seven passes.</param>
internal readonly record struct PngHead(int Width, int Height, int Bits, int Kind, bool IsInterlaced)
{
    /// <summary>Samples of a pixel.</summary>
    public int Samples => Kind switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>The head; null where it is none.</summary>
    public static PngHead? Read(ReadOnlySpan<byte> body)
    {
        if (body.Length != 13)
        {
            return null;
        }

        var head = new PngHead(BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]), body[8], body[9], body[12] == 1);
        var isKnown = head.Kind switch
        {
            0 => head.Bits is 1 or 2 or 4 or 8 or 16,
            3 => head.Bits is 1 or 2 or 4 or 8,
            2 or 4 or 6 => head.Bits is 8 or 16,
            _ => false,
        };
        return isKnown && head is { Width: > 0, Height: > 0 } && body[10] == 0 && body[11] == 0 && body[12] <= 1 && (long)head.Width * head.Height <= PictureData.MostPixels ? head : null;
    }
}
