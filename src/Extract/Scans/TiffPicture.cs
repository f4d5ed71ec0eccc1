using System.Buffers.Binary;
using System.Globalization;

namespace Gouji.Extract.Scans;

/// <summary>
/// Reads TIFF pictures (TIFF 6.0) of one page in one strip, black and white or grey, plain or packed as a fax (CCITT group 4): the
/// kinds that scanners write and PDF holds as they are.
/// </summary>
internal static class TiffPicture
{
    private const int MostEntries = 200;

    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8);

    /// <summary>The picture; null where it is of another kind.</summary>
    public static PictureData? Read(ReadOnlyMemory<byte> file)
    {
        var isLittle = file.Span[0] == 'I';
        if (Tags(file.Span, isLittle) is not { } tags)
        {
            return null;
        }

        var (width, height, bits, packing, meaning) = (Tag(256, 0), Tag(257, 0), Tag(258, 1), Tag(259, 1), Tag(262, 0));
        var (offset, length) = (Tag(273, 0), Tag(279, 0));
        if (width is 0 or > 100_000 || height is 0 or > 100_000 || bits is not (1 or 8) || Tag(277, 1) != 1 || meaning > 1 || Tag(266, 1) != 1
            || offset == 0 || offset + length > file.Length)
        {
            return null;
        }

        // 0 stands for white where the meaning is 0, which is what a fax packs; PDF takes 0 for black unless told.
        string? filter = packing switch
        {
            1 when length >= (((width * bits) + 7) / 8) * height => meaning == 0 ? "/Decode [1 0]" : "",
            4 when bits == 1 => string.Create(CultureInfo.InvariantCulture, $"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {width} /Rows {height} /BlackIs1 {(meaning == 0 ? "false" : "true")} >>"),
            _ => null,
        };
        return filter is null ? null : new PictureData(
            (int)width,
            (int)height,
            string.Create(CultureInfo.InvariantCulture, $"/BitsPerComponent {bits} /ColorSpace /DeviceGray {filter}"),
            file.Slice((int)offset, (int)length));

        long Tag(int number, long unless) => tags.GetValueOrDefault(number, unless);
    }

    /// <summary>The numbers of the first page; null where it holds several strips, there is a second page, or the file is cut short.</summary>
    private static Dictionary<int, long>? Tags(ReadOnlySpan<byte> bytes, bool isLittle)
    {
        var tags = new Dictionary<int, long>();
        if (bytes.Length < 8 || Long(bytes, 4, isLittle) is var at && at + 2 > bytes.Length)
        {
            return null;
        }

        var count = Short(bytes, at, isLittle);
        if (count > MostEntries || at + 6 + (count * 12L) > bytes.Length || Long(bytes, at + 2 + (count * 12L), isLittle) != 0)
        {
            return null;
        }

        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + (i * 12L);
            var (number, type, values) = (Short(bytes, entry, isLittle), Short(bytes, entry + 2, isLittle), Long(bytes, entry + 4, isLittle));
            if (values == 1)
            {
                tags[number] = type == 3 ? Short(bytes, entry + 8, isLittle) : Long(bytes, entry + 8, isLittle);
            }
            else if (number is 258 or 273)
            {
                return null;
            }
        }

        return tags;
    }

    private static int Short(ReadOnlySpan<byte> bytes, long at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[(int)at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[(int)at..]);

    private static long Long(ReadOnlySpan<byte> bytes, long at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[(int)at..]);
}
