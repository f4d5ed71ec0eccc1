using System.Globalization;
using System.Text;

namespace Gouji.Extract.Scans;

/// <summary>Wraps pictures into a PDF of a page each (ISO 32000-1, 8.9), so that they are drawn like any page.</summary>
internal static class PictureWrapper
{
    /// <summary>The long side of the page in points, that of A4: what a picture says of its own resolution is mostly wrong.</summary>
    private const double LongSide = 842;

    /// <summary>The page for a picture of that shape, in points.</summary>
    public static (double Width, double Height) PageOf(PictureData picture)
    {
        var scale = LongSide / Math.Max(picture.Width, picture.Height);
        return (Math.Round(picture.Width * scale, 2), Math.Round(picture.Height * scale, 2));
    }

    /// <summary>A PDF with a page for each picture, in their order.</summary>
    public static byte[] Wrap(IReadOnlyList<PictureData> pictures)
    {
        var file = new MemoryStream();
        var offsets = new List<long>();
        Write("%PDF-1.7\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object(Format($"<< /Type /Pages /Count {pictures.Count} /Kids [{string.Join(' ', pictures.Select(static (_, index) => Format($"{3 + (index * 3)} 0 R")))}] >>"));
        foreach (var picture in pictures)
        {
            var (width, height) = PageOf(picture);
            var content = Format($"q {width} 0 0 {height} 0 0 cm /I Do Q");
            var first = offsets.Count + 1;
            Object(Format($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Resources << /XObject << /I {first + 2} 0 R >> >> /Contents {first + 1} 0 R >>"));
            Object(Format($"<< /Length {content.Length} >>\nstream\n{content}\nendstream"));
            Begin();
            Write(Format($"<< /Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /Length {picture.Data.Length} {picture.Entries} >>\nstream\n"));
            file.Write(picture.Data.Span);
            Write("\nendstream\nendobj\n");
        }

        var xref = file.Length;
        Write(Format($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        offsets.ForEach(offset => Write(Format($"{offset:D10} 00000 n \n")));
        Write(Format($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{xref}\n%%EOF\n"));
        return file.ToArray();

        void Object(string body)
        {
            Begin();
            Write(body + "\nendobj\n");
        }

        void Begin()
        {
            offsets.Add(file.Length);
            Write(Format($"{offsets.Count} 0 obj\n"));
        }

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
