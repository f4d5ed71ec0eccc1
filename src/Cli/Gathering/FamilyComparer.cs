using Gouji.Cli.Output;
using Gouji.Ingest.Store;
using Gouji.Normalize.Linking;
using Gouji.Normalize.Rules;

namespace Gouji.Cli.Gathering;

/// <summary>
/// Compares the documents of a workspace with each other, as far as a run touched them: family by family, of which one alone is in memory
/// at a time. What was kept when each document was read is enough; none is read again.
/// </summary>
internal sealed class FamilyComparer(Workspace workspace, IReadOnlyList<Rule> rules, string extractor, string rulebook)
{
    /// <summary>What the keys of these findings begin with, so that they are never taken for those of a document by itself.</summary>
    private const string Across = "*";

    private readonly Linker _linker = new(rules);

    /// <summary>The families of an original, as an address gives it.</summary>
    public IReadOnlyCollection<string> FamiliesOf(Uri address, string sha256) =>
        [.. LinksOf(address, sha256).Select(static link => link.Record.Family).Distinct(StringComparer.Ordinal)];

    /// <summary>Compares each family that a document joined, left or changed in.</summary>
    public void Compare(CatalogRun run, CancellationToken cancellationToken)
    {
        foreach (var family in workspace.Catalog.FamiliesToCompare())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var links = workspace.Catalog.DocumentsOf(family)
                .SelectMany(document => LinksOf(document.Address, document.Version.Sha256).Where(link => link.Record.Family == family).Select(link => (document.Version.Number, link.Member, link.Record)))
                .ToList();
            var result = _linker.Link([.. links.Select(static link => link.Record)], cancellationToken);
            var findings = result.Documents
                .SelectMany(document => document.Findings.Select(finding => (links[document.Index].Number, Finding: StoredFindings.Of(finding, Across + links[document.Index].Member))))
                .GroupBy(static found => found.Number, static found => found.Finding)
                .ToDictionary(static version => version.Key, static version => StoredFindings.Numbered(version));
            var gaps = result.Gaps.Select(static gap => new StoredGap(gap.Body, gap.FiscalYear, Words.Of(gap.Kind), gap.Why.Zh, gap.Why.En)).ToList();
            workspace.Catalog.SaveComparisonAsync(run, family, findings, gaps).GetAwaiter().GetResult();
        }
    }

    private IEnumerable<(string Member, LinkRecord Record)> LinksOf(Uri address, string sha256) =>
        from member in workspace.Results.Read(new ExtractionKey(sha256, extractor, rulebook), ResultKeeper.Link)
        where member.Payloads.ContainsKey(ResultKeeper.Link)
        select (member.Member, LinkJson.Read(member.Payloads[ResultKeeper.Link]) with
        {
            Document = member.Member.Length > 0 ? $"{address.AbsoluteUri}!/{member.Member}" : address.AbsoluteUri,
        });
}
