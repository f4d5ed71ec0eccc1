using System.Buffers.Binary;
using System.IO.Compression;
using CsCheck;
using Gouji.Extract.Scans;

namespace Gouji.Extract.Tests.Scans;

/// <summary>PNG pictures of every kind, packed by an encoder of its own.</summary>
public sealed class PngPictureTests
{
    private static readonly (int Kind, int Bits)[] Kinds =
        [(0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16), (6, 8), (6, 16)];

    private static readonly (int Left, int Top, int Across, int Down)[] Interlaced =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private static readonly Gen<(int Width, int Height, int Kind, bool IsInterlaced, int Seed)> Pictures =
        Gen.Select(Gen.Int[1, 19], Gen.Int[1, 19], Gen.Int[0, Kinds.Length - 1], Gen.Bool, Gen.Int);

    [Fact]
    public void Read_anyKind_givesEachPixel() => Pictures.Sample(static picture =>
    {
        var (kind, bits) = Kinds[picture.Kind];
        var random = new Random(picture.Seed);
        var samples = new int[picture.Height, picture.Width, Samples(kind)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i / samples.GetLength(2) / picture.Width, i / samples.GetLength(2) % picture.Width, i % samples.GetLength(2)] = random.Next(1 << bits);
        }

        var palette = new byte[(1 << Math.Min(bits, 8)) * 3];
        random.NextBytes(palette);
        byte[] file = Encode(samples, kind, bits, picture.IsInterlaced, kind == 3 ? palette : [], [], random);
        var most = (1 << bits) - 1;

        var read = PngPicture.Read(file)!;

        Assert.Equal((picture.Width, picture.Height), (read.Width, read.Height));
        var pixels = Pixels(read);
        for (var i = 0; i < pixels.Length; i++)
        {
            var (y, x) = (i / picture.Width, i % picture.Width);
            int Level(int number) => samples[y, x, number] * 255 / most;
            var (grey, cover) = kind switch
            {
                0 => (Level(0), 255),
                2 => (Luma(Level(0), Level(1), Level(2)), 255),
                3 => (Luma(palette[samples[y, x, 0] * 3], palette[(samples[y, x, 0] * 3) + 1], palette[(samples[y, x, 0] * 3) + 2]), 255),
                4 => (Level(0), Level(1)),
                _ => (Luma(Level(0), Level(1), Level(2)), Level(3)),
            };
            Assert.Equal(((grey * cover) + (255 * (255 - cover))) / 255, pixels[i]);
        }
    }, iter: 400);

    [Theory]
    [InlineData(0, new byte[] { 0, 7 }, new byte[] { 6, 255, 8 })]
    [InlineData(3, new byte[] { 255, 255, 255, 255, 255, 255, 255, 0 }, new byte[] { 60, 255, 80 })]
    public void Read_transparentColour_isThePaper(int kind, byte[] transparency, byte[] expected)
    {
        var palette = Enumerable.Range(0, 9).SelectMany(static index => Enumerable.Repeat((byte)(index * 10), 3)).ToArray();

        var read = PngPicture.Read(Encode(new[,,] { { { 6 }, { 7 }, { 8 } } }, kind, 8, false, kind == 3 ? palette : [], transparency, new Random(1)))!;

        Assert.Equal(expected, Pixels(read));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_rowsThatEndEarly_isNoPicture(bool isInterlaced)
    {
        var whole = new int[9, 5, 1];
        var file = Encode(whole, 0, 8, isInterlaced, [], [], new Random(1));
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), 10);

        Assert.Null(PngPicture.Read(file));
    }

    [Fact]
    public void Read_changedPixels_isNoPicture()
    {
        var file = Encode(new int[1, 400, 1], 0, 8, false, [], [], new Random(1), CompressionLevel.NoCompression);
        file[file.AsSpan().IndexOf("IDAT"u8) + 40] ^= 1;

        Assert.Null(PngPicture.Read(file));
    }

    [Fact]
    public void Read_largerThanIsUnpacked_isNoPicture()
    {
        var file = Encode(new int[1, 1, 1], 0, 8, false, [], [], new Random(1));
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), 1_000_000);
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), 1_000_000);

        Assert.Null(PngPicture.Read(file));
    }

    internal static byte[] Pixels(PictureData picture)
    {
        using var packed = new ZLibStream(new MemoryStream(picture.Data.ToArray()), CompressionMode.Decompress);
        using var pixels = new MemoryStream();
        packed.CopyTo(pixels);
        return pixels.ToArray();
    }

    private static int Luma(int red, int green, int blue) => ((red * 299) + (green * 587) + (blue * 114)) / 1000;

    private static int Samples(int kind) => kind switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    private static byte[] Encode(int[,,] samples, int kind, int bits, bool isInterlaced, byte[] palette, byte[] transparency, Random random, CompressionLevel level = CompressionLevel.Fastest)
    {
        var (height, width) = (samples.GetLength(0), samples.GetLength(1));
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, level, leaveOpen: true))
        {
            foreach (var (left, top, across, down) in isInterlaced ? Interlaced : [(0, 0, 1, 1)])
            {
                byte[]? above = null;
                for (var y = top; y < height && left < width; y += down)
                {
                    var row = Row(samples, y, left, across, bits);
                    above ??= new byte[row.Length];
                    var filter = random.Next(5);
                    packer.WriteByte((byte)filter);
                    packer.Write(Filtered(filter, row, above, Math.Max(1, Samples(kind) * bits / 8)));
                    above = row;
                }
            }
        }

        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = ((byte)bits, (byte)kind, (byte)(isInterlaced ? 1 : 0));
        Chunk("IHDR", head);
        Chunk("PLTE", palette);
        Chunk("tRNS", transparency);
        Chunk("IDAT", packed.ToArray().AsSpan(0, (int)packed.Length / 2).ToArray());
        Chunk("IDAT", packed.ToArray().AsSpan((int)packed.Length / 2).ToArray());
        Chunk("IEND", null);
        return file.ToArray();

        // Nobody looks at the check sums of chunks.
        void Chunk(string name, byte[]? body)
        {
            if (body is not { Length: 0 })
            {
                Span<byte> length = stackalloc byte[4];
                BinaryPrimitives.WriteInt32BigEndian(length, body?.Length ?? 0);
                file.Write([.. length, .. System.Text.Encoding.ASCII.GetBytes(name), .. body ?? [], 0, 0, 0, 0]);
            }
        }
    }

    private static byte[] Row(int[,,] samples, int y, int left, int across, int bits)
    {
        var digits = new System.Text.StringBuilder();
        for (var x = left; x < samples.GetLength(1); x += across)
        {
            for (var i = 0; i < samples.GetLength(2); i++)
            {
                digits.Append(Convert.ToString(samples[y, x, i], 2).PadLeft(bits, '0'));
            }
        }

        var text = digits.ToString().PadRight((digits.Length + 7) / 8 * 8, '0');
        return [.. Enumerable.Range(0, text.Length / 8).Select(index => Convert.ToByte(text.Substring(index * 8, 8), 2))];
    }

    private static byte[] Filtered(int filter, byte[] row, byte[] above, int step) => [.. row.Select((value, index) =>
    {
        int before = index < step ? 0 : row[index - step], over = above[index], corner = index < step ? 0 : above[index - step];
        var guess = before + over - corner;
        var nearest = new[] { before, over, corner }.MinBy(one => Math.Abs(guess - one));
        return (byte)((value - (filter switch { 0 => 0, 1 => before, 2 => over, 3 => (before + over) / 2, _ => nearest })) & 0xFF);
    })];
}
