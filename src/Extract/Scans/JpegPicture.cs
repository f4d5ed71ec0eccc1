using System.Buffers.Binary;
using System.Globalization;

namespace Gouji.Extract.Scans;

/// <summary>Reads the head of a JPEG picture (ITU-T T.81, annex B); PDF holds the file as it is.</summary>
internal static class JpegPicture
{
    private static ReadOnlySpan<byte> End => [0xFF, 0xD9];

    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes.Length > 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF;

    /// <summary>The picture; null where its frame is not found or of a kind that PDF does not hold, or its end is missing.</summary>
    public static PictureData? Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        for (var at = 2; at + 10 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // A frame: baseline, extended or progressive. Lossless and arithmetic ones are no DCTDecode.
            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                var (height, width, parts) = (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), bytes[at + 9]);
                var colours = parts switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", 4 => "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]", _ => null };
                // What is cut off would be drawn as an even grey, as though the page were empty there.
                var isWhole = bytes[at..].IndexOf(End) >= 0;
                return width == 0 || height == 0 || colours is null || !isWhole ? null
                    : new PictureData(width, height, string.Create(CultureInfo.InvariantCulture, $"/BitsPerComponent {bytes[at + 4]} /ColorSpace {colours} /Filter /DCTDecode"), file);
            }

            if (marker is >= 0xC3 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) or 0xDA)
            {
                return null;
            }

            at += marker is >= 0xD0 and <= 0xD8 or 0x01 ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
