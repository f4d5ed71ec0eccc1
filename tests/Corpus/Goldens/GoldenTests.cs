using System.Text;

namespace Gouji.Corpus.Tests.Goldens;

/// <summary>What the program says of the corpus is what a person has judged.</summary>
public sealed class GoldenTests
{
    /// <summary>The cases of which every record and the tally of checks is kept: the real one, and one without a fault.</summary>
    private static readonly string[] KeptWhole = ["kezhou-2020", "guizhou-2021"];

    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Check_source_givesTheFindingsJudged(string source)
    {
        var picture = FindingsPicture.Of(Corpus.Source(source));
        var name = Corpus.CaseOf(source);
        if (source.EndsWith(".txt", StringComparison.Ordinal) && !IsFirst(source))
        {
            // Compared without the columns, which plain text may count otherwise.
            var path = Golden.PathOf(name, "findings.txt");
            Assert.True(File.Exists(path), path + " is missing");
            Assert.Equal(FindingsPicture.WithoutColumns(File.ReadAllText(path, Encoding.UTF8)), FindingsPicture.WithoutColumns(picture));
            return;
        }

        Golden.Verify(name, "findings.txt", picture, write: IsFirst(source));
    }

    [Theory]
    [MemberData(nameof(Corpus.AllSources), MemberType = typeof(Corpus))]
    public void Recognise_source_givesTheTablesJudged(string source)
    {
        var name = Corpus.CaseOf(source);
        var picture = TablesPicture.Of(Corpus.Source(source), rows: Corpus.Case(name).Kind != "planted");
        Golden.Verify(name, "tables.txt", picture, write: IsFirst(source));
    }

    [Fact]
    public void Check_keptCases_giveTheRecordsJudged() => Assert.All(KeptWhole, static name =>
    {
        using var results = GoujiProgram.Check(Path.Combine(Repository.Corpus, name), Path.GetFileName(Corpus.FirstOf(name)));
        Golden.Verify(name, "records.csv", File.ReadAllText(results["records.csv"], Encoding.UTF8), write: true);
    });

    [Fact]
    public void Check_keptCases_evaluateTheRulesAsJudged() => Assert.All(KeptWhole, static name =>
        Golden.Verify(name, "checks.txt", ChecksPicture.Of(Corpus.Source(Corpus.FirstOf(name))), write: true));

    [Fact]
    public void Expected_folders_holdNothingThatNoTestLooksAt()
    {
        var looked = Corpus.Cases.SelectMany(static name => new[] { "findings.txt", "tables.txt" }.Concat(KeptWhole.Contains(name) ? ["records.csv", "checks.txt"] : []).Select(file => Golden.PathOf(name, file)));
        var found = Corpus.Cases.Select(static name => Path.Combine(Repository.Corpus, name, "expected")).Where(Directory.Exists).SelectMany(Directory.GetFiles);
        Assert.Empty(found.Except(looked));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    public void Write_byAMachine_isRefused(string ci)
    {
        using var folder = new ScratchFolder();
        Assert.Throws<InvalidOperationException>(() => Golden.Write(folder["a.txt"], "甲", ci));
        Assert.False(File.Exists(folder["a.txt"]));
    }

    [Fact]
    public void Write_byAPerson_writes()
    {
        using var folder = new ScratchFolder();
        Golden.Write(folder["new/a.txt"], "甲", null);
        Assert.Equal("甲", File.ReadAllText(folder["new/a.txt"]));
    }

    [Fact]
    public void Verify_missingOrDifferentFile_fails()
    {
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(static () => Golden.Verify("kezhou-2020", "no-such-file.txt", "", write: false));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(static () => Golden.Verify("kezhou-2020", "findings.txt", "", write: false));
    }

    private static bool IsFirst(string source) => Corpus.FirstOf(Corpus.CaseOf(source)) == source;
}
