using System.Buffers.Binary;
using System.IO.Compression;
using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

public sealed class PictureWrapperTests
{
    [Fact]
    public void Png_cutShort_isNotRead() => Assert.Null(PngPicture.Read(Png(3, 2, 0, 0, [0, 1, 2, 3, 0, 4, 5, 6]).AsMemory(0, 50)));

    [Theory]
    [InlineData(0xC0, true)]
    [InlineData(0xC2, true)]
    [InlineData(0xC3, false)]
    [InlineData(0xC9, false)]
    public void Jpeg_frame_tellsItsSize(byte marker, bool isRead)
    {
        var picture = JpegPicture.Read(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, marker, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0, 0xFF, 0xD9 });

        Assert.Equal(isRead, picture is { Width: 30, Height: 20 });
    }

    [Fact]
    public void Jpeg_withoutItsEnd_isNotRead() =>
        Assert.Null(JpegPicture.Read(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0, 0xFF, 0xDA, 0 }));

    [Fact]
    public void Wrap_anyPictures_arePagesOfTheLengthOfA4()
    {
        var pdf = System.Text.Encoding.Latin1.GetString(PictureWrapper.Wrap([new PictureData(100, 200, "/BitsPerComponent 8 /ColorSpace /DeviceGray", new byte[20_000]), PictureData.Grey(20, 10, new byte[200])]));

        Assert.Contains("/Count 2 /Kids [3 0 R 6 0 R]", pdf, StringComparison.Ordinal);
        Assert.Contains("/MediaBox [0 0 421 842]", pdf, StringComparison.Ordinal);
        Assert.Contains("/MediaBox [0 0 842 421]", pdf, StringComparison.Ordinal);
        Assert.Equal("xref", pdf.Substring(int.Parse(pdf.Split("startxref\n")[1].Split('\n')[0]), 4));
    }

    /// <summary>A PNG file without valid check sums, which nobody here looks at.</summary>
    internal static byte[] Png(int width, int height, byte kind, byte interlaced, byte[] rows)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = (8, kind, interlaced);
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.SmallestSize, true))
        {
            packer.Write(rows);
        }

        Chunk("IHDR"u8, head);
        Chunk("IDAT"u8, packed.ToArray());
        Chunk("IEND"u8, []);
        return file.ToArray();

        void Chunk(ReadOnlySpan<byte> name, byte[] body)
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, body.Length);
            file.Write(length);
            file.Write(name);
            file.Write(body);
            file.Write([0, 0, 0, 0]);
        }
    }
}
