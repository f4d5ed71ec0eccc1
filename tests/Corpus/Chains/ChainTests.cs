using Gouji.CorpusGenerator.Chains;
using Gouji.CorpusGenerator.Figures;

namespace Gouji.Corpus.Tests.Chains;

/// <summary>Disclosures of one body over several years, checked together as a folder.</summary>
public sealed class ChainTests
{
    private static readonly string[] Across = ["Y-LINK", "Y-BUDLINK", "X-UNITS", "Z-TWIN"];

    public static TheoryData<string> Ids => [.. CorpusGenerator.Chains.Chains.All.Select(static chain => chain.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Check_chain_findsWhatItSaysAndNothingElse(string id)
    {
        var chain = CorpusGenerator.Chains.Chains.All.Single(chain => chain.Id == id);
        using var results = GoujiProgram.Check(Path.Combine(Repository.Corpus, CorpusGenerator.Chains.Chains.Folder, id), ".");
        var findings = CsvRows.Read(results["findings.csv"]).Where(static row => row["severity"] != "notice").ToList();
        Assert.Equal(
            chain.Finding is { } expected ? [$"{expected.Rule} {expected.Severity} {expected.Name}"] : [],
            findings.Select(static row => $"{row["rule"]} {row["severity"]} {Path.GetFileName(row["document"])}"));

        var checks = CsvRows.Read(results["checks.csv"]).Where(static row => Across.Contains(row["rule"])).ToList();
        Assert.All(chain.Holds, wanted => Assert.True(checks.Count(row => row["rule"] == wanted.Key && row["verdict"] == "holds") >= wanted.Value, $"{wanted.Key} holds too seldom"));
        Assert.All(chain.Untold, rule => Assert.Contains(checks, row => row["rule"] == rule && row["verdict"] == "cannot_tell"));
        Assert.True(chain.Finding is not null || checks.TrueForAll(static row => row["verdict"] != "broken"));
    }

    [Fact]
    public void Documents_eachByItself_hasNoFault() =>
        Assert.Empty(CorpusGenerator.Chains.Chains.All.SelectMany(static chain => chain.Documents).SelectMany(static document => ConsistencyCheck.Broken(document.Document)));

    [Fact]
    public void Files_committed_areWhatTheGeneratorWrites() => Assert.All(
        CorpusGenerator.Chains.Chains.All.SelectMany(static chain => chain.Documents.Select(document => (Path: Path.Combine(Repository.Corpus, CorpusGenerator.Chains.Chains.Folder, chain.Id, document.Name), document.Document))),
        static file => Assert.Equal(CorpusGenerator.Chains.Chains.Bytes(file.Document), File.ReadAllBytes(file.Path)));
}
