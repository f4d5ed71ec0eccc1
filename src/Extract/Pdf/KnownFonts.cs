using System.Diagnostics.CodeAnalysis;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokens;

namespace Gouji.Extract.Pdf;

/// <summary>The resources of a page, with each font of the document known once for all pages.</summary>
internal sealed class KnownFonts(IResourceStore resources, PdfReading reading) : IResourceStore
{
    public IFont? GetFont(NameToken name) => resources.GetFont(name) is { } font ? reading.Known(font) : null;

    public IFont GetFontDirectly(IndirectReferenceToken fontReferenceToken) => reading.Known(resources.GetFontDirectly(fontReferenceToken));

    public void LoadResourceDictionary(DictionaryToken resourceDictionary) => resources.LoadResourceDictionary(resourceDictionary);

    public void UnloadResourceDictionary() => resources.UnloadResourceDictionary();

    public bool TryGetXObject(NameToken name, [NotNullWhen(true)] out StreamToken? stream) => resources.TryGetXObject(name, out stream);

    public bool TryGetXObjectReference(NameToken name, out IndirectReference reference) => resources.TryGetXObjectReference(name, out reference);

    public DictionaryToken? GetExtendedGraphicsStateDictionary(NameToken name) => resources.GetExtendedGraphicsStateDictionary(name);

    public bool TryGetNamedColorSpace(NameToken name, out ResourceColorSpace namedColorSpace) => resources.TryGetNamedColorSpace(name, out namedColorSpace);

    public ColorSpaceDetails GetColorSpaceDetails(NameToken? name, DictionaryToken? dictionary) => resources.GetColorSpaceDetails(name, dictionary);

    public ColorSpaceDetails GetDeviceColorSpaceDetails(ColorSpace colorSpace) => resources.GetDeviceColorSpaceDetails(colorSpace);

    public DictionaryToken? GetMarkedContentPropertiesDictionary(NameToken name) => resources.GetMarkedContentPropertiesDictionary(name);

    public IReadOnlyDictionary<NameToken, PatternColor> GetPatterns() => resources.GetPatterns();

    public Shading GetShading(NameToken name) => resources.GetShading(name);
}
