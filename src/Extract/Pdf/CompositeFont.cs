using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Pdf;

/// <summary>The dictionaries of a composite font (ISO 32000-1, 9.7).</summary>
internal static class CompositeFont
{
    /// <summary>The dictionary of its glyphs, of which there is exactly one.</summary>
    /// <returns>Null where it is not written as it should be.</returns>
    public static DictionaryToken? Descendant(DictionaryToken font, IPdfTokenScanner scanner) =>
        font.TryGet(NameToken.DescendantFonts, out var parts) && parts is ArrayToken { Data: [var part, ..] }
            && DirectObjectFinder.TryGet<DictionaryToken>(part, scanner, out var descendant) ? descendant : null;
}
