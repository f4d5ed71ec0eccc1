using System.Globalization;
using System.Text;

namespace Gouji.Extract.Tests.Pdf;

/// <summary>
/// Writes small PDF files by hand: pages of 595 × 842 points, Chinese in a font that is not embedded, with the character codes of the
/// encoding that is asked for.
/// </summary>
internal sealed class PdfBuilder
{
    private readonly List<(string Content, string Extra)> _pages = [];
    private string _encoding = "UniGB-UCS2-H";
    private string _trailer = "";
    private string _outlines = "";
    private string _widths = "1 95 500 814 939 500";
    private bool _toUnicode;

    /// <summary>Adds a page of operators.</summary>
    public PdfBuilder Page(string content, string extra = "")
    {
        _pages.Add((content, extra));
        return this;
    }

    /// <summary>Names the predefined encoding of the font.</summary>
    public PdfBuilder Encoding(string name, bool toUnicode = false)
    {
        (_encoding, _toUnicode) = (name, toUnicode);
        return this;
    }

    /// <summary>Gives the glyphs of the font widths, each other glyph 1000.</summary>
    public PdfBuilder Widths(string widths)
    {
        _widths = widths;
        return this;
    }

    /// <summary>Gives the font outlines that no program can parse.</summary>
    public PdfBuilder DamagedOutlines()
    {
        _outlines = "/FontFile2 6 0 R";
        return this;
    }

    /// <summary>Adds entries to the trailer.</summary>
    public PdfBuilder Trailer(string entries)
    {
        _trailer = entries;
        return this;
    }

    /// <summary>Shows text at a place, each character one size wide, Latin half of it.</summary>
    public static string Show(double x, double y, string text, double size = 10) =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{Hex(text)}> Tj ET\n");

    /// <summary>Shows text that runs along the matrix a b c d.</summary>
    public static string Turned(string matrix, double x, double y, string text, double size = 10) =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {matrix} {x} {y} Tm <{Hex(text)}> Tj ET\n");

    /// <summary>Strokes a line.</summary>
    public static string Line(double x1, double y1, double x2, double y2) =>
        string.Create(CultureInfo.InvariantCulture, $"{x1} {y1} m {x2} {y2} l S\n");

    /// <summary>A table of stroked rules with a text a cell, the first row on top.</summary>
    public static string Table(double[] xs, double top, double height, params string[] rows)
    {
        var content = new StringBuilder();
        var bottom = top - (height * rows.Length);
        foreach (var x in xs)
        {
            content.Append(Line(x, bottom, x, top));
        }

        for (var row = 0; row <= rows.Length; row++)
        {
            content.Append(Line(xs[0], top - (height * row), xs[^1], top - (height * row)));
        }

        for (var row = 0; row < rows.Length; row++)
        {
            var texts = rows[row].Split('|');
            for (var column = 0; column < texts.Length; column++)
            {
                content.Append(texts[column].Length == 0 ? "" : Show(xs[column] + 3, top - (height * row) - (height * 0.7), texts[column]));
            }
        }

        return content.ToString();
    }

    /// <summary>The file.</summary>
    public byte[] Build()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, i) => $"{7 + (i * 2)} 0 R"))}] >>",
            $"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{_encoding} /DescendantFonts [4 0 R]{(_toUnicode ? " /ToUnicode 6 0 R" : "")} >>",
            $"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [{_widths}] /FontDescriptor 5 0 R >>",
            $"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 {_outlines} >>",
            Stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"),
        };
        foreach (var (content, extra) in _pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R {extra} >>");
            objects.Add(Stream(content));
        }

        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var xref = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {_trailer} >>\nstartxref\n{xref}\n%%EOF\n");
        return System.Text.Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static string Hex(string text) => Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes(text));
}
