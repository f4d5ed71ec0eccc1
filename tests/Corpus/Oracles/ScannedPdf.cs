using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gouji.Corpus.Tests.Oracles;

/// <summary>Makes of a PDF one whose pages are nothing but pictures, as a scanner does.</summary>
internal static class ScannedPdf
{
    /// <param name="pdf">The file to scan.</param>
    /// <param name="folder">For the pictures of the pages.</param>
    /// <param name="dotsPerInch">The resolution.</param>
    /// <param name="first">1-based first page.</param>
    /// <param name="last">Last page.</param>
    public static byte[] Of(string pdf, string folder, int dotsPerInch, int first, int last)
    {
        var prefix = Path.Combine(folder, "scan");
        Tool.Run(Tool.Find("pdftoppm"), "-gray", "-r", Text(dotsPerInch), "-f", Text(first), "-l", Text(last), pdf, prefix);
        var pages = Directory.GetFiles(folder, "scan-*.pgm").Order(StringComparer.Ordinal).ToList();
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.7\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>", []);
        Object($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(static (_, i) => $"{3 + (i * 3)} 0 R"))}] >>", []);
        foreach (var page in pages)
        {
            var (width, height, pixels) = Grey(File.ReadAllBytes(page));
            var (across, up) = (Text(width * 72.0 / dotsPerInch), Text(height * 72.0 / dotsPerInch));
            var number = offsets.Count + 1;
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {across} {up}] /Resources << /XObject << /I {number + 2} 0 R >> >> /Contents {number + 1} 0 R >>", []);
            Stream("", Encoding.ASCII.GetBytes($"q {across} 0 0 {up} 0 0 cm /I Do Q"));
            Stream($"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 4 /Filter /FlateDecode", Packed(width, height, pixels));
        }

        var xref = file.Length;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => Write(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")));
        Write($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n");
        return file.ToArray();

        void Stream(string entries, byte[] data) => Object($"<< {entries} /Length {data.Length} >>\nstream\n", data);

        void Object(string head, byte[] data)
        {
            offsets.Add(file.Length);
            Write($"{offsets.Count} 0 obj\n{head}");
            file.Write(data);
            Write((data.Length > 0 ? "\nendstream" : "") + "\nendobj\n");
        }

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
    }

    private static (int Width, int Height, byte[] Pixels) Grey(byte[] file)
    {
        // Three lines of head: P5, the size, 255.
        var lines = Encoding.Latin1.GetString(file, 0, 40).Split('\n');
        var size = lines[1].Split(' ');
        return (int.Parse(size[0], CultureInfo.InvariantCulture), int.Parse(size[1], CultureInfo.InvariantCulture), file[(lines[0].Length + lines[1].Length + lines[2].Length + 3)..]);
    }

    /// <summary>Sixteen greys, two pixels a byte.</summary>
    private static byte[] Packed(int width, int height, byte[] pixels)
    {
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.SmallestSize, true))
        {
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x += 2)
                {
                    var right = x + 1 < width ? pixels[(y * width) + x + 1] >> 4 : 15;
                    packer.WriteByte((byte)((pixels[(y * width) + x] & 0xF0) | right));
                }
            }
        }

        return packed.ToArray();
    }

    private static string Text(double number) => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture);
}
