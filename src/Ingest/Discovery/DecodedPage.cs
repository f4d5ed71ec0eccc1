using System.Text;

namespace Gouji.Ingest.Discovery;

/// <summary>The text of a page and how it was decoded.</summary>
/// <param name="Text">The text.</param>
/// <param name="Encoding">The encoding that its bytes are in.</param>
/// <param name="Declared">The label that the headers or the page name; null where they name none.</param>
internal sealed record DecodedPage(string Text, Encoding Encoding, string? Declared);
