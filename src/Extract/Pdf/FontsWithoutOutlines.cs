using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Pdf;

/// <summary>
/// The resources of a page, but composite fonts come without the outlines of their glyphs. What characters the codes of such a font stand
/// for, and how wide they are, its dictionaries say (ISO 32000-1, 9.7.4.3 and 9.10.2); the outlines, often megabytes, would be unpacked and
/// parsed for nothing. Fonts that write downwards keep them: where their glyphs stand depends on them.
/// </summary>
internal sealed class FontsWithoutOutlines(IResourceStore resources, IPdfTokenScanner scanner) : IResourceStore
{
    private static readonly NameToken[] Outlines = [NameToken.FontFile, NameToken.FontFile2, NameToken.FontFile3];

    private readonly HashSet<IndirectReference> _seen = [];

    public void LoadResourceDictionary(DictionaryToken resourceDictionary)
    {
        if (resourceDictionary.TryGet<DictionaryToken>(NameToken.Font, scanner, out var fonts))
        {
            foreach (var font in fonts.Data.Values)
            {
                if (font is IndirectReferenceToken { Data: var reference } && _seen.Add(reference) && WithoutOutlines(font) is { } light)
                {
                    scanner.ReplaceToken(reference, light);
                }
            }
        }

        resources.LoadResourceDictionary(resourceDictionary);
    }

    public void UnloadResourceDictionary() => resources.UnloadResourceDictionary();

    public IFont? GetFont(NameToken name) => resources.GetFont(name);

    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken) => resources.GetFontDirectly(fontReferenceToken);

    public bool TryGetXObject(NameToken name, [NotNullWhen(true)] out StreamToken? stream) => resources.TryGetXObject(name, out stream);

    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) => resources.TryGetXObjectReference(name, out reference);

    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => resources.GetExtendedGraphicsStateDictionary(name);

    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) => resources.TryGetNamedColorSpace(name, out namedColorSpace);

    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) => resources.GetColorSpaceDetails(name, dictionary);

    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace colorSpace) => resources.GetDeviceColorSpaceDetails(colorSpace);

    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => resources.GetMarkedContentPropertiesDictionary(name);

    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => resources.GetPatterns();

    public Shading GetShading(NameToken name) => resources.GetShading(name);

    /// <summary>The dictionary of a font without what it would be drawn with; null where it stays as it is.</summary>
    private DictionaryToken? WithoutOutlines(IToken reference)
    {
        if (!DirectObjectFinder.TryGet<DictionaryToken>(reference, scanner, out var font)
            || !font.TryGet<NameToken>(NameToken.Subtype, scanner, out var kind) || !kind.Equals(NameToken.Type0)
            || !font.TryGet<NameToken>(NameToken.Encoding, scanner, out var encoding) || !encoding.Data.EndsWith('H')
            || CompositeFont.Descendant(font, scanner) is not { } descendant
            || !descendant.TryGet<DictionaryToken>(NameToken.FontDescriptor, scanner, out var descriptor)
            || !Array.Exists(Outlines, descriptor.ContainsKey))
        {
            return null;
        }

        foreach (var outline in Outlines)
        {
            descriptor = descriptor.Without(outline);
        }

        return font.With(NameToken.DescendantFonts, new ArrayToken([descendant.With(NameToken.FontDescriptor, descriptor)]));
    }
}
