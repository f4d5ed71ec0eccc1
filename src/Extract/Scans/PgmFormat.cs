using System.Globalization;
using System.Text;

namespace Gouji.Extract.Scans;

/// <summary>Reads and writes binary grey pictures (Netpbm PGM, magic number P5), the plainest that poppler writes and Tesseract reads.</summary>
internal static class PgmFormat
{
    /// <summary>The picture; null where the bytes are none, cut short, or larger than the limit.</summary>
    public static GrayImage? Read(ReadOnlySpan<byte> bytes, int mostPixels)
    {
        if (!bytes.StartsWith("P5"u8))
        {
            return null;
        }

        var at = 2;
        if (Number(bytes, ref at) is not { } width || Number(bytes, ref at) is not { } height || Number(bytes, ref at) is not { } most
            || width == 0 || height == 0 || most is 0 or > 255 || (long)width * height > mostPixels
            || at >= bytes.Length || !IsSpace(bytes[at]))
        {
            return null;
        }

        at++;
        var size = width * height;
        if (bytes.Length - at < size)
        {
            return null;
        }

        var pixels = bytes.Slice(at, size).ToArray();
        if (most < 255)
        {
            for (var i = 0; i < pixels.Length; i++)
            {
                pixels[i] = (byte)(Math.Min(pixels[i], most) * 255 / most);
            }
        }

        return new GrayImage(width, height, pixels);
    }

    public static byte[] Write(GrayImage image)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{image.Width} {image.Height}\n255\n"));
        return [.. head, .. image.Pixels];
    }

    /// <summary>The next number of the head, behind white space and comments; null where there is none.</summary>
    private static int? Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length && (IsSpace(bytes[at]) || bytes[at] == '#'))
        {
            if (bytes[at] == '#')
            {
                while (at < bytes.Length && bytes[at] != '\n')
                {
                    at++;
                }
            }
            else
            {
                at++;
            }
        }

        var (value, digits) = (0, 0);
        for (; at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9' && digits < 7; at++, digits++)
        {
            value = (value * 10) + (bytes[at] - '0');
        }

        return digits > 0 ? value : null;
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
}
