using System.Buffers.Binary;
using System.IO.Compression;
using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

public sealed class PictureWrapperTests
{
    [Fact]
    public void Png_grey_isHeldAsItIs()
    {
        var picture = PngPicture.Read(Png(3, 2, 0, 0, [0, 1, 2, 3, 0, 4, 5, 6]))!;

        Assert.Equal((3, 2), (picture.Width, picture.Height));
        Assert.Contains("/Predictor 15 /Colors 1 /BitsPerComponent 8 /Columns 3", picture.Entries, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(6, 0)]
    [InlineData(0, 1)]
    public void Png_transparentOrInterlaced_isNotRead(byte kind, byte interlaced) => Assert.Null(PngPicture.Read(Png(3, 2, kind, interlaced, [0])));

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
    public void Tiff_fax_isHeldAsFax()
    {
        var picture = TiffPicture.Read(Tiff((256, 16), (257, 8), (258, 1), (259, 4), (262, 0), (273, 8), (279, 2)))!;

        Assert.Equal((16, 8), (picture.Width, picture.Height));
        Assert.Contains("/K -1 /Columns 16 /Rows 8", picture.Entries, StringComparison.Ordinal);
        Assert.Equal(2, picture.Data.Length);
    }

    [Fact]
    public void Tiff_otherPacking_isNotRead() => Assert.Null(TiffPicture.Read(Tiff((256, 16), (257, 8), (258, 1), (259, 5), (262, 0), (273, 8), (279, 2))));

    [Fact]
    public void Wrap_anyPicture_isAPageOfTheLengthOfA4()
    {
        var pdf = System.Text.Encoding.Latin1.GetString(PictureWrapper.Wrap(new PictureData(100, 200, "/BitsPerComponent 8 /ColorSpace /DeviceGray", new byte[20_000])));

        Assert.Contains("/MediaBox [0 0 421 842]", pdf, StringComparison.Ordinal);
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

    private static byte[] Tiff(params (ushort Number, int Value)[] tags)
    {
        var bytes = new byte[16 + 2 + (tags.Length * 12) + 4];
        "II*\0"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(16), (ushort)tags.Length);
        for (var i = 0; i < tags.Length; i++)
        {
            var entry = bytes.AsSpan(18 + (i * 12));
            BinaryPrimitives.WriteUInt16LittleEndian(entry, tags[i].Number);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], 4);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], 1);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], tags[i].Value);
        }

        return bytes;
    }
}
