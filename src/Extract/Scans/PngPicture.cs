using System.Buffers.Binary;
using System.Globalization;

namespace Gouji.Extract.Scans;

/// <summary>Reads PNG pictures (ISO/IEC 15948): their packed rows are what PDF calls FlateDecode with a PNG predictor.</summary>
internal static class PngPicture
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    /// <summary>The picture; null where it is cut short, interlaced or has transparency of its own.</summary>
    public static PictureData? Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        using var data = new MemoryStream();
        var palette = ReadOnlySpan<byte>.Empty;
        (int Width, int Height, int Bits, int Kind) head = default;
        for (var at = Signature.Length; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
            {
                return null;
            }

            var name = bytes.Slice(at + 4, 4);
            var body = bytes.Slice(at + 8, (int)length);
            if (name.SequenceEqual("IHDR"u8) && body.Length == 13)
            {
                head = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]), body[8], body[9]);
                if (head.Width <= 0 || head.Height <= 0 || body[12] != 0 || head.Kind is not (0 or 2 or 3))
                {
                    return null;
                }
            }
            else if (name.SequenceEqual("PLTE"u8))
            {
                palette = body;
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

        if (head.Width == 0 || data.Length == 0 || (head.Kind == 3 && (palette.Length is 0 or > 768 || palette.Length % 3 != 0)))
        {
            return null;
        }

        var colours = head.Kind switch
        {
            0 => "/DeviceGray",
            2 => "/DeviceRGB",
            _ => string.Create(CultureInfo.InvariantCulture, $"[/Indexed /DeviceRGB {(palette.Length / 3) - 1} <{Convert.ToHexString(palette)}>]"),
        };
        var entries = string.Create(
            CultureInfo.InvariantCulture,
            $"/BitsPerComponent {head.Bits} /ColorSpace {colours} /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {(head.Kind == 2 ? 3 : 1)} /BitsPerComponent {head.Bits} /Columns {head.Width} >>");
        return new PictureData(head.Width, head.Height, entries, data.ToArray());
    }
}
