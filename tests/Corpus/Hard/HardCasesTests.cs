using Gouji.Corpus.Tests.Goldens;
using Gouji.CorpusGenerator.Hard;

namespace Gouji.Corpus.Tests.Hard;

/// <summary>What is read of files that are hard to read is what a person has judged.</summary>
public sealed class HardCasesTests
{
    public static TheoryData<string> Names => [.. HardCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_hardFile_givesWhatWasJudged(string name) =>
        Golden.Verify(HardCases.Folder, name + ".txt", ReadingPicture.Of(Path.Combine(Repository.Corpus, HardCases.Folder, name)), write: true);

    [Fact]
    public void Expected_folder_holdsNothingThatNoTestLooksAt() => Assert.Equal(
        HardCases.All.Keys.Select(static name => name + ".txt").Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Repository.Corpus, HardCases.Folder, "expected")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
