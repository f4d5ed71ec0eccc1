using System.Security.Cryptography;
using Gouji.Extract;
using Gouji.Model;
using Gouji.Normalize;
using Gouji.Normalize.Rules;

namespace Gouji.Corpus.Tests;

/// <summary>A source of the corpus, gone through the stages as the program goes through them.</summary>
internal sealed record CheckedSource(string Name, byte[] Bytes, Disclosure Disclosure, Reconciliation Reconciliation)
{
    private static readonly DocumentExtractor Extractor = new();
    private static readonly DisclosureRecogniser Recogniser = new();
    private static readonly Reconciler Reconciler = new(Rulebook.BuiltIn);

    public DocumentContent Content => Disclosure.Content;

    /// <summary>The tables in reading order: a place with table 1 is in the first.</summary>
    public IReadOnlyList<TableBlock> Tables { get; } = [.. Disclosure.Content.Blocks.OfType<TableBlock>()];

    public static CheckedSource Of(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Corpus, name));
        var content = Extractor.Read(new FetchedDocument(name, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        var disclosure = Recogniser.Recognise(content);
        return new CheckedSource(name, bytes, disclosure, Reconciler.Check(disclosure));
    }

    /// <summary>The characters that a place leads to: of its cell, or of its paragraph.</summary>
    public string TextAt(Place place) => place.Table is { } table
        ? Cell(table, place).Text.Substring(place.Span.Start, place.Span.Length)
        : ((Paragraph)Content.Blocks[place.Block - 1]).Text.Substring(place.Span.Start, place.Span.Length);

    /// <summary>The cell of a place.</summary>
    public TableCell Cell(int table, Place place) => Tables[table - 1].Grid[place.Row!.Value - 1, place.Column!.Value - 1];
}
