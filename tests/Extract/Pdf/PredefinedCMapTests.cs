using System.Globalization;
using Gouji.Extract.Pdf;
using UglyToad.PdfPig;

namespace Gouji.Extract.Tests.Pdf;

public sealed class PredefinedCMapTests
{
    // Each glyph of the font is as wide as its number, so that the library tells which glyph it takes a code for.
    [Theory]
    [InlineData("UniGB-UCS2-H", 0x0021, 0x007E, 1)]
    [InlineData("UniGB-UCS2-H", 0x4E00, 0x9FA5, 61)]
    [InlineData("UniGB-UCS2-H", 0xE000, 0xFFFF, 37)]
    [InlineData("GBK-EUC-H", 0xB0A1, 0xB0FE, 1)]
    [InlineData("GBK-EUC-H", 0xD7A1, 0xD7FE, 1)]
    [InlineData("GBKp-EUC-H", 0x8180, 0x81FE, 1)]
    [InlineData("GB-EUC-H", 0xA1A1, 0xA1FE, 1)]
    [InlineData("GBpc-EUC-H", 0xF7A1, 0xF7FE, 1)]
    [InlineData("UniCNS-UCS2-H", 0x4E00, 0x9FFF, 97)]
    public void GlyphOf_codesOfAMap_areTheGlyphsOfTheLibrary(string name, int first, int last, int step)
    {
        var codes = Enumerable.Range(0, ((last - first) / step) + 1).Select(i => first + (i * step)).ToList();

        Assert.Equal(GlyphsOfTheLibrary(name, codes), codes.ConvertAll(code => PredefinedCMap.Named(name)!.GlyphOf(code)!.Value));
    }

    // Of maps with single codes the library keeps the last hundred. The same characters have the same glyphs in the map of the other encoding.
    [Fact]
    public void GlyphOf_mapOfUtf16_isThatOfTheSameCharacterInUcs2()
    {
        var codes = Enumerable.Range(0x4E00, 0x9FA6 - 0x4E00).ToList();
        var same = codes.Count(static code => PredefinedCMap.Named("UniGB-UTF16-H")!.GlyphOf(code) == PredefinedCMap.Named("UniGB-UCS2-H")!.GlyphOf(code));

        Assert.DoesNotContain(codes, static code => PredefinedCMap.Named("UniGB-UTF16-H")!.GlyphOf(code) == 0);
        Assert.True(same > codes.Count * 99 / 100, $"{same} of {codes.Count}");
    }

    // Codes of four bytes, another map as the base; and names that no map has.
    [Theory]
    [InlineData("GBK2K-H")]
    [InlineData("UniJIS-UCS2-HW-H")]
    [InlineData("unigb-ucs2-h")]
    [InlineData("")]
    public void Named_whatIsNoPlainTable_isLeftToTheLibrary(string name) => Assert.Null(PredefinedCMap.Named(name));

    [Fact]
    public void GlyphOf_codeOfMoreThanTwoBytes_isNotTold() => Assert.Null(PredefinedCMap.Named("UniGB-UCS2-H")!.GlyphOf(0x10000));

    private static List<int> GlyphsOfTheLibrary(string name, List<int> codes)
    {
        var text = string.Concat(codes.ConvertAll(static code => code.ToString("X4", CultureInfo.InvariantCulture)));
        var file = new PdfBuilder().Encoding(name).Widths($"0 [{string.Join(' ', Enumerable.Range(0, 31_000))}]").Page($"BT /F1 1 Tf <{text}> Tj ET").Build();
        using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true });
        return document.GetPage(1).Letters.Select(static letter => (int)Math.Round((letter.EndBaseLine.X - letter.StartBaseLine.X) * 1000)).ToList();
    }
}
