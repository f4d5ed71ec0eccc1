using Gouji.Cli.Output;
using Gouji.Cli.Tests.Support;

namespace Gouji.Cli.Tests.Output;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Dispose_withoutCommit_leavesTheEarlierOutputAndNothingElse()
    {
        _folder.Write("out/records.csv", "earlier");
        _folder.Write("out/notes.md", "mine");
        using (var folder = OutputFolder.Open(_folder["out"]))
        {
            folder.Write(OutputFolder.Records, "half"u8);
        }

        Assert.Equal("earlier", _folder.Read("out/records.csv"));
        Assert.Equal(["notes.md", "records.csv"], Names("out"));
    }

    [Fact]
    public void Dispose_withoutCommit_removesTheFoldersItMade()
    {
        OutputFolder.Open(_folder["a/b/out"]).Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Commit_earlierOutput_isReplacedAndForeignFilesStay()
    {
        _folder.Write("out/records.csv", "earlier and longer");
        _folder.Write("out/notes.md", "mine");
        using (var folder = OutputFolder.Open(_folder["out"]))
        {
            folder.Write(OutputFolder.Records, "new"u8);
            folder.Commit();
        }

        Assert.Equal("new", _folder.Read("out/records.csv"));
        Assert.Equal("mine", _folder.Read("out/notes.md"));
        Assert.Equal(["checks.csv", "documents.csv", "findings.csv", "findings.jsonl", "gaps.csv", "notes.md", "records.csv", "records.jsonl", "unread.csv"], Names("out"));
    }

    [Fact]
    public void Open_remainsOfAKilledRun_areOverwritten()
    {
        _folder.Write("out/.records.csv.part", "remains of a run that was killed");
        using (var folder = OutputFolder.Open(_folder["out"]))
        {
            folder.Write(OutputFolder.Records, "new"u8);
            folder.Commit();
        }

        Assert.Equal("new", _folder.Read("out/records.csv"));
        Assert.DoesNotContain(".records.csv.part", Names("out"));
    }

    [Fact]
    public void Open_whileAnotherWrites_isRefused()
    {
        using var first = OutputFolder.Open(_folder["out"]);
        var failure = Assert.Throws<CommandFailedException>(() => OutputFolder.Open(_folder["out"]));
        Assert.Equal(ExitStatus.Failed, failure.Status);
        Assert.Contains("another gouji is writing", failure.Text.En);
        first.Commit();
        Assert.True(File.Exists(_folder["out/documents.csv"]));
    }

    [Fact]
    public void Open_aFileOfThatName_isRefusedWithOneMessage()
    {
        _folder.Write("out", "a file");
        var failure = Assert.Throws<CommandFailedException>(() => OutputFolder.Open(_folder["out"]));
        Assert.Equal(ExitStatus.Failed, failure.Status);
        Assert.Contains("cannot write to the output folder", failure.Text.En);
    }

    [Fact]
    public void Open_aFolderInPlaceOfAFile_isRefusedBeforeAnyWork()
    {
        Directory.CreateDirectory(_folder["out/findings.csv"]);
        var failure = Assert.Throws<CommandFailedException>(() => OutputFolder.Open(_folder["out"]));
        Assert.Contains("'findings.csv' in it is a folder", failure.Text.En);
        Assert.Equal(["findings.csv"], Names("out"));
    }

    private string[] Names(string folder) =>
        [.. Directory.GetFileSystemEntries(_folder[folder]).Select(static path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
}
