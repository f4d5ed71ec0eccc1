using Gouji.Ingest.Store;
using Microsoft.Data.Sqlite;

namespace Gouji.Ingest.Tests.Store;

public sealed class WorkspaceTests
{
    [Fact]
    public void Open_secondRun_isRefusedUntilTheFirstEnds()
    {
        using var folder = new TempFolder();
        using (Workspace.Open(folder.Path, new TestClock()))
        {
            var failure = Assert.Throws<WorkspaceException>(() => Workspace.Open(folder.Path, new TestClock()));
            Assert.Equal(WorkspaceProblem.InUse, failure.Problem);
            Assert.Contains(folder.Path, failure.Explanation.Zh);
            Assert.Contains("wait for it to end", failure.Explanation.En);
        }

        Workspace.Open(folder.Path, new TestClock()).Dispose();
    }

    [Fact]
    public async Task OpenToRead_besideARun_seesWhatIsCommittedAndWritesNothing()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [TestWorkspace.Found("a.doc")]);
        using var reader = Workspace.OpenToRead(test.Folder);

        Assert.Equal(1, reader.Catalog.Status().Total);
        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.Catalog.BeginRunAsync());
        await test.Catalog.DiscoverAsync(run, null, [TestWorkspace.Found("b.doc")]);
        Assert.Equal(2, reader.Catalog.Status().Total);
    }

    [Fact]
    public void OpenToRead_folderWithoutACatalogue_isRefusedAndLeftAlone()
    {
        using var folder = new TempFolder();
        Assert.Equal(WorkspaceProblem.Missing, Assert.Throws<WorkspaceException>(() => Workspace.OpenToRead(folder.Path)).Problem);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Dispose_leavesTheCatalogueInOneFile()
    {
        using var folder = new TempFolder();
        using (var workspace = Workspace.Open(folder.Path, new TestClock()))
        {
            await workspace.Catalog.BeginRunAsync();
            Assert.Equal(1, workspace.Catalog.Status().LastRun?.Number);
        }

        Assert.Empty(Directory.GetFiles(folder.Path, "catalog.db-*"));
        using var copy = new TempFolder();
        File.Copy(folder[Workspace.CatalogName], copy[Workspace.CatalogName]);
        using var reader = Workspace.OpenToRead(copy.Path);
        Assert.Equal(1, reader.Catalog.Status().LastRun?.Number);
    }

    [Theory]
    [InlineData(13, "make room")]
    [InlineData(14, "read-only")]
    [InlineData(8, "read-only")]
    [InlineData(5, "another program")]
    [InlineData(10, "disk failed")]
    [InlineData(11, "restore it from a backup")]
    public void Explain_failureOfTheDisk_saysWhatToDo(int code, string expected)
    {
        Assert.Contains(expected, WorkspaceException.Explain(new SqliteException("x", code))!.En);
        Assert.Contains(expected, WorkspaceException.Explain(new AggregateException(new SqliteException("x", code)))!.En);
    }

    [Fact]
    public void Explain_defectOfTheProgram_isNone()
    {
        Assert.Null(WorkspaceException.Explain(new SqliteException("constraint", 19)));
        Assert.Null(WorkspaceException.Explain(new InvalidOperationException()));
    }

    // A run that began anew over them would tell all documents as new, and forget what was withdrawn.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_originalsWithoutTheirCatalogue_isRefusedAndLeftAsItIs(bool isEmptied)
    {
        using var folder = new TempFolder();
        Workspace.Open(folder.Path, new TestClock()).Dispose();
        Directory.CreateDirectory(folder["objects", "sha256", "ab", "cd"]);
        File.WriteAllText(folder["objects", "sha256", "ab", "cd", "abcd" + new string('0', 60)], "x");
        File.Delete(folder[Workspace.CatalogName]);
        if (isEmptied)
        {
            File.WriteAllBytes(folder[Workspace.CatalogName], []);
        }

        var failure = Assert.Throws<WorkspaceException>(() => Workspace.Open(folder.Path, new TestClock()));
        Assert.Equal(WorkspaceProblem.Damaged, failure.Problem);
        Assert.Contains("restore it from a backup", failure.Message);
        Assert.Equal(isEmptied, File.Exists(folder[Workspace.CatalogName]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_catalogueOfANewerProgram_isRefusedAndLeftAsItIs(bool write)
    {
        using var folder = new TempFolder();
        Workspace.Open(folder.Path, new TestClock()).Dispose();
        Execute(folder[Workspace.CatalogName], "PRAGMA user_version = 99");
        Directory.CreateDirectory(folder["tmp"]);
        File.WriteAllText(folder["tmp", "of-the-newer.part"], "x");

        var failure = Assert.Throws<WorkspaceException>(() => write ? Workspace.Open(folder.Path, new TestClock()) : Workspace.OpenToRead(folder.Path));
        Assert.Equal(WorkspaceProblem.NewerProgram, failure.Problem);
        Assert.Contains("version 99", failure.Message);
        Assert.Contains("update gouji", failure.Message);
        Assert.True(File.Exists(folder["tmp", "of-the-newer.part"]));

        // What is refused is not kept locked either.
        Execute(folder[Workspace.CatalogName], $"PRAGMA user_version = {Schema.Current.Version}");
        Workspace.Open(folder.Path, new TestClock()).Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_fileThatIsNoCatalogue_isRefused(bool write)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder[Workspace.CatalogName], new string('x', 5000));
        var failure = Assert.Throws<WorkspaceException>(() => write ? Workspace.Open(folder.Path, new TestClock()) : Workspace.OpenToRead(folder.Path));
        Assert.Equal(WorkspaceProblem.Damaged, failure.Problem);
    }

    [Fact]
    public async Task Verify_comparesTheObjectsWithTheCatalogue()
    {
        using var test = new TestWorkspace();
        var run = await test.BeginAsync();
        await test.Catalog.DiscoverAsync(run, null, [TestWorkspace.Found("a.doc"), TestWorkspace.Found("b.doc")]);
        await test.AnswerAsync(run, static path => path);
        await test.StoreAsync("without a row");
        File.Delete(test.Workspace.Objects.PathOf(test.Catalog.VersionsOf(TestWorkspace.Url("a.doc"))[0].Sha256));

        var totals = new ObjectTotals();
        await foreach (var check in test.Workspace.VerifyAsync())
        {
            totals.Add(check);
        }

        Assert.Equal((1, 1, 1), (totals.Of(ObjectCondition.Good), totals.Of(ObjectCondition.Missing), totals.Of(ObjectCondition.Stray)));
    }

    private static void Execute(string database, string statement)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
