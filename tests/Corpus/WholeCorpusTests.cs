namespace Gouji.Corpus.Tests;

/// <summary>The command of the README over all cases at once.</summary>
public sealed class WholeCorpusTests
{
    [Fact]
    public void Check_corpus_readsEverySourceAndGivesTheSameBytesWhateverTheJobs()
    {
        using var one = GoujiProgram.Check(Repository.Root, "corpus", "--jobs", "1");
        using var four = GoujiProgram.Check(Repository.Root, "corpus", "--jobs", "4");
        foreach (var name in new[] { "records.csv", "records.jsonl", "checks.csv", "findings.csv", "findings.jsonl" })
        {
            Assert.True(File.ReadAllBytes(one[name]).AsSpan().SequenceEqual(File.ReadAllBytes(four[name])), name + " differs");
        }

        var documents = CsvRows.Read(one["documents.csv"]);
        Assert.Equal(Sources().Select(static source => "corpus/" + source), documents.Select(static row => row["document"]));
        Assert.All(documents, static row => Assert.Equal("checked", row["outcome"]));
        Assert.Equal(Documents(one), Documents(four));
    }

    /// <summary>The sources of the cases and the documents of the chains, folder by folder.</summary>
    private static IEnumerable<string> Sources() => Corpus.Cases.Append(CorpusGenerator.Chains.Chains.Folder).Order(StringComparer.Ordinal).SelectMany(static folder =>
        folder == CorpusGenerator.Chains.Chains.Folder
            ? CorpusGenerator.Chains.Chains.All.OrderBy(static chain => chain.Id, StringComparer.Ordinal)
                .SelectMany(chain => chain.Documents.Select(document => $"{folder}/{chain.Id}/{document.Name}").Order(StringComparer.Ordinal))
            : Corpus.SourcesOf(folder));

    private static IEnumerable<string> Documents(ScratchFolder results) =>
        CsvRows.Read(results["documents.csv"]).Select(static row => string.Join('|', row.Where(static column => column.Key != "elapsed_ms").Select(static column => column.Value)));
}
