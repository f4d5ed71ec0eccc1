using System.Globalization;
using System.Text;
using Gouji.CorpusGenerator.Disclosure;

namespace Gouji.CorpusGenerator.Writers;

/// <summary>
/// PDF 1.4 (ISO 32000-1): characters at their places and the frames of cells, in the Chinese font that every viewer has under another
/// name (9.7.5.2), so that no font is embedded.
/// </summary>
internal static class PdfWriter
{
    /// <summary>Points in a millimetre.</summary>
    private const double Point = 72 / 25.4;

    private const int FirstPage = 6;

    public static byte[] Write(Document document) => Write(Typesetter.Set(document));

    /// <param name="pages">The pages.</param>
    /// <param name="encoding">How codes become characters; with <c>Identity-H</c> nothing in the file tells it.</param>
    /// <param name="trailer">Further entries of the trailer.</param>
    public static byte[] Write(IReadOnlyList<PrintedPage> pages, string encoding = "UniGB-UCS2-H", string trailer = "")
    {
        List<string> objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages.Select((_, index) => $"{FirstPage + (2 * index)} 0 R"))}]>>",
            $"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{encoding}/DescendantFonts[4 0 R]>>",
            $"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering({(encoding == "Identity-H" ? "Identity" : "GB1")})/Supplement 2>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500]>>",
            "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
        ];
        foreach (var page in pages)
        {
            var content = Content(page);
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {(page.IsTurned ? $"{Pt(PrintedPage.Height)} {Pt(PrintedPage.Width)}]/Rotate 90" : $"{Pt(PrintedPage.Width)} {Pt(PrintedPage.Height)}]")}/Resources<</Font<</F 3 0 R>>>>/Contents {objects.Count + 2} 0 R>>");
            objects.Add($"<</Length {content.Length}>>stream\n{content}\nendstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (index, content) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Content(PrintedPage page)
    {
        var content = new StringBuilder(page.IsTurned ? $"0 1 -1 0 {Pt(PrintedPage.Height)} 0 cm " : "").Append("0.5 w\n");
        foreach (var rule in page.Marks.OfType<PrintedRule>())
        {
            content.Append(rule.IsDashed ? "[2 1] 0 d " : "[] 0 d ");
            content.Append(CultureInfo.InvariantCulture, $"{Pt(rule.X)} {Pt(PrintedPage.Height - rule.Y)} m {Pt(rule.ToX)} {Pt(PrintedPage.Height - rule.ToY)} l S\n");
        }

        foreach (var frame in page.Marks.OfType<PrintedFrame>())
        {
            content.Append(CultureInfo.InvariantCulture, $"{Pt(frame.X)} {Pt(PrintedPage.Height - frame.Y - frame.Height)} {Pt(frame.Width)} {Pt(frame.Height)} re\n");
        }

        content.Append("S\nBT\n");
        foreach (var line in page.Marks.OfType<PrintedLine>())
        {
            content.Append(CultureInfo.InvariantCulture, $"/F {Pt(line.Size)} Tf 1 0 0 1 {Pt(line.X)} {Pt(PrintedPage.Height - line.Baseline)} Tm ");
            content.Append('<').Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line.Text))).Append(">Tj\n");
        }

        return content.Append("ET").ToString();
    }

    private static string Pt(double millimetres) => Math.Round(millimetres * Point, 2).ToString(CultureInfo.InvariantCulture);
}
