using Gouji.Extract.Pdf;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Tests.Pdf;

public sealed class StatedWidthsTests
{
    private const int SpaceInGb = 0x20;

    [Theory]
    [InlineData("<</W [1 [250 333]]>>", SpaceInGb, 0.25)]
    [InlineData("<</W [1 [250 333]]>>", SpaceInGb + 1, 0.333)]
    [InlineData("<</W [1 [250 333]]>>", SpaceInGb + 2, 1.0)]
    [InlineData("<</DW 900 /W [1 95 500]>>", 0x7E, 0.5)]
    [InlineData("<</DW 900 /W [1 95 500]>>", 0x4E00, 0.9)]
    [InlineData("<</DW 900>>", SpaceInGb, 0.9)]
    [InlineData("<</W [1 95 500 3 [250]]>>", SpaceInGb + 2, 0.25)]
    [InlineData("<</W [1 [250]]>>", 0x10000, null)]
    public void OfComposite_codeOfAMap_hasTheWidthOfItsGlyph(string descendant, int code, double? width) =>
        Assert.Equal(width, StatedWidths.OfComposite(Dictionary(descendant), PredefinedCMap.Named("UniGB-UCS2-H")!, null!)![code]);

    [Theory]
    [InlineData("<</W [1 95]>>")]
    [InlineData("<</W [/A [1]]>>")]
    [InlineData("<</W [1 [/A]]>>")]
    public void OfComposite_widthsThatAreNoNumbers_areNotTaken(string descendant) =>
        Assert.Null(StatedWidths.OfComposite(Dictionary(descendant), PredefinedCMap.Named("UniGB-UCS2-H")!, null!));

    [Theory]
    [InlineData(33, 0.001 * 611)]
    [InlineData(34, 0.001 * 722.5)]
    [InlineData(32, null)]
    [InlineData(35, null)]
    public void OfTrueType_code_hasItsWidth(int code, double? width) =>
        Assert.Equal(width, StatedWidths.OfTrueType(Dictionary("<</FirstChar 33 /Widths [611 722.5] /FontDescriptor <</Flags 4>>>>"), null!)![code]);

    [Theory]
    [InlineData("<</Widths [611] /FontDescriptor <</Flags 4>>>>")]
    [InlineData("<</FirstChar 33 /FontDescriptor <</Flags 4>>>>")]
    [InlineData("<</FirstChar 33 /Widths [611]>>")]
    [InlineData("<</FirstChar 33 /Widths [611] /FontDescriptor <</FontFile3 /Other>>>>")]
    [InlineData("<</FirstChar 33 /Widths [/A] /FontDescriptor <</Flags 4>>>>")]
    public void OfTrueType_fontThatIsNotStatedInFull_isLeftToTheLibrary(string font) => Assert.Null(StatedWidths.OfTrueType(Dictionary(font), null!));

    private static DictionaryToken Dictionary(string text)
    {
        var scanner = new CoreTokenScanner(new MemoryInputBytes(System.Text.Encoding.ASCII.GetBytes(text)), false, StackDepthGuard.Infinite);
        Assert.True(scanner.TryReadToken<DictionaryToken>(out var dictionary));
        return dictionary;
    }
}
