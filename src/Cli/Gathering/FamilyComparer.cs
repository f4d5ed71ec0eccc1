using Gouji.Cli.Output;
using Gouji.Ingest.Store;
using Gouji.Normalize.Linking;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Gathering;

/// <summary>
/// Compares the documents of a workspace with each other, as far as a run touched them: family by family, of which one alone is in memory
/// at a time, with the figures of the body under way. What was kept when each document was read is enough; none is read again.
/// </summary>
internal sealed class FamilyComparer(Workspace workspace, IReadOnlyList<Rule> rules, string extractor, string rulebook)
{
    /// <summary>What the keys of these findings begin with, so that they are never taken for those of a document by itself.</summary>
    private const string Across = "*";

    private readonly Linker _linker = new(rules);

    /// <summary>The families of an original, as an address gives it.</summary>
    /// <param name="address">The address.</param>
    /// <param name="sha256">The original.</param>
    /// <param name="members">What was read of it, with <see cref="ResultKeeper.Link"/>.</param>
    public IReadOnlyCollection<string> FamiliesOf(Uri address, string sha256, IReadOnlyList<ExtractedMember> members) =>
        [.. LinksOf(address, sha256, members).Select(static link => link.Record.Family).Distinct(StringComparer.Ordinal)];

    /// <summary>Compares each family that a document joined, left or changed in.</summary>
    public void Compare(CatalogRun run, CancellationToken cancellationToken)
    {
        foreach (var family in workspace.Catalog.FamiliesToCompare())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var links = Links(family).ToList();
            var found = new List<(long Version, int Index, StoredFinding Finding)>();
            var missing = _linker.Link([.. links.Select(static link => link.Record)], Found, cancellationToken);
            var findings = found.OrderBy(static one => one.Index).GroupBy(static one => one.Version, static one => one.Finding)
                .ToDictionary(static version => version.Key, static version => StoredFindings.Numbered(version));
            var gaps = missing.Select(static gap => new StoredGap(gap.Body, gap.FiscalYear, Words.Of(gap.Kind), gap.Why.Zh, gap.Why.En)).ToList();
            workspace.Catalog.SaveComparisonAsync(run, family, findings, gaps).GetAwaiter().GetResult();

            void Found(LinkedDocument document)
            {
                var (version, member, _) = links[document.Index];
                found.AddRange(document.Findings.Select(finding => (version, document.Index, StoredFindings.Of(finding, Across + member))));
            }
        }
    }

    /// <summary>The documents of a family: the version, the member of it, and what is kept of that.</summary>
    private IEnumerable<(long Version, string Member, LinkRecord Record)> Links(string family) =>
        from document in workspace.Catalog.DocumentsOf(family)
        let sha256 = document.Version.Sha256
        from link in LinksOf(document.Address, sha256, workspace.Results.Read(KeyOf(sha256), ResultKeeper.Link))
        where link.Record.Family == family
        select (document.Version.Number, link.Member, link.Record);

    private IEnumerable<(string Member, LinkRecord Record)> LinksOf(Uri address, string sha256, IReadOnlyList<ExtractedMember> members) =>
        from member in members.Index()
        where member.Item.Payloads.ContainsKey(ResultKeeper.Link)
        let name = member.Item.Member
        select (name, LinkJson.Read(member.Item.Payloads[ResultKeeper.Link], () => workspace.Results.ReadPayload(KeyOf(sha256), member.Index, ResultKeeper.Figures)) with
        {
            Document = name.Length > 0 ? $"{address.AbsoluteUri}!/{name}" : address.AbsoluteUri,
        });

    private ExtractionKey KeyOf(string sha256) => new(sha256, extractor, rulebook);
}
