using System.Buffers.Binary;

namespace Gouji.Extract.Scans;

/// <summary>Reads PNG pictures (ISO/IEC 15948).</summary>
internal static class PngPicture
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    /// <summary>The picture; null where it is cut short or damaged.</summary>
    public static PictureData? Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        using var data = new MemoryStream();
        byte[] palette = [], transparency = [];
        PngHead? found = null;
        for (var at = Signature.Length; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
            {
                return null;
            }

            var name = bytes.Slice(at + 4, 4);
            var body = bytes.Slice(at + 8, (int)length);
            if (name.SequenceEqual("IHDR"u8))
            {
                found = PngHead.Read(body);
            }
            else if (name.SequenceEqual("PLTE"u8))
            {
                palette = body.ToArray();
            }
            else if (name.SequenceEqual("tRNS"u8))
            {
                transparency = body.ToArray();
            }
            else if (name.SequenceEqual("IDAT"u8))
            {
                data.Write(body);
            }
            else if (name.SequenceEqual("IEND"u8))
            {
                break;
            }

            at += 12 + (int)length;
        }

        if (found is not { } head || data.Length == 0 || (head.Kind == 3 && (palette.Length is 0 or > 768 || palette.Length % 3 != 0)))
        {
            return null;
        }

        data.Position = 0;
        return new PngPixels(head, palette, transparency).Unpack(data) is { } grey ? PictureData.Grey(head.Width, head.Height, grey) : null;
    }
}
