namespace Gouji.Ingest.Tests.Site;

/// <summary>What the model of a site answers to a request.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, Content-Type among them.</param>
/// <param name="Body">The bytes.</param>
internal sealed record SiteAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string ContentType => Headers["Content-Type"];
}
