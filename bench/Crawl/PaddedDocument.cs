using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gouji.Bench.Crawl;

/// <summary>A .docx of a given size of which there are as many as there are numbers, all of one content and no two of the same bytes.</summary>
internal sealed class PaddedDocument
{
    private const int NumberLength = 12;

    private readonly byte[] _bytes;

    /// <param name="original">The document; it is made larger by a part that nothing refers to.</param>
    /// <param name="size">Bytes of each; at least those of the original and some hundred more.</param>
    public PaddedDocument(byte[] original, int size)
    {
        var spare = size - NumberLength - Padded(original, []).Length;
        var padding = new byte[Math.Max(0, spare)];
        new Random(1).NextBytes(padding);
        var whole = Padded(original, padding);

        // The number is the comment of the archive, which is the last thing in it (APPNOTE 4.3.16).
        _bytes = [.. whole, .. new byte[NumberLength]];
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(whole.Length - sizeof(ushort)), NumberLength);
    }

    /// <summary>Bytes of each.</summary>
    public int Length => _bytes.Length;

    /// <summary>The document of a number.</summary>
    public byte[] Of(int number)
    {
        var bytes = (byte[])_bytes.Clone();
        Encoding.ASCII.GetBytes(number.ToString("D12", CultureInfo.InvariantCulture), bytes.AsSpan(bytes.Length - NumberLength));
        return bytes;
    }

    private static byte[] Padded(byte[] original, byte[] padding)
    {
        using var stream = new MemoryStream();
        stream.Write(original);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = archive.CreateEntry("padding.bin", CompressionLevel.NoCompression).Open();
            part.Write(padding);
        }

        return stream.ToArray();
    }
}
