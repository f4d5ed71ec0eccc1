using System.IO.Compression;

namespace Gouji.Extract.Scans;

/// <summary>The data of a picture as a PDF can hold it without being unpacked.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Entries">What its PDF dictionary says of colours and filters.</param>
/// <param name="Data">The packed pixels.</param>
internal sealed record PictureData(int Width, int Height, string Entries, ReadOnlyMemory<byte> Data)
{
    /// <summary>The largest picture that is unpacked, in pixels: an A3 page of 600 dots an inch.</summary>
    public const int MostPixels = 70_000_000;

    /// <summary>A picture of unpacked pixels.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="pixels">Grey, 0 is black, in rows from the top.</param>
    public static PictureData Grey(int width, int height, byte[] pixels)
    {
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packer.Write(pixels);
        }

        return new PictureData(width, height, "/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode", packed.ToArray());
    }
}
