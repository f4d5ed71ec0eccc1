using BitMiracle.LibTiff.Classic;
using Gouji.Extract.Readers;
using Gouji.Extract.Scans;
using Gouji.Model;

namespace Gouji.Extract.Tests.Scans;

/// <summary>TIFF pictures as scanners and fax programs pack them.</summary>
public sealed class TiffPictureTests
{
    private const int Width = 61;
    private const int Height = 43;

    [Theory]
    [InlineData(Compression.NONE, 8)]
    [InlineData(Compression.LZW, 8)]
    [InlineData(Compression.PACKBITS, 8)]
    [InlineData(Compression.ADOBE_DEFLATE, 8)]
    [InlineData(Compression.CCITTFAX3, 1)]
    [InlineData(Compression.CCITTFAX4, 1)]
    [InlineData(Compression.LZW, 1)]
    public void Read_anyPackingInStrips_givesEachPixel(Compression packing, int bits)
    {
        var page = Assert.Single(Read(Tiff((packing, bits, 5))));

        Assert.Equal((Width, Height), (page.Width, page.Height));
        Assert.Equal(Expected(bits), PngPictureTests.Pixels(page));
    }

    [Fact]
    public void Read_severalPages_givesAllInTheirOrder()
    {
        var pages = Read(Tiff((Compression.CCITTFAX4, 1, 5), (Compression.LZW, 8, 5), (Compression.CCITTFAX4, 1, 100)));

        Assert.Equal([Expected(1), Expected(8), Expected(1)], pages.Select(PngPictureTests.Pixels));
    }

    [Theory]
    [InlineData(Compression.NONE, 8)]
    [InlineData(Compression.CCITTFAX4, 1)]
    [InlineData(Compression.LZW, 8)]
    public void Read_cutShort_isNoPicture(Compression packing, int bits)
    {
        var whole = Tiff((packing, bits, 5));

        for (var length = 8; length < whole.Length - 8; length += 13)
        {
            Assert.Empty(Read(whole[..length]));
        }
    }

    [Fact]
    public void Read_damagedFax_isNoPictureThatIsWhiteBelow()
    {
        var file = Tiff((Compression.CCITTFAX4, 1, 100));
        file.AsSpan(40, 20).Clear();

        Assert.Empty(Read(file));
    }

    [Fact]
    public void Reader_severalPages_areReadAsOneDocument()
    {
        Assert.SkipWhen(ScanPrograms.Installed(out var missing) is null, missing?.En ?? "");
        var content = Read(Path.Combine(AppContext.BaseDirectory, "Documents", "pdf", "scan-200dpi.pdf"));

        Assert.Equal("picture", content.Format);
        Assert.Contains(content.Notes, static note => note.Code == "pages-recognised" && note.Text.En.StartsWith("Pages 1, 2 ", StringComparison.Ordinal));
        Assert.Superset(
            new HashSet<string> { "1145.60", "950.64", "194.96", "818.19", "132.45" },
            content.Blocks.OfType<TableBlock>().SelectMany(static table => table.Grid.Cells).Select(static cell => cell.Text).ToHashSet());
    }

    [Fact]
    public void Reader_morePagesThanTheLimit_saysSo()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => new PictureReader().Read(
            new FetchedDocument("x.tif", Tiff((Compression.LZW, 8, 5), (Compression.LZW, 8, 5), (Compression.LZW, 8, 5)), ""),
            new ReadingLimits { PicturePages = 1 },
            TestContext.Current.CancellationToken));

        Assert.Contains("more than the limit of 1", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Reads the pages of a scan as poppler draws them into a TIFF file of several pages.</summary>
    private static DocumentContent Read(string pdf)
    {
        var folder = Directory.CreateTempSubdirectory("gouji-tiff-");
        try
        {
            using (var drawing = System.Diagnostics.Process.Start("pdftoppm", ["-r", "200", "-gray", "-tiff", "-tiffcompression", "lzw", pdf, Path.Combine(folder.FullName, "page")]))
            {
                drawing.WaitForExit();
            }

            using var file = new MemoryStream();
            using (var joined = global::BitMiracle.LibTiff.Classic.Tiff.ClientOpen("joined", "w", file, new KeepingStream()))
            {
                foreach (var path in folder.GetFiles("*.tif").Select(static one => one.FullName).Order(StringComparer.Ordinal))
                {
                    var page = TiffPicture.Read(File.ReadAllBytes(path), 1, TestContext.Current.CancellationToken).Single();
                    Write(joined, Compression.LZW, 8, 64, page.Width, page.Height, PngPictureTests.Pixels(page));
                }
            }

            return new PictureReader().Read(new FetchedDocument("scan.tif", file.ToArray(), new string('0', 64)), new ReadingLimits(), TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<PictureData> Read(byte[] file) => TiffPicture.Read(file, 200, TestContext.Current.CancellationToken);

    private static byte[] Expected(int bits) => [.. Enumerable.Range(0, Width * Height).Select(index => Shade(index, bits))];

    private static byte Shade(int index, int bits) => (byte)(bits == 1 ? (index % Width / 7 % 2 == index / Width / 5 % 2 ? 255 : 0) : index * 7 % 256);

    private static byte[] Tiff(params (Compression Packing, int Bits, int RowsOfStrip)[] pages)
    {
        using var file = new MemoryStream();
        using (var tiff = global::BitMiracle.LibTiff.Classic.Tiff.ClientOpen("made", "w", file, new KeepingStream()))
        {
            foreach (var (packing, bits, rows) in pages)
            {
                Write(tiff, packing, bits, rows, Width, Height, Expected(bits));
            }
        }

        return file.ToArray();
    }

    private static void Write(Tiff tiff, Compression packing, int bits, int rowsOfStrip, int width, int height, byte[] grey)
    {
        tiff.SetField(TiffTag.IMAGEWIDTH, width);
        tiff.SetField(TiffTag.IMAGELENGTH, height);
        tiff.SetField(TiffTag.BITSPERSAMPLE, bits);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
        tiff.SetField(TiffTag.ROWSPERSTRIP, rowsOfStrip);
        tiff.SetField(TiffTag.COMPRESSION, packing);
        tiff.SetField(TiffTag.PHOTOMETRIC, bits == 1 ? Photometric.MINISWHITE : Photometric.MINISBLACK);
        for (var y = 0; y < height; y++)
        {
            var row = new byte[((width * bits) + 7) / 8];
            for (var x = 0; x < width; x++)
            {
                var shade = grey[(y * width) + x];
                if (bits == 8)
                {
                    row[x] = shade;
                }
                else if (shade < 128)
                {
                    row[x / 8] |= (byte)(0x80 >> (x % 8));
                }
            }

            Assert.True(tiff.WriteScanline(row, y));
        }

        Assert.True(tiff.WriteDirectory());
    }

    /// <summary>Leaves the bytes open when the file is closed.</summary>
    private sealed class KeepingStream : TiffStream
    {
        public override void Close(object clientData)
        {
        }
    }
}
