using Gouji.CorpusGenerator.Cases;
using Gouji.CorpusGenerator.Hard;
using Gouji.CorpusGenerator.Writers;

namespace Gouji.Corpus.Tests;

/// <summary>What is committed is what the generator writes.</summary>
public sealed class GeneratorTests
{
    [Fact]
    public void Cases_figures_breakWhatTheySayAndNothingElse() => Assert.Empty(CorpusCases.All.SelectMany(GroundTruth.Problems));

    [Fact]
    public void Write_allCases_givesTheCommittedFiles()
    {
        using var folder = new ScratchFolder();
        foreach (var written in CorpusCases.All)
        {
            CaseWriter.Write(folder.Path, written);
        }

        HardCases.Write(folder.Path);
        Assert.Equal(Files(folder.Path), Files(Repository.Corpus));
        Assert.All(Files(folder.Path), name =>
        {
            var made = File.ReadAllBytes(folder[name]);
            var committed = File.ReadAllBytes(Path.Combine(Repository.Corpus, name));
            Assert.True(Package.IsNameOf(name) ? Package.SameContent(made, committed) : made.AsSpan().SequenceEqual(committed),
                name + " is not what the generator writes; run it: dotnet run --project tools/CorpusGenerator -- corpus");
        });
    }

    /// <summary>The files of the cases; the workbook that an office suite wrote, golden files and the two notes on the corpus are not of the generator.</summary>
    private static List<string> Files(string corpus) =>
    [
        .. Directory.GetDirectories(corpus).SelectMany(static folder => Directory.GetFiles(folder)).Where(static file => Path.GetExtension(file) != ".xls")
            .Select(file => Path.GetRelativePath(corpus, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];
}
